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
    private var claims: [DailyClaim]
    /// The places of the claims kind by kind, as they were given.
    private let given: [Int]
    /// The places of the claims kind by kind, of each kind the largest first.
    private var order: [Int]
    /// Where each kind ends in ``order``.
    private let ends: [Int]

    /// - Parameters:
    ///   - claims: the claims on the listing.
    ///   - kinds: the places of the claims of each kind, in any order.
    init(_ claims: [DailyClaim], kinds: [[Int]]) {
        self.claims = claims
        given = kinds.flatMap(\.self)
        order = given
        ends = kinds.indices.reduce(into: []) { $0.append(($0.last ?? 0) + kinds[$1].count) }
        sortKinds()
    }

    /// Looks at another day of the same listing.
    mutating func move(to day: (Int) -> DailyClaim) {
        for place in claims.indices { claims[place] = day(place) }
        sortKinds()
    }

    /// Most listings have one claim of a kind, and then there is nothing to put in order.
    private mutating func sortKinds() {
        guard ends.count < order.count else { return }
        order = given
        for kind in ends.indices {
            let places = places(of: kind)
            order[places].sort { claims[$0].lost > claims[$1].lost }
        }
    }

    private func places(of kind: Int) -> Range<Int> { (kind == 0 ? 0 : ends[kind - 1])..<ends[kind] }

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
    func shapley(by rule: GaussLegendre) -> [Double] {
        var values = [Double](repeating: 0, count: claims.count)
        shapley(by: rule, into: &values)
        return values
    }

    /// The same, in the place of what `values` held.
    ///
    /// It is the slope of the game's multilinear extension along the diagonal (G. Owen, "Multilinear extensions of
    /// games", 1972): with every claim come by t, φₑ = ∫₀¹ Π(1 - X(t)) · ∂Xₑ(t) dt, the product over the other kinds and
    /// the slope that of its own. The integrand is a polynomial of degree n - 1 and nowhere negative, so a quadrature of
    /// ⌈n/2⌉ nodes is exact for any n and cancels nothing, where the definition needs 2ⁿ sets.
    func shapley(by rule: GaussLegendre, into values: inout [Double]) {
        guard claims.count > 1 else {
            for place in claims.indices { values[place] = claims[place].chance * claims[place].lost }
            return
        }
        for place in claims.indices { values[place] = 0 }
        for point in rule.nodes.indices {
            let node = rule.nodes[point]
            var all = rule.weights[point]
            for kind in ends.indices { all *= left(by: places(of: kind)) { node * claims[$0].chance } }
            for kind in ends.indices {
                // Nodes lie below 1, so each kind leaves something and dividing it out is safe.
                let own = left(by: places(of: kind)) { node * claims[$0].chance }
                addSlopes(of: places(of: kind), at: node, times: all / own, to: &values)
            }
        }
    }

    private func loss(_ chance: (Int) -> Double) -> Double {
        var left = 1.0
        for kind in ends.indices { left *= self.left(by: places(of: kind), chance) }
        return 1 - left
    }

    /// 1 - X, what a kind leaves: what the largest does where it is there, else what the smaller ones do. Nothing is
    /// subtracted, so that many full losses do not cancel its digits.
    private func left(by kind: Range<Int>, _ chance: (Int) -> Double) -> Double {
        var left = 1.0
        for index in kind.reversed() {
            let place = order[index]
            left = left * (1 - chance(place)) + (1 - claims[place].lost) * chance(place)
        }
        return left
    }

    /// What each of a kind takes of what the smaller ones leave, where none that is larger is there.
    private func addSlopes(of kind: Range<Int>, at node: Double, times factor: Double, to values: inout [Double]) {
        var noneLarger = factor
        for index in kind {
            let place = order[index]
            let smaller = left(by: index + 1..<kind.upperBound) { node * claims[$0].chance }
            values[place] += noneLarger * claims[place].chance * max(0, smaller - (1 - claims[place].lost))
            noneLarger *= 1 - node * claims[place].chance
        }
    }
}
