/// What open exceptions of one kind count for.
public struct OpenAmount: Hashable, Sendable, Codable {
    /// How many there are; groups, whose members are among them, are none.
    public var count = 0
    /// How many of them have no amount.
    public var unpriced = 0
    /// What the others add to the total of revenue at risk, in minor units.
    public var atRisk: Int64 = 0

    /// What none count for.
    public init() {}

    /// Two parts of the same kind together.
    static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.count += right.count
        sum.unpriced += right.unpriced
        sum.atRisk += right.atRisk
        return sum
    }
}

extension [String: OpenAmount] {
    /// What two parts counted of each kind.
    func adding(_ other: Self) -> Self { merging(other, uniquingKeysWith: +) }
}

extension [String: [String: OpenAmount]] {
    /// Adds what another part counted of each kind, workflow by workflow.
    mutating func add(_ other: Self) {
        merge(other) { $0.adding($1) }
    }
}
