import Assessment
import FlywheelKit
import WebPages

extension Reader {
    /// A quantity as the page writes it; money is in minor units of the currency.
    func quantity(_ number: Double, _ unit: MetricUnit, _ currency: Currency) -> String {
        switch unit {
        case .hours: hours(number)
        case .days: measured(number, "days")
        case .minutes: measured(number, "minutes")
        case .share: formats.percent(number)
        case .money, .moneyPerDay, .moneyPerOperatorWeek:
            Int64(exactly: number).map { formats.money(Money(minorUnits: $0, currency)) } ?? "?"
        case .problems: formats.number(number, decimals: 0)
        case .problemsPerWeek, .problemsPerOperatorWeek, .listingsPerOperator: formats.number(number, decimals: 1)
        case .unitsPerListingWeek: formats.number(number, decimals: 3)
        }
    }

    /// The same in as few letters as an axis has room for: money in thousands and millions.
    func briefQuantity(_ number: Double, _ unit: MetricUnit, _ currency: Currency) -> String {
        switch unit {
        case .money, .moneyPerDay, .moneyPerOperatorWeek:
            formats.shortMoney(Money(minorUnits: Int64(number.rounded()), currency))
        default: quantity(number, unit, currency)
        }
    }

    /// Hours; from two days on as days.
    func hours(_ number: Double) -> String {
        number.magnitude < 48 ? measured(number, "hours") : measured(number / 24, "days")
    }

    /// A value of a metric, or in words why there is none.
    func value(_ value: MetricValue, of metric: Metric, _ currency: Currency) -> String {
        if let number = value.value { return quantity(number, metric.definition.unit, currency) }
        return value.gap.map { phrases.text("wheel.gap.\($0.rawValue.camelCased)") } ?? "?"
    }

    /// What a metric is called.
    func name(of metric: Metric) -> String { phrases.text("wheel.metric.\(metric.rawValue.camelCased)") }

    /// A share with its bounds, or that it is not measured yet.
    func share(_ share: Double?, _ interval: ClosedRange<Double>? = nil) -> HTML {
        guard let share else { return phrases("wheel.notMeasured") }
        guard let interval else { return "\(formats.percent(share))" }
        return phrases(
            "wheel.shareBetween",
            [
                "share": .text(formats.percent(share)), "low": .text(formats.percent(interval.lowerBound)),
                "high": .text(formats.percent(interval.upperBound)),
            ])
    }

    /// A number of a unit of time.
    func measured(_ number: Double, _ unit: String) -> String {
        phrases.text("wheel.unit.\(unit)", ["number": .text(formats.number(number, decimals: 1))])
    }
}
