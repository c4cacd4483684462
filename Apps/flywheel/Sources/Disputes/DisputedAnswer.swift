import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What the commands that act in disputes print: how the dispute stands now, by which decision, or who has to agree first.
struct DisputedAnswer: Answer {
    let row: DisputeRow
    let actor: String
    /// The decision it took, or the one that waits.
    let decision: DecisionID?
    /// The roles one of which has to agree before anything happens; empty where it has.
    var needs: [String] = []
    /// Why they have to.
    var why: String?

    let columns = ["decision", "needs", "why"] + DisputeRow.columns
    var rows: [JSON] { [.object(head.members + row.json.members)] }
    var exit: Exit { needs.isEmpty ? .done : .waits }

    private var head: JSON {
        ["decision": .text(decision?.description), "needs": .texts(needs), "why": .text(why)]
    }

    var json: JSON {
        [
            "schema": "flywheel.disputed/1", "actor": .text(actor), "at": .instant(row.asOf),
            "decision": .text(decision?.description), "needs": .texts(needs), "why": .text(why),
            "dispute": row.json,
        ]
    }

    /// The same shape for schemas.
    static let shape: Shape = [
        "actor": .text, "at": .instant, "decision": .maybe(.text), "needs": .list(.text), "why": .maybe(.text),
        "dispute": DisputeRow.shape,
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
