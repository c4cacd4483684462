extension ByHand {
    /// What one problem does to a listing, day by day.
    struct Claim {
        let kind: String
        /// What it takes of each day while it is there.
        let share: [Double]
        /// The probability that it is there on each day.
        let chance: [Double]
        /// The probability that it happens at all.
        let happens: Double
    }

    /// How the problems of a listing share its loss, in full days, by the definition of Shapley's value: over all orders
    /// in which problems may come, the mean of what each adds to the loss.
    struct Overlap {
        private(set) var countsFor: [Double]
        private(set) var fixAlone: [Double]
        private(set) var avoidable: [Double]
        private(set) var together: [Double] = []

        init(_ claims: [Claim], fixTakesDays: [Double]) {
            countsFor = claims.map { _ in 0 }
            fixAlone = countsFor
            avoidable = countsFor
            let all = Array(claims.indices)
            let orders = Self.orders(of: all)
            for day in 0..<(claims.first?.share.count ?? 0) {
                func loss(_ present: [Int], standing: [Int] = []) -> Double {
                    Self.loss(
                        claims, on: day,
                        chances: present.map { ($0, claims[$0].chance[day]) }
                            + standing.map { ($0, claims[$0].happens) })
                }
                together.append(loss(all))
                for problem in all {
                    let added = orders.map { order in
                        let before = Array(order.prefix { $0 != problem })
                        return loss(before + [problem]) - loss(before)
                    }
                    let value = added.reduce(0, +) / Double(orders.count)
                    countsFor[problem] += value
                    let others = all.filter { $0 != problem }
                    fixAlone[problem] += loss([problem], standing: others) - loss([], standing: others)
                    avoidable[problem] += value * min(1, max(0, Double(day + 1) - fixTakesDays[problem]))
                }
            }
        }

        /// What is lost of a day, weighed over everything that may be there and not be there. Of what is there the
        /// largest of a kind takes its share, and kinds take theirs of what others leave.
        private static func loss(_ claims: [Claim], on day: Int, chances: [(problem: Int, chance: Double)]) -> Double {
            (0..<1 << chances.count).reduce(0) { sum, set in
                var probability = 1.0
                var taken: [String: Double] = [:]
                for (place, (problem, chance)) in chances.enumerated() {
                    let isThere = set >> place & 1 == 1
                    probability *= isThere ? chance : 1 - chance
                    if isThere {
                        taken[claims[problem].kind] = max(taken[claims[problem].kind] ?? 0, claims[problem].share[day])
                    }
                }
                return sum + probability * (1 - taken.sorted { $0.key < $1.key }.reduce(1) { $0 * (1 - $1.value) })
            }
        }

        private static func orders(of items: [Int]) -> [[Int]] {
            guard items.count > 1 else { return [items] }
            return items.flatMap { first in orders(of: items.filter { $0 != first }).map { [first] + $0 } }
        }
    }
}
