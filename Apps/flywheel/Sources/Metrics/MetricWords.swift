import Assessment
import FlywheelKit

/// Values of metrics as people read them, in the currency of a history.
struct MetricWords {
    let currency: Currency

    /// The value with its unit; the reason where there is none.
    func value(_ value: MetricValue, of metric: Metric) -> String {
        value.value.map { quantity($0, metric.definition.unit) } ?? value.gap?.reason ?? "?"
    }

    /// The bounds of 95%, as far as the data reach; empty where a metric has none.
    func bounds(_ value: MetricValue, of metric: Metric) -> String {
        guard value.value != nil, let low = value.low else { return "" }
        let unit = metric.definition.unit
        return quantity(low, unit) + " to " + (value.high.map { quantity($0, unit) } ?? "?")
    }

    /// A number of a unit: hours from two days on as days.
    func quantity(_ number: Double, _ unit: MetricUnit) -> String {
        switch unit {
        case .hours where number.magnitude < 48: Numbers.fixed(number, decimals: 1) + " h"
        case .hours: Numbers.fixed(number / 24, decimals: 1) + " d"
        case .days: Numbers.fixed(number, decimals: 1) + " d"
        case .minutes: Numbers.fixed(number, decimals: 1) + " min"
        case .share: Numbers.percent(number)
        case .money, .moneyPerDay, .moneyPerOperatorWeek:
            Int64(exactly: number).map { Numbers.money(Money(minorUnits: $0, currency)) } ?? "?"
        case .problems: Numbers.fixed(number, decimals: 0)
        case .problemsPerWeek, .problemsPerOperatorWeek, .listingsPerOperator: Numbers.fixed(number, decimals: 1)
        case .unitsPerListingWeek: Numbers.fixed(number, decimals: 3)
        }
    }

    /// What a row adds to a metric.
    func part(_ part: MetricPart, of metric: Metric) -> String {
        switch part {
        case .counts: metric == .netFlow || metric == .problemsPerOperator ? "came" : "yes"
        case .doesNotCount: metric == .netFlow ? "ended" : "no"
        case .lasted(let seconds): Self.hours(seconds)
        case .going(let seconds): "not over, \(Self.hours(seconds)) so far"
        case .ended(let seconds): "apart: over after \(Self.hours(seconds)), closed by nobody"
        case .amount(let minorUnits): Numbers.money(Money(minorUnits: minorUnits, currency))
        case .number(let number): quantity(number, metric.definition.unit)
        case .censored: "too early to tell"
        case .unpriced: "apart: unpriced"
        case .apart: "apart"
        }
    }

    private static func hours(_ seconds: Int64) -> String {
        let hours = Double(seconds) / 3_600
        return hours < 48
            ? Numbers.fixed(hours, decimals: 1) + " h" : Numbers.fixed(hours / 24, decimals: 1) + " d"
    }
}

extension StaffedHours {
    /// The command that says what a file of them has to hold.
    static let command = "flywheel explain people"
}

extension MetricUnit {
    /// The unit in words, in a currency.
    func words(in currency: Currency) -> String {
        switch self {
        case .hours: "hours by the clock; shown as days from two days on"
        case .days: "days of 24 hours"
        case .minutes: "minutes of work"
        case .share: "share, 0 to 1; shown in percent"
        case .money: "\(currency)"
        case .moneyPerDay: "\(currency) a day"
        case .moneyPerOperatorWeek: "\(currency) for each full-time operator and week"
        case .problems: "problems"
        case .problemsPerWeek: "problems a week"
        case .problemsPerOperatorWeek: "problems for each full-time operator and week"
        case .listingsPerOperator: "listings for each full-time operator"
        case .unitsPerListingWeek: "units for each listing and week"
        }
    }
}
