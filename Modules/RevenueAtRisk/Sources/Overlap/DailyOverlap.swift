/// How the claims on one listing share the loss of one day.
///
/// Exposures are independent, so the expected part of the day that survives all of them is the product of the parts
/// that survive each: E[1 - Π(1 - ℓₑ·aliveₑ)] = 1 - Π(1 - xₑ) exactly, with xₑ = pₑℓₑSₑ. Working with expectations
/// loses nothing.
struct DailyOverlap {
    /// xₑ, 0 to 1.
    let shares: [Double]

    /// L = 1 - Π(1 - xₑ): what all of them take together.
    var loss: Double { 1 - shares.reduce(1) { $0 * (1 - $1) } }

    /// What is no longer lost when the claims marked in `ended` are gone and all others stay as they are: the loss with
    /// them less the loss without them.
    ///
    /// - Parameter present: what each claim takes of the day while it stands. Those that stay enter with this, those that
    ///   end with their xₑ: what would have ended by itself is not recovered by a fix.
    func recovered(byEnding ended: [Bool], present: [Double]) -> Double {
        // Π(1 - p·ℓ) over those that stay, times what the ended took of it. A difference of two losses would cancel
        // digits, and a full loss that stays must leave exactly nothing.
        var (staying, leaving) = (1.0, 1.0)
        for index in shares.indices {
            if ended[index] { leaving *= 1 - shares[index] } else { staying *= 1 - present[index] }
        }
        return staying * (1 - leaving)
    }

    /// The Shapley value of each claim in the game v(S) = 1 - Π_S(1 - x); adds up to ``loss``.
    ///
    /// It is the slope of the game's multilinear extension along the diagonal (G. Owen, "Multilinear extensions of
    /// games", 1972): φₑ = xₑ ∫₀¹ Π_{j≠e}(1 - t·xⱼ) dt. The integrand is a polynomial of degree n - 1 and nowhere
    /// negative, so a quadrature of ⌈n/2⌉ nodes is exact for any n and cancels nothing, where the definition needs 2ⁿ
    /// sets.
    func shapley(by rule: GaussLegendre) -> [Double] {
        guard shares.count > 1 else { return shares }
        var integrals = [Double](repeating: 0, count: shares.count)
        for (node, weight) in zip(rule.nodes, rule.weights) {
            let product = shares.reduce(weight) { $0 * (1 - node * $1) }
            // Nodes lie below 1, so no factor is zero and dividing one out is safe.
            for index in shares.indices { integrals[index] += product / (1 - node * shares[index]) }
        }
        return zip(shares, integrals).map { $0 * $1 }
    }
}
