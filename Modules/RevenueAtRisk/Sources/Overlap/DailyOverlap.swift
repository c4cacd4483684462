/// What one claim does to one day of a listing.
struct DailyClaim {
    /// ℓ: the share of the day that it takes where it is there, 0 to 1.
    let lost: Double
    /// The probability that it is there, 0 to 1: p·S, or p where it is taken not to end by itself.
    let chance: Double
}

/// How the claims on one listing share the loss of one day.
///
/// Claims of one kind take the same sales: what two issues hide from search is hidden once. Of those that are there the
/// largest counts, so a kind is expected to take X = E[max ℓ]. What different kinds take is independent, and the part of
/// the day that survives all of them is the product of the parts that survive each: L = 1 - Π(1 - X). Claims come and
/// go independently, so working with expectations loses nothing.
struct DailyOverlap {
    private let claims: [DailyClaim]
    /// The places of the claims of each kind, the largest first.
    private let kinds: [[Int]]

    /// - Parameters:
    ///   - claims: the claims on the listing.
    ///   - kinds: the places of the claims of each kind, in any order.
    init(_ claims: [DailyClaim], kinds: [[Int]]) {
        self.claims = claims
        // Most listings have one claim of a kind, and then there is nothing to put in order.
        self.kinds =
            kinds.count == claims.count ? kinds : kinds.map { $0.sorted { claims[$0].lost > claims[$1].lost } }
    }

    /// L: what all of them are expected to take together.
    var loss: Double { loss { claims[$0].chance } }

    /// What is no longer lost when the claims marked in `ended` are gone and all others stay as they are: the loss with
    /// them less the loss without them.
    ///
    /// - Parameter standing: p of each claim. Those that stay are there with this, those that end with their chance:
    ///   what would have ended by itself is not recovered by a fix.
    func recovered(byEnding ended: [Bool], standing: [Double]) -> Double {
        let before = loss { ended[$0] ? claims[$0].chance : standing[$0] }
        return max(0, before - loss { ended[$0] ? 0 : standing[$0] })
    }

    /// The Shapley value of each claim in the game of what those that have come take; adds up to ``loss``.
    ///
    /// It is the slope of the game's multilinear extension along the diagonal (G. Owen, "Multilinear extensions of
    /// games", 1972): with every claim come by t, φₑ = ∫₀¹ Π(1 - X(t)) · ∂Xₑ(t) dt, the product over the other kinds and
    /// the slope that of its own. The integrand is a polynomial of degree n - 1 and nowhere negative, so a quadrature of
    /// ⌈n/2⌉ nodes is exact for any n and cancels nothing, where the definition needs 2ⁿ sets.
    func shapley(by rule: GaussLegendre) -> [Double] {
        guard claims.count > 1 else { return claims.map { $0.chance * $0.lost } }
        var values = [Double](repeating: 0, count: claims.count)
        for (node, weight) in zip(rule.nodes, rule.weights) {
            let left = kinds.map { kind in self.left(by: kind[...]) { node * claims[$0].chance } }
            let all = left.reduce(weight, *)
            // Nodes lie below 1, so each kind leaves something and dividing it out is safe.
            for (kind, own) in zip(kinds, left) { addSlopes(of: kind, at: node, times: all / own, to: &values) }
        }
        return values
    }

    private func loss(_ chance: (Int) -> Double) -> Double { 1 - kinds.reduce(1) { $0 * left(by: $1[...], chance) } }

    /// 1 - X, what a kind leaves: what the largest does where it is there, else what the smaller ones do. Nothing is
    /// subtracted, so that many full losses do not cancel its digits.
    private func left(by kind: ArraySlice<Int>, _ chance: (Int) -> Double) -> Double {
        kind.reversed().reduce(1) { $0 * (1 - chance($1)) + (1 - claims[$1].lost) * chance($1) }
    }

    /// What each of a kind takes of what the smaller ones leave, where none that is larger is there.
    private func addSlopes(of kind: [Int], at node: Double, times factor: Double, to values: inout [Double]) {
        var noneLarger = factor
        for (number, place) in kind.enumerated() {
            let smaller = left(by: kind[(number + 1)...]) { node * claims[$0].chance }
            values[place] += noneLarger * claims[place].chance * max(0, smaller - (1 - claims[place].lost))
            noneLarger *= 1 - node * claims[place].chance
        }
    }
}
