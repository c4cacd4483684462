/// What is believed of a rate per day before its own days are counted: a gamma distribution in the Gamma–Poisson model.
///
/// It weighs as much as `rate` days of full exposure on which `shape` units were sold.
public struct GammaPrior: Hashable, Sendable {
    /// α, the units it stands for; above zero.
    public let shape: Double
    /// β, the days of full exposure it stands for; above zero.
    public let rate: Double

    /// Creates a prior from α and β, both finite and above zero.
    public init(shape: Double, rate: Double) {
        precondition(shape > 0 && shape.isFinite, "a prior's shape must be finite and above zero, found \(shape)")
        precondition(rate > 0 && rate.isFinite, "a prior's rate must be finite and above zero, found \(rate)")
        self.shape = shape
        self.rate = rate
    }

    /// α / β, units per day of full exposure.
    public var mean: Double { shape / rate }
}

extension GammaPrior {
    /// Members with exposure that a category needs before a prior is fitted to it.
    public static let leastMembers = 8

    /// Fits the prior of a category to the sums over its members by the method of moments.
    ///
    /// A member's observed rate rᵢ over exposure eᵢ has variance v + φm/eᵢ: v between members, the rest from counting.
    /// With m = Σeᵢrᵢ / Σeᵢ the weighted scatter S = Σeᵢ(rᵢ - m)² has expectation (k - 1)φm + v(Σeᵢ - Σeᵢ²/Σeᵢ), which
    /// gives v, β = m/v and α = βm (Bühlmann and Straub, 1970; DerSimonian and Laird, 1986). Members that
    /// scatter no more than counting explains would make β endless: it stops at Σeᵢ, since a category cannot be surer
    /// than all its days.
    /// - Parameter dispersion: φ, one or more. Left at 1 for overdispersed members, v comes out too large and the prior too
    ///   weak.
    /// - Returns: nil with fewer than ``leastMembers`` members or when none has sold anything.
    public static func fitted(to members: RateMembers, dispersion: Double = 1) -> GammaPrior? {
        precondition(
            dispersion >= 1 && dispersion.isFinite, "a dispersion is finite and at least 1, found \(dispersion)")
        guard members.count >= leastMembers, members.exposure > 0 else { return nil }
        let total = members.exposure
        let mean = members.weighted / total
        guard mean > 0 else { return nil }
        // Σe(r - m)² multiplied out; the sums are exact, so nothing is lost in the difference but their last bits.
        let scatter = max(0, members.squared - mean * members.weighted)
        let spread = total - members.exposureSquared / total
        let between = (scatter - Double(members.count - 1) * dispersion * mean) / spread
        let rate = between > 0 ? min(mean / between, total) : total
        return GammaPrior(shape: mean * rate, rate: rate)
    }
}
