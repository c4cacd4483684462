import FlywheelKit

/// A row of the feed, read.
struct Metric {
    /// The name of the account's own standing.
    static let account = "account-status"

    /// On which side of its target a measure is well.
    enum Condition: String, Hashable, Codable {
        case lessThan = "LESS_THAN"
        case greaterThan = "GREATER_THAN"
        case equals = "EQUALS"
    }

    /// Some of a whole, both counted.
    struct Counts: Hashable {
        let count: Int
        let whole: Int
    }

    let name: String
    let status: String?
    /// Bad ones of all; where the measure counts good ones, the rest of them. `nil` where they are not counted, or more are
    /// counted than there are.
    let counts: Counts?
    /// Violations, where they are of nothing.
    let violations: Int?
    /// The most violations that are well, where that is known.
    let mostViolations: Int?
    /// The share of bad ones as reported.
    let rate: Double?
    /// The highest share of bad ones that is well.
    let limit: Double?
    /// Whether the measure counts good ones, so that all shares of it are turned round here.
    let countsGood: Bool
    let until: Day?

    init?(_ detail: Int, of rows: Details) {
        guard let name = rows[AccountMetrics.metric][detail] else { return nil }
        self.name = name
        status = rows[AccountMetrics.status][detail]
        let condition = rows[AccountMetrics.condition][detail].flatMap { Condition(rawValue: $0.uppercased()) }
        let countsGood = condition == .greaterThan
        self.countsGood = countsGood
        let count = rows[AccountMetrics.count][detail]
        let whole = rows[AccountMetrics.whole][detail]
        let share = rows[AccountMetrics.rate][detail]
        violations = whole == nil && share == nil ? count : nil
        let stated = rows[AccountMetrics.target][detail]
        mostViolations =
            violations == nil
            ? nil
            : stated.flatMap { target in
                switch condition {
                case .equals: Int(exactly: target.rounded())
                case .lessThan: Int(exactly: target.rounded(.up)).map { $0 - 1 }
                case .greaterThan, nil: nil
                }
            }
        // No share is above one: such a target counts in hundredths.
        let target = stated.map { $0 > 1 ? $0 / 100 : $0 } ?? PolicyLimit.of(name)
        limit = condition == .equals || violations != nil ? nil : target.map { countsGood ? 1 - $0 : $0 }
        rate = share.map { countsGood ? 1 - $0 : $0 }
        until = rows[AccountMetrics.until][detail]
        counts = whole.flatMap { whole in
            count.flatMap { count in
                let bad = countsGood ? whole - count : count
                return whole > 0 && (0...whole).contains(bad) ? Counts(count: bad, whole: whole) : nil
            }
        }
    }
}

/// Limits that marketplaces publish, for tables that leave them out. They change: a limit in the facts wins.
enum PolicyLimit {
    /// The highest share of bad ones, as known since 2026.
    private static let limits = [
        "order-defect-rate": 0.01, "order-defect-rate-mfn": 0.01, "order-defect-rate-afn": 0.01,
        "late-shipment-rate": 0.04, "pre-fulfillment-cancellation-rate": 0.025,
    ]

    /// The limit of a measure, however its name is written: `Order Defect Rate`.
    static func of(_ metric: String) -> Double? {
        limits[metric.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")]
    }
}
