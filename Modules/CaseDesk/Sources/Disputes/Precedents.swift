public import Cases
public import FlywheelKit
public import FlywheelStore

/// A decision that was taken before, with what was said for it.
public struct Precedent: Hashable, Sendable {
    /// The decision.
    public let record: DecisionRecord
    /// What it was about.
    public let decision: DisputeDecision
    /// Why it was decided so; `nil` where that was erased.
    public let rationale: String?
}

/// Which precedents are asked for. What is left empty asks for nothing in particular.
public struct PrecedentQuery: Hashable, Sendable {
    /// Words of the rationale, all of which have to be in it.
    public var words = ""
    /// The type of decision.
    public var type: DecisionType?
    /// The kind of dispute.
    public var kind: DisputeKind?
    /// What was asked for, by its code.
    public var reason: String?
    /// One of these states; those that were taken or refused where none is said.
    public var states: Set<DisputeDecision.State> = [.taken, .refused]

    /// Asks for all that were decided.
    public init() {}

    func admits(_ record: DecisionRecord, _ decision: DisputeDecision) -> Bool {
        states.contains(decision.state) && type.map { $0.rawValue == record.kind } ?? true
            && kind ?? decision.dispute == decision.dispute && reason ?? decision.reason == decision.reason
    }
}

extension CaseWorkbench {
    /// All decisions about a case's disputes, oldest first; that their rationales were seen is logged.
    public func decisions(of id: CaseID) throws(CaseWorkError) -> [Precedent] {
        let records = try stored { () throws(StoreError) in try store.decisions(of: [id]) }
        return try told(records.compactMap { record in record.dispute.map { (record, $0) } }, for: "dispute")
    }

    /// Decisions that wait for somebody else to agree, oldest first, without their rationales.
    public func proposals() throws(CaseWorkError) -> [(record: DecisionRecord, decision: DisputeDecision)] {
        let all = try stored { () throws(StoreError) in try store.decisions(of: nil) }
        let reviewed = Set(all.compactMap(\.replaces))
        return all.filter { !reviewed.contains($0.id) }.compactMap { record in
            record.dispute.flatMap { $0.state == .proposed ? (record, $0) : nil }
        }
    }

    /// Whether who acts may decide on a sum, or whose agreement that takes.
    public func verdict(on type: DecisionType, _ amount: Money?) -> DecisionVerdict {
        rules.settings.rights.review(DecisionProposal(type, amount, by: rules.decider(actor.name)))
    }

    /// Rationales that are looked through for words.
    private static let searched = 1_000

    /// What was decided before, newest first, without what was said for it; and whether that is all there is.
    public func decided(
        _ query: PrecedentQuery
    ) throws(CaseWorkError) -> (decisions: [(record: DecisionRecord, decision: DisputeDecision)], isWhole: Bool) {
        var found: Set<DecisionID>?
        if !query.words.isEmpty {
            let places = try stored { () throws(StoreError) in
                try store.search(query.words, in: [.rationale], limit: Self.searched)
            }
            found = Set(places.map { DecisionID($0.number) })
        }
        let all = try stored { () throws(StoreError) in try store.decisions(of: nil) }
        let decisions = all.reversed().filter { found?.contains($0.id) ?? true }
            .compactMap { record in record.dispute.map { (record, $0) } }.filter(query.admits)
        return (decisions, (found?.count ?? 0) < Self.searched)
    }

    /// Decisions with what was said for them; that it was seen is logged.
    public func precedents(
        _ decisions: [(record: DecisionRecord, decision: DisputeDecision)]
    ) throws(CaseWorkError) -> [Precedent] {
        try told(decisions, for: "precedents")
    }

    /// The decisions with what was said for them.
    private func told(
        _ records: [(DecisionRecord, DisputeDecision)], for purpose: String
    ) throws(CaseWorkError) -> [Precedent] {
        let cases = Set(records.map(\.0.case)).sorted()
        guard !cases.isEmpty else { return [] }
        let read = try stored { () throws(StoreError) in
            try texts.read(.cases(cases), fields: [.rationale], for: purpose)
        }
        let rationales = Dictionary(read.map { ($0.number, $0.text) }) { _, newer in newer }
        return records.map { Precedent(record: $0.0, decision: $0.1, rationale: rationales[$0.0.id.number]) }
    }
}
