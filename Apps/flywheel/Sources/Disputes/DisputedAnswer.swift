import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What the commands that act in disputes print: how the dispute stands now, by which decision, or who has to agree first.
struct DisputedAnswer: DocumentedAnswer {
    let row: DisputeRow
    let actor: String
    /// The decision it took, or the one that waits.
    let decision: DecisionID?
    /// The roles one of which has to agree before anything happens; empty where it has.
    var needs: [String] = []
    /// Why they have to.
    var why: String?

    let columns = head.columns + DisputeRow.columns
    var rows: [JSON] { [.object(Self.head.json(self).members + row.json.members)] }
    var exit: Exit { needs.isEmpty ? .done : .waits }

    static let document = Document(
        "disputed", "How a dispute stands after an act in it, or who has to agree first.", members)

    static let members: Members<Self> =
        ["actor": .value(\.actor), "at": .value(\.row.asOf)] + head + ["dispute": .value(\.row)]

    private static let head: Members<Self> = [
        "decision": .value(\.decision), "needs": .value(\.needs), "why": .value(\.why),
    ]

    func text(on page: Page) -> [String] {
        let dispute = row.dispute
        guard let why, let decision else {
            let by = decision.map { ", by decision \($0)" } ?? ""
            let until = dispute.deadline.map { ", until \(page.clock.dated($0))" } ?? ""
            return page.wrapped("\(row.record.id): \(dispute.standing)\(until)\(by)")
                + page.next("flywheel disputes show \(row.record.id)")
        }
        return page.wrapped(
            "\(decision) waits for \(needs.joined(separator: " or ")): \(why). Nothing has happened yet.".visible)
            + page.next("flywheel disputes agree \(decision) --because WORDS")
    }
}

extension Session {
    /// How a dispute stands after an act in it.
    func disputed(_ step: DisputeStep, of id: CaseID) throws -> DisputedAnswer {
        guard let record = try host.store.caseRecords([id]).first,
            let dispute = try record.contents().disputes(at: now).last
        else { throw CaseWorkError.dispute(id, .move(.noDispute)) }
        let waiting = try cases.proposals().filter { $0.record.case == id }.map(\.record.id)
        let row = DisputeRow(record: record, dispute: dispute, asOf: now, proposals: waiting)
        switch step {
        case .done(_, let decision): return DisputedAnswer(row: row, actor: actor.name, decision: decision)
        case .proposed(let decision, let roles, let reason):
            return DisputedAnswer(
                row: row, actor: actor.name, decision: decision, needs: roles, why: reason.description)
        }
    }
}
