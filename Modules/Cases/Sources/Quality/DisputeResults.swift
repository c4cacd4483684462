/// How disputes ended for a side, with what each share is of.
///
/// Won is what went wholly to the side; a ruling that gives each a part is neither won nor lost and stands in the denominator.
/// Disputes that were let go have no winner and are apart, and so are those still pending; a ruling that may yet be appealed
/// counts as it stands. Only what somebody pursued is here: who contests only what they expect to win has the higher share, and
/// evidence goes with a result without being shown to have made it.
public struct DisputeResults: Hashable, Sendable {
    /// Results of some disputes.
    public struct Tally: Hashable, Sendable {
        /// Went wholly to the side.
        public internal(set) var won = 0
        /// Gave each a part.
        public internal(set) var partly = 0
        /// Went wholly against it.
        public internal(set) var lost = 0
        /// Were let go.
        public internal(set) var withdrawn = 0
        /// Are not decided, or under appeal.
        public internal(set) var pending = 0

        /// No results.
        public init() {}

        /// Won of all decided.
        public var wins: ShareSummary { ShareSummary(part: won, whole: won + partly + lost, open: pending) }
    }

    /// Results of a part, under its name.
    public struct Part: Hashable, Sendable {
        /// The kind, reason or evidence.
        public let name: String
        /// Its results.
        public let tally: Tally
    }

    /// Of all.
    public let all: Tally
    /// By what they are about.
    public let byKind: [Part]
    /// By the source's reason.
    public let byReason: [Part]
    /// By the evidence the side brought; a dispute counts under each kind of it, and as `none` without.
    public let byEvidence: [Part]

    /// Counts.
    /// - Parameter side: whose results, in disputes of others alone; `nil` takes the desk's own, in disputes that it has a part in.
    public init(_ cases: [CaseTimeline], of side: Side? = nil) {
        var all = Tally()
        var (kinds, reasons, proofs): ([String: Tally], [String: Tally], [String: Tally]) = ([:], [:], [:])
        for dispute in cases.flatMap({ item in item.matter.disputes(at: item.now) }) {
            guard let party = dispute.party(counting: side),
                let place = dispute.place(for: party)
            else { continue }
            all[keyPath: place] += 1
            kinds[dispute.terms.rules.kind.rawValue, default: Tally()][keyPath: place] += 1
            reasons[dispute.terms.reason, default: Tally()][keyPath: place] += 1
            let brought = dispute.evidence(by: party).map(\.rawValue)
            for proof in brought.isEmpty ? ["none"] : brought { proofs[proof, default: Tally()][keyPath: place] += 1 }
        }
        self.all = all
        byKind = Self.parts(kinds)
        byReason = Self.parts(reasons)
        byEvidence = Self.parts(proofs)
    }

    private static func parts(_ tallies: [String: Tally]) -> [Part] {
        tallies.map { Part(name: $0.key, tally: $0.value) }
            .sorted { ($1.tally.wins.whole, $0.name) < ($0.tally.wins.whole, $1.name) }
    }
}

extension Dispute {
    /// The part that counts: the desk's own or, in a dispute of others, that of a side.
    fileprivate func party(counting side: Side?) -> DisputeParty? {
        let own = party(of: terms.desk)
        guard let side else { return own }
        return own == nil ? party(of: side) : nil
    }

    /// The part a side has as one of the two who dispute.
    private func party(of side: Side) -> DisputeParty? {
        side == terms.claimant ? .claimant : side == terms.respondent ? .respondent : nil
    }

    /// Where its result counts for a party.
    fileprivate func place(for party: DisputeParty) -> WritableKeyPath<DisputeResults.Tally, Int>? {
        guard !stage.isPending else { return \.pending }
        if let winner { return winner == party ? \.won : \.lost }
        return ruling.map { $0.outcome == .withdrawn ? \.withdrawn : \.partly }
    }
}
