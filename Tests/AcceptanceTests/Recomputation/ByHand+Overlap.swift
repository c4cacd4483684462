extension ByHand {
    /// How the problems of a listing share its loss, in full days, by the definition of Shapley's value: over all orders
    /// in which problems may come, the mean of what each adds to the loss.
    struct Overlap {
        private(set) var countsFor: [Double]
        private(set) var fixAlone: [Double]
        private(set) var avoidable: [Double]
        private(set) var together = 0.0

        /// - Parameters:
        ///   - claims: what each is expected to take of each day.
        ///   - standing: what each takes of each day while it stands.
        init(_ claims: [[Double]], standing: [[Double]], fixTakesDays: [Double]) {
            countsFor = claims.map { _ in 0 }
            fixAlone = countsFor
            avoidable = countsFor
            let orders = Self.orders(of: Array(claims.indices))
            for day in 0..<ByHand.horizon {
                func loss(_ shares: [Double]) -> Double { 1 - shares.reduce(1) { $0 * (1 - $1) } }
                func loss(_ present: [Int]) -> Double { loss(present.map { claims[$0][day] }) }
                let all = Array(claims.indices)
                together += loss(all)
                for problem in all {
                    let added = orders.map { order in
                        let before = Array(order.prefix { $0 != problem })
                        return loss(before + [problem]) - loss(before)
                    }
                    let value = added.reduce(0, +) / Double(orders.count)
                    countsFor[problem] += value
                    let others = all.filter { $0 != problem }.map { standing[$0][day] }
                    fixAlone[problem] += loss(others + [claims[problem][day]]) - loss(others)
                    avoidable[problem] += value * min(1, max(0, Double(day + 1) - fixTakesDays[problem]))
                }
            }
        }

        private static func orders(of items: [Int]) -> [[Int]] {
            guard items.count > 1 else { return [items] }
            return items.flatMap { first in orders(of: items.filter { $0 != first }).map { [first] + $0 } }
        }
    }
}
