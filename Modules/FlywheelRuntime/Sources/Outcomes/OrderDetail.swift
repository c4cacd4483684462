public import FlywheelKit

/// What the journal holds of a prediction that its seller ordered for: from when the units can help; `ordered
/// 2026-12-17T08:00:00Z`.
public struct OrderDetail: Hashable, Sendable {
    /// When they arrive.
    public var arrives: Instant

    /// What is known of an order.
    public init(arrives: Instant) { self.arrives = arrives }

    /// What a detail says of an order; `nil` where it says something else.
    public init?(_ detail: String) {
        let words = detail.split(separator: " ")
        guard words.count == 2, words[0] == "ordered", let arrives = Instant(String(words[1])) else { return nil }
        self.arrives = arrives
    }

    /// It as text.
    public var text: String { "ordered \(arrives)" }
}
