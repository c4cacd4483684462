import FlywheelKit
import Statistics

/// Cases drawn for colleagues to look at, and who looks.
public struct ReviewSample: Hashable, Sendable {
    /// A case to look at.
    public struct Review: Hashable, Sendable {
        /// Why it was drawn.
        public enum Reason: String, Hashable, Sendable {
            /// At random: these alone speak for all cases.
            case random
            /// For what hangs on it: the more, the likelier.
            case stakes
        }

        /// The place of the case among those it was drawn from.
        public let index: Int
        /// Why it was drawn.
        public let reason: Reason
        /// Who is to look, two where their agreement is to be measured; empty where everybody had a part in the case.
        public let reviewers: [String]
    }

    /// What was drawn, in the order drawn.
    public let reviews: [Review]

    /// Draws cases without repetition and hands them out.
    ///
    /// First come those at random, each case as likely as any other; then, of the rest, those by weight, drawn one after the
    /// other with probability by weight. Nobody reviews what they had or wrote in; each case goes to whoever has the fewest
    /// so far. Source of the draw by weight: P. Efraimidis and P. Spirakis, "Weighted random sampling with a reservoir",
    /// 2006.
    ///
    /// - Parameters:
    ///   - cases: what may be drawn, such as the cases that ended in a week.
    ///   - random: how many at random.
    ///   - weighted: how many by weight.
    ///   - doubled: how many of the random ones two people look at.
    ///   - reviewers: who looks, by name.
    ///   - names: what they go by in sources.
    ///   - seed: the same seed draws the same cases, whatever their order: the week's number serves.
    ///   - weights: what hangs on each case, zero or more; of weight zero none is drawn for its stakes.
    public init(
        of cases: [CaseTimeline], random: Int, weighted: Int, doubled: Int, reviewers: [String],
        names: PeopleNames = PeopleNames(), seed: UInt64, weights: [Double]
    ) {
        precondition(weights.count == cases.count, "each case has a weight, found \(weights.count) of \(cases.count)")
        precondition(random >= 0 && weighted >= 0 && doubled >= 0, "nobody draws fewer cases than none")
        var generator = SplitMix64(seed: seed)
        let order = cases.indices.sorted { cases[$0].matter.isListed(before: cases[$1].matter) }
        let ranked = order.map { (index: $0, key: generator.uniform()) }.sorted { $0.key < $1.key }.map(\.index)
        let byChance = ranked.prefix(random)
        let rest = order.filter { !byChance.contains($0) }
        let byStakes = rest.compactMap { index -> (index: Int, key: Double)? in
            let chance = generator.exponential()
            return weights[index] > 0 ? (index, chance / weights[index]) : nil
        }
        .sorted { $0.key < $1.key }.prefix(weighted).map(\.index)
        var load = Dictionary(reviewers.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
        func hand(_ index: Int, to count: Int) -> [String] {
            let people = Set(cases[index].matter.people.map(names.one))
            let free = load.filter { !people.contains(names.one($0.key)) }.sorted {
                ($0.value, $0.key) < ($1.value, $1.key)
            }
            return free.prefix(count).map { name, _ in
                load[name, default: 0] += 1
                return name
            }
        }
        reviews =
            byChance.enumerated().map { place, index in
                Review(index: index, reason: .random, reviewers: hand(index, to: place < doubled ? 2 : 1))
            }
            + byStakes.map { Review(index: $0, reason: .stakes, reviewers: hand($0, to: 1)) }
    }

    /// What hangs on each case as a weight: the sum of its stakes in the currency most cases state, in minor units. Sums of
    /// another currency alone are never converted here; such a case weighs as the median of the others, and one without
    /// stakes nothing.
    public static func weights(of cases: [CaseTimeline]) -> [Double] {
        var counts: [String: Int] = [:]
        for item in cases {
            for code in Set(item.matter.stakes.map(\.amount.currency.code)) { counts[code, default: 0] += 1 }
        }
        let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let sums = cases.map { item in
            item.matter.stakes.reduce(0.0) { sum, stake in
                stake.amount.currency.code == usual ? sum + Double(stake.amount.minorUnits) : sum
            }
        }
        let median = Robust.median(of: sums.filter { $0 > 0 }) ?? 0
        return zip(cases, sums).map { item, sum in sum > 0 ? sum : item.matter.stakes.isEmpty ? 0 : median }
    }
}
