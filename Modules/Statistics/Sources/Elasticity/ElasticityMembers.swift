/// The sums over the members of a category that an ``ElasticityPrior`` is fitted to.
///
/// They are kept as whole billionths, so they come out the same in whatever order members are added and parts are merged.
public struct ElasticityMembers: Hashable, Sendable {
    /// Members a category needs before a prior is fitted to it.
    public static let leastMembers = 8
    /// The largest standard error of a member that counts: what is known worse tells nothing of how members differ, and
    /// its error is itself too uncertain to be taken off.
    public static let mostDeviation = 1.5

    /// Members that count.
    public private(set) var count = 0
    private var sums = [Int128](repeating: 0, count: 6)

    /// No members yet.
    public init() {}

    /// Adds a member, above zero or not: leaving those out would make all the others look surer than they are.
    public mutating func add(_ estimate: ElasticityEstimate) {
        guard estimate.deviation <= Self.mostDeviation else { return }
        let (value, error) = (estimate.value, estimate.deviation * estimate.deviation)
        let weight = 1 / (error + 1)
        count += 1
        let terms = [
            weight, weight * value, weight * value * value, weight * weight, weight * error, weight * weight * error,
        ]
        for (place, term) in terms.enumerated() { sums[place] += Int128((term * 1e9).rounded()) }
    }

    /// Adds the members of another part of the category.
    public mutating func merge(_ other: ElasticityMembers) {
        count += other.count
        for place in sums.indices { sums[place] += other.sums[place] }
    }

    /// Σw.
    var weight: Double { Double(sums[0]) / 1e9 }
    /// Σwε.
    var weighted: Double { Double(sums[1]) / 1e9 }
    /// Σwε².
    var squared: Double { Double(sums[2]) / 1e9 }
    /// Σw².
    var weightSquared: Double { Double(sums[3]) / 1e9 }
    /// Σws².
    var errors: Double { Double(sums[4]) / 1e9 }
    /// Σw²s².
    var errorsTwice: Double { Double(sums[5]) / 1e9 }
}
