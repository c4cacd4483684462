import Foundation

extension ByHand {
    /// The share of sales that a listing hidden from search loses, learned from all that were: nobody sorts them here.
    var searchShare: Double {
        let episodes = Dictionary(grouping: seller.issues, by: \.sku).compactMap { episode(of: $0, $1) }
        let crude = episodes.reduce(0) { $0 + $1.during } / episodes.reduce(0) { $0 + $1.expected }
        guard !episodes.isEmpty else { return Self.priorSearchShare }
        func variance(_ episode: Episode, _ kept: Double) -> Double {
            let kept = max(0.02, kept)
            return episode.expected * (kept + kept * kept / 4) + pow(0.1 * episode.expected, 2)
        }
        func sums(_ kept: Double) -> (during: Double, expected: Double) {
            episodes.reduce((0, 0)) { sums, episode in
                let weight = episode.expected / variance(episode, kept)
                return (sums.0 + weight * episode.during, sums.1 + weight * episode.expected)
            }
        }
        let first = sums(crude)
        let kept = first.during / first.expected
        let scatter = episodes.reduce(0) { $0 + pow($1.during - kept * $1.expected, 2) / variance($1, kept) }
        let dispersion = episodes.count > 1 ? max(1, scatter / Double(episodes.count - 1)) : 1
        let seen = sums(kept).expected / dispersion
        // 0.6 to 0.9 holds the middle 80 %, and 1.2816 deviations of a normal number are half of that.
        let believed = pow(1.2815515655446004 / 0.15, 2)
        let share = (believed * Self.priorSearchShare + seen * (1 - kept)) / (believed + seen)
        return (min(1, max(0, share)) * 100).rounded() / 100
    }

    private struct Episode {
        /// Units of the first whole week.
        let during: Double
        /// Units of the four weeks before, a quarter of them.
        let expected: Double
    }

    private func episode(of sku: String, _ issues: [Seller.Issue]) -> Episode? {
        guard let since = issues.filter({ $0.status == "Search Suppressed" }).map(\.sinceDay).min() else { return nil }
        let blocks = issues.filter { $0.status == "LISTING_SUPPRESSED" || $0.status == "CATALOG_ITEM_REMOVED" }
        guard since + 8 <= today, blocks.allSatisfy({ $0.sinceDay >= since + 8 }) else { return nil }
        func units(_ days: Range<Int>) -> Double {
            seller.orders.filter { order in
                order.sku == sku && order.status != "Cancelled" && days.contains((order.placedAt + offset) / 86_400)
            }.reduce(0) { $0 + Double($1.units) }
        }
        let before = units(since - 28..<since)
        guard before >= 10 else { return nil }
        return Episode(during: units(since + 1..<since + 8), expected: before / 4)
    }
}
