public import Statistics

/// What colleagues found of how cases were handled.
public struct ReviewSummary: Hashable, Sendable {
    /// How often something was found.
    public struct Verdict: Hashable, Sendable {
        /// What, a word of the desk's own list.
        public let name: String
        /// In how many cases, by the first to look.
        public let cases: Int
    }

    /// Cases that somebody reviewed.
    public let reviewed: Int
    /// What the first to look found, the most frequent first.
    public let verdicts: [Verdict]
    /// How far the first two agree, over the cases that two looked at; `nil` without such a case, or where all were found
    /// alike: agreement beyond chance cannot show there.
    public let agreement: CohensKappa?
    /// Cases that two looked at.
    public let twice: Int

    /// Sums up.
    public init(_ cases: [CaseTimeline]) {
        let found = cases.map(\.matter.verdicts).filter { !$0.isEmpty }
        var counts: [String: Int] = [:]
        for verdicts in found { counts[verdicts[0].verdict, default: 0] += 1 }
        let pairs = found.filter { $0.count > 1 }.map { (first: $0[0].verdict, second: $0[1].verdict) }
        reviewed = found.count
        verdicts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { Verdict(name: $0.key, cases: $0.value) }
        twice = pairs.count
        agreement = CohensKappa(pairs)
    }
}
