import Assessment
import FlywheelKit

/// How figures are written on pages.
struct Figures {
    /// The currency of amounts.
    let currency: Currency

    /// A share as whole percent, "83%"; under one and over ninety-nine are said so.
    static func percent(_ share: Double) -> String {
        if share > 0, share < 0.01 { return "<1%" }
        if share < 1, share > 0.99 { return ">99%" }
        return "\(Int((share * 100).rounded()))%"
    }

    /// A number with the digits that matter: none above a hundred, else one.
    static func number(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 9e15 else { return "?" }
        let tenths = Int64((value.magnitude * 10).rounded())
        let sign = value < 0 && tenths > 0 ? "-" : ""
        if tenths >= 1_000 || tenths % 10 == 0 { return sign + grouped(Int64(value.magnitude.rounded())) }
        return "\(sign)\(grouped(tenths / 10)).\(tenths % 10)"
    }

    /// An amount of minor units in whole units, "USD 3,100".
    func amount(_ minorUnits: Double) -> String {
        "\(currency) \(Self.number((minorUnits / Double(currency.minorUnitsPerUnit)).rounded()))"
    }

    /// What something is worth a month, with its interval; or that this is not known.
    func worth(_ worth: AssessmentDocument.Worth) -> String {
        guard let amount = worth.amount else { return "worth \(worth.basis)" }
        var text = "worth about \(self.amount(Double(amount))) a month"
        if let low = worth.p10, let high = worth.p90 {
            text += ", 80% between \(self.amount(Double(low))) and \(self.amount(Double(high)))"
        }
        return worth.grade.map { "\(text), \($0) evidence" } ?? text
    }

    /// A metric's value in its unit.
    func value(_ value: Double, unit: MetricUnit?) -> String {
        switch unit {
        case .share: Self.percent(value)
        case let unit? where unit.isMoney: amount(value)
        default: Self.number(value)
        }
    }

    /// What a metric's numbers are divided by to be drawn.
    func scale(of unit: MetricUnit?) -> Double {
        switch unit {
        case .share: 0.01
        case let unit? where unit.isMoney: Double(currency.minorUnitsPerUnit)
        default: 1
        }
    }

    /// What a metric's numbers count, in words.
    func words(for unit: MetricUnit) -> String {
        switch unit {
        case .share: "percent"
        case .money: currency.code
        case .moneyPerDay: "\(currency) a day"
        case .moneyPerOperatorWeek: "\(currency) a week for each operator"
        case .problemsPerWeek: "problems a week"
        case .problemsPerOperatorWeek: "problems a week for each operator"
        case .listingsPerOperator: "listings for each operator"
        case .unitsPerListingWeek: "units a week for each listing"
        case .hours, .days, .minutes, .problems: unit.rawValue
        }
    }

    private static func grouped(_ value: Int64) -> String {
        let digits = String(value)
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text.append(",") }
            text.append(digit.element)
        }
    }
}
