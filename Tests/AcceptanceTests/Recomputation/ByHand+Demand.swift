import Foundation

extension ByHand {
    /// What each SKU would sell a day with nothing wrong.
    struct Demand {
        /// Units a day to four decimals, by SKU.
        private(set) var unitsPerDay: [String: Decimal] = [:]

        init(_ hand: ByHand, problems: [String: [Problem]]) {
            let first = hand.today - 91
            var units: [String: [Double]] = [:]
            for order in hand.seller.orders where order.status != "Cancelled" {
                let day = (order.placedAt + hand.offset) / 86_400 - first
                guard (0..<91).contains(day) else { continue }
                units[order.sku, default: Array(repeating: 0, count: 91)][day] += Double(order.units)
            }
            func open(_ sku: String) -> [Double] {
                (0..<91).map { day in
                    // The largest of each kind: two issues hide a listing once.
                    var taken: [String: Double] = [:]
                    for problem in problems[sku] ?? [] where problem.firstDay <= first + day {
                        taken[problem.kind] = max(taken[problem.kind] ?? 0, problem.share)
                    }
                    return taken.sorted { $0.key < $1.key }.reduce(1) { $0 * (1 - $1.value) }
                }
            }
            let products = Dictionary(grouping: hand.seller.listings, by: \.asin).mapValues { listings in
                listings.map(\.sku).sorted().map { sku in
                    (sku: sku, units: units[sku] ?? Array(repeating: 0, count: 91), open: open(sku))
                }
            }
            let pooled = products.mapValues { skus in
                Self.counted(
                    (0..<91).map { day in
                        Day(
                            back: 90 - day, units: skus.reduce(0) { $0 + $1.units[day] },
                            open: skus.map(\.open[day]).max() ?? 0)
                    })
            }
            let prior = Self.prior(pooled.values.map(Sums.init))
            for (asin, skus) in products {
                let sums = Sums(pooled[asin] ?? [])
                guard sums.open + prior.days > 0 else { continue }
                let rate = (prior.units + sums.units) / (prior.days + sums.open)
                let total = (rate * 10_000).rounded(.toNearestOrEven)
                let sold = skus.map { sku in
                    Sums(
                        Self.counted((0..<91).map { Day(back: 90 - $0, units: sku.units[$0], open: sku.open[$0]) }))
                }
                let own = Self.drawnToTheirMean(sold)
                let least = min(0.01, 0.1 / Double(skus.count))
                let sum = own.reduce(0, +)
                let parts = own.map { rate in
                    (least + (1 - Double(skus.count) * least) * (sum > 0 ? rate / sum : 1 / Double(skus.count))) * total
                }
                for (sku, part) in zip(skus, handedOut(parts, total: total)) {
                    unitsPerDay[sku.sku] = Decimal(part) / 10_000
                }
            }
        }

        struct Day {
            let back: Int
            let units: Double
            let open: Double
        }

        /// The days that something could be bought on, without those up to a first sale that so many after it cannot have left
        /// without one by chance: once in a thousand times.
        private static func counted(_ days: [Day]) -> [Day] {
            let open = days.filter { $0.open >= 0.05 }
            guard let first = open.firstIndex(where: { $0.units > 0 }) else { return open }
            let after = open[(first + 1)...]
            let selling = after.filter { $0.units > 0 }.count
            let (length, silence) = (after.reduce(0) { $0 + $1.open }, open[..<first].reduce(0) { $0 + $1.open })
            let chance = (0..<selling).reduce(1.0) { chance, _ in chance * length / (length + silence) }
            return chance < 0.001 ? Array(after) : open
        }

        /// Sums over days that count half every 28 days back. One of more than two units counts for no more than the mean of the
        /// others and five of their deviations, at least those of independent buyers.
        struct Sums {
            var units = 0.0
            var open = 0.0

            init(_ days: [Day]) {
                let weights = days.map { pow(0.5, Double($0.back) / 28) }
                open = zip(weights, days).reduce(0) { $0 + $1.0 * $1.1.open }
                for (place, day) in days.enumerated() {
                    let others = days.indices.filter { $0 != place }
                    let rest = others.reduce(0) { $0 + weights[$1] * days[$1].open }
                    var most = Double.infinity
                    if day.units > 2 * day.open, rest >= 1 {
                        let mean = others.reduce(0) { $0 + weights[$1] * days[$1].units } / rest
                        let scatter = others.reduce(0) {
                            $0 + weights[$1] * days[$1].open * pow(days[$1].units / days[$1].open - mean, 2)
                        }
                        most = max(2, mean + 5 * max(mean, scatter / rest).squareRoot()) * day.open
                    }
                    units += weights[place] * min(day.units, most)
                }
            }

            var rate: Double { open > 0 ? units / open : 0 }
        }

        /// The rates of a product's SKUs, each as if it had sold at the mean of all for a week more; none of what was never open.
        private static func drawnToTheirMean(_ skus: [Sums]) -> [Double] {
            let open = skus.filter { $0.open > 0 }
            let mean = open.reduce(0) { $0 + $1.rate } / Double(max(1, open.count))
            return skus.map { $0.open > 0 ? ($0.units + 7 * mean) / ($0.open + 7) : 0 }
        }

        /// What the marketplace's products sell, by the method of moments, as so many units in so many days.
        private static func prior(_ members: [Sums]) -> (units: Double, days: Double) {
            let members = members.filter { $0.open > 0 }
            let total = members.reduce(0) { $0 + $1.open }
            let mean = members.reduce(0) { $0 + $1.units } / total
            guard members.count >= 8, mean > 0 else { return (0, 0) }
            let scatter = members.reduce(0) { $0 + $1.open * pow($1.rate - mean, 2) }
            let spread = total - members.reduce(0) { $0 + $1.open * $1.open } / total
            let between = (scatter - Double(members.count - 1) * mean) / spread
            let days = between > 0 ? min(mean / between, total) : total
            return (mean * days, days)
        }
    }
}

/// Rounds down, and hands what is missing from the total to the largest remainders, the first among equals first.
func handedOut(_ parts: [Double], total: Double) -> [Double] {
    var whole = parts.map { $0.rounded(.down) }
    // Parts that are equal by the formula differ in their last digits by the order in which they were added up.
    let remainders = zip(parts, whole).map { (($0 - $1) * 1_000_000).rounded() }
    let order = parts.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for index in order.prefix(Int((total - whole.reduce(0, +)).rounded())) { whole[index] += 1 }
    return whole
}
