public import FlywheelKit
import Statistics

/// What the orders placed so far say of suppliers: how long they take, and how far off the expected day they come.
public struct DeliveryModel: StageModel {
    /// Ended orders that a lead time needs before it is believed.
    static let leastOrders = 8

    /// By supplier, those with enough orders; names in lower case.
    public internal(set) var suppliers: [String: Deliveries] = [:]
    /// Of all suppliers together; `nil` with too few orders.
    public internal(set) var all: Deliveries?

    /// Nothing learned.
    public init() {}

    /// A supplier's name as it is compared.
    static func name(_ text: String) -> String { text.lowercased() }
}

/// How a supplier, or all of them, delivered.
public struct Deliveries: Hashable, Codable, Sendable {
    /// Orders that were received.
    public let orders: Int
    /// Days from order to receipt, expected; to half a day, so that a day's waiting makes no other model.
    public let mean: Double
    /// Their standard deviation.
    public let deviation: Double
    /// Days that one order of ten does not exceed; `nil` where so few have come.
    public let early: Int?
    /// Days that nine orders of ten do not exceed.
    public let late: Int
    /// How far off the expected day orders come; `nil` with too few that had one.
    public let lateness: Lateness?
}

/// How many days after the expected one orders come; below zero where they come before it.
public struct Lateness: Hashable, Codable, Sendable {
    /// Days that one order of ten does not exceed.
    public let early: Int
    /// Days that half of them do not exceed.
    public let median: Int
    /// Days that nine of ten do not exceed.
    public let late: Int
    /// The standard deviation.
    public let deviation: Double
}

extension Deliveries {
    /// Beyond these days an order is not late but forgotten, and says nothing.
    private static let longestDays = 365

    init?(_ orders: some Collection<OrderSurvey.Progress>) {
        var durations: [DurationCurve.Observation] = []
        var lateness: [Double] = []
        var ended = 0
        for order in orders {
            let end = order.isOpen ? order.today : order.received
            guard let days = end.map(order.ordered.distance(to:)), (0...Self.longestDays).contains(days) else {
                continue
            }
            durations.append(DurationCurve.Observation(Double(days), ended: !order.isOpen))
            if order.isOpen { continue }
            ended += 1
            if let expected = order.expected, let received = order.received {
                lateness.append(Double(expected.distance(to: received)))
            }
        }
        guard ended >= DeliveryModel.leastOrders, let curve = DurationCurve(durations) else { return nil }
        let mean = curve.restrictedMean(until: curve.longest + 1)
        // E[T²] = Σ (2t + 1)·S(t) on whole days.
        let square = (0...Int(curve.longest)).reduce(0.0) {
            $0 + Double(2 * $1 + 1) * curve.survival(at: Double($1))
        }
        self.init(
            orders: ended, mean: mean.rounded(toParts: 2),
            deviation: max(0, square - mean * mean).squareRoot().rounded(toParts: 2),
            early: curve.quantile(0.1).map { Int($0) }, late: Int(curve.quantile(0.9) ?? curve.longest),
            lateness: Lateness(lateness))
    }
}

extension Lateness {
    fileprivate init?(_ days: [Double]) {
        guard days.count >= DeliveryModel.leastOrders else { return nil }
        let sorted = days.sorted()
        func quantile(_ p: Double) -> Int { Int((Robust.quantile(of: sorted, p) ?? 0).rounded()) }
        let mean = sorted.reduce(0, +) / Double(sorted.count)
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.init(
            early: quantile(0.1), median: quantile(0.5), late: quantile(0.9),
            deviation: (squares / Double(sorted.count - 1)).squareRoot().rounded(toParts: 2))
    }
}
