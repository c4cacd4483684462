/// What audits of escalations come to.
public struct PolicyGaps: Hashable, Sendable {
    /// A gap, and what came of it.
    public struct Gap: Hashable, Sendable {
        /// The policy.
        public let policy: String
        /// In how many audits it was found.
        public let audits: Int
        /// The decision that closes it; the last one where there are several.
        public let decision: String?
    }

    /// A tag, and how often it was given.
    public struct Tag: Hashable, Sendable {
        /// The tag.
        public let name: String
        /// In how many audits.
        public let audits: Int
    }

    /// Audits that found a gap, of all audits. Where a random sample was audited the bounds hold for all escalations.
    public let share: ShareSummary
    /// How often each tag was given, the most frequent first.
    public let tags: [Tag]
    /// The gaps, open ones first, then by how often they were found.
    public let gaps: [Gap]

    /// Sums up the last audit of each case.
    public init(_ cases: [CaseTimeline]) {
        let audits = cases.compactMap(\.matter.audit)
        share = ShareSummary(part: audits.count { $0.gap != nil }, whole: audits.count)
        var counts: [String: Int] = [:]
        for tag in audits.flatMap({ Set($0.tags) }) { counts[tag, default: 0] += 1 }
        tags = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { Tag(name: $0.key, audits: $0.value) }
        var gaps: [String: Gap] = [:]
        for audit in audits {
            guard let policy = audit.gap else { continue }
            let known = gaps[policy]
            gaps[policy] = Gap(
                policy: policy, audits: (known?.audits ?? 0) + 1, decision: audit.decision ?? known?.decision)
        }
        self.gaps = gaps.values.sorted { first, second in
            let open = (first.decision == nil, second.decision == nil)
            guard open.0 == open.1 else { return open.0 }
            return (second.audits, first.policy) < (first.audits, second.policy)
        }
    }
}
