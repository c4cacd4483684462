/// The sums over the members of a category that a ``GammaPrior`` is fitted to.
///
/// They are kept as whole billionths, so they come out the same in whatever order members are added and parts are merged.
public struct RateMembers: Hashable, Sendable {
    /// Members with exposure.
    public private(set) var count = 0
    private var exposureSum: Int128 = 0
    private var weightedSum: Int128 = 0
    private var squaredSum: Int128 = 0
    private var exposureSquaredSum: Int128 = 0

    /// The largest rate and exposure that are counted as they are: products of more would leave the sums.
    public static let most = 1e9

    /// No members yet.
    public init() {}

    /// Adds a member; one without exposure says nothing.
    ///
    /// - Parameters:
    ///   - rate: units per day of full exposure, zero or more.
    ///   - exposure: days of full exposure, zero or more.
    public mutating func add(rate: Double, exposure: Double) {
        precondition(rate >= 0 && exposure >= 0, "rates and exposures are zero or more")
        guard exposure > 0 else { return }
        let (rate, exposure) = (min(rate, Self.most), min(exposure, Self.most))
        count += 1
        exposureSum += Self.billionths(exposure)
        weightedSum += Self.billionths(exposure * rate)
        squaredSum += Self.billionths(exposure * rate * rate)
        exposureSquaredSum += Self.billionths(exposure * exposure)
    }

    /// Adds the members of another part of the category.
    public mutating func merge(_ other: RateMembers) {
        count += other.count
        exposureSum += other.exposureSum
        weightedSum += other.weightedSum
        squaredSum += other.squaredSum
        exposureSquaredSum += other.exposureSquaredSum
    }

    var exposure: Double { Double(exposureSum) / 1e9 }
    var weighted: Double { Double(weightedSum) / 1e9 }
    var squared: Double { Double(squaredSum) / 1e9 }
    var exposureSquared: Double { Double(exposureSquaredSum) / 1e9 }

    private static func billionths(_ value: Double) -> Int128 { Int128((value * 1e9).rounded()) }
}
