/// What open exceptions of one kind count for.
public struct OpenAmount: Hashable, Sendable, Codable {
    /// How many there are; groups, whose members are among them, are none.
    public var count: Int
    /// How many of them have no amount.
    public var unpriced: Int
    /// What the others add to the total of revenue at risk, in minor units.
    public var atRisk: Int64

    /// So many, of which some have no amount and the others count for this; none where nothing is said.
    public init(count: Int = 0, unpriced: Int = 0, atRisk: Int64 = 0) {
        self.count = count
        self.unpriced = unpriced
        self.atRisk = atRisk
    }

    /// Adds another part of the same kind.
    public static func += (sum: inout Self, part: Self) {
        sum.count += part.count
        sum.unpriced += part.unpriced
        sum.atRisk += part.atRisk
    }
}

extension [String: [String: OpenAmount]] {
    /// Adds what another part counted of each kind, workflow by workflow.
    mutating func add(_ other: Self) {
        for (workflow, kinds) in other {
            for (kind, amount) in kinds { self[workflow, default: [:]][kind, default: OpenAmount()] += amount }
        }
    }
}
