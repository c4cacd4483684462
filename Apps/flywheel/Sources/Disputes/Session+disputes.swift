import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

extension Session {
    /// Makes a move of a case's dispute, and says how it stands then.
    func make(
        in target: DisputedCase, _ grounds: Grounds? = nil, _ move: (Dispute) throws -> DisputeMove
    ) throws -> any Answer {
        let id = try target.id()
        guard let record = try host.store.caseRecords([id]).first else { throw CaseWorkError.unknown(id) }
        guard let dispute = try record.contents().disputes(at: now).last else {
            throw CaseWorkError.dispute(id, .move(.noDispute))
        }
        let step = try cases.dispute(id, try move(dispute), because: grounds?.because ?? "")
        return try disputed(step, of: id)
    }

    /// What was decided before.
    func precedents(
        words: String, type: DecisionType? = nil, kind: DisputeKind?, reason: String? = nil, limit: Int,
        behind cursor: String? = nil
    ) throws -> PrecedentsAnswer {
        var query = PrecedentQuery()
        query.words = words
        query.type = type
        query.kind = kind
        query.reason = reason
        let all = try cases.decided(query)
        let part = try ListPart(all.decisions, behind: cursor, limit: limit, isWhole: all.isWhole) {
            $0.record.id.description
        }
        return PrecedentsAnswer(
            items: try cases.precedents(part.rows), matching: part.matching, next: part.next, asOf: now)
    }
}
