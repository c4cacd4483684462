import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

/// What `causes` prints: the root causes of each workflow.
struct CausesAnswer: Answer {
    let causes: [CauseRegister.Cause]
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ["workflow", "cause", "title", "closes", "last", "readAs"]

    var rows: [JSON] {
        causes.map { cause in
            [
                "workflow": .text(cause.workflow), "cause": .text(cause.id), "title": .text(cause.title),
                "closes": .count(cause.count), "last": .instant(cause.last), "readAs": .text(cause.readAs),
            ]
        }
    }

    var json: JSON { ["schema": "flywheel.causes/1", "asOf": .instant(asOf), "items": .array(rows)] }

    func text(on page: Page) -> [String] {
        let table = Table(
            columns: [
                .init("WORKFLOW"), .init("CAUSE"), .init("CLOSES", isRight: true), .init("LAST"),
                .init("READ AS"), .init("MEANS", least: 12),
            ],
            rows: causes.map { cause in
                [
                    Table.Cell(cause.workflow), Table.Cell(cause.id), Table.Cell(Numbers.grouped(cause.count)),
                    Table.Cell(cause.last.map { page.clock.dated($0) } ?? "-"), Table.Cell(cause.readAs ?? "-"),
                    Table.Cell((cause.title ?? "added by a close").visible),
                ]
            },
            droppable: causes.contains { $0.readAs != nil } ? ["MEANS", "LAST"] : ["READ AS", "MEANS", "LAST"]
        ).lines(on: page)
        return table + page.next("flywheel causes merge CAUSE OTHER --workflow ID")
    }
}

/// What `causes merge` prints: the decision.
struct CauseMergeAnswer: Answer {
    let decision: String
    let workflow: String
    let cause: String
    let other: String
    let review: Instant

    let listKey: String? = nil
    let columns = ["decision", "workflow", "cause", "readAs", "review"]
    var rows: [JSON] {
        [
            [
                "decision": .text(decision), "workflow": .text(workflow), "cause": .text(cause),
                "readAs": .text(other), "review": .instant(review),
            ]
        ]
    }

    var json: JSON { .object([JSON.Member(key: "schema", value: "flywheel.cause-merge/1")] + rows[0].members) }

    func text(on page: Page) -> [String] {
        page.wrapped(
            "\(decision): in \(workflow), \(cause) is read as \(other) from now on; outcomes keep the word that was said."
                .visible) + page.next("flywheel causes --workflow \(workflow)")
    }
}

extension Session {
    /// The root causes of one workflow, or of all.
    func causes(of workflow: String?) throws -> CausesAnswer {
        let register = CauseRegister(store: host.store, plan: host.plan)
        return CausesAnswer(
            causes: try register.causes(at: now).filter { workflow == nil || $0.workflow == workflow }, asOf: now)
    }

    /// Has a root cause read as another.
    func mergeCauses(_ cause: String, into other: String, of workflow: String) throws -> CauseMergeAnswer {
        let register = CauseRegister(store: host.store, plan: host.plan)
        do {
            let record = try register.merge(
                cause, into: other, of: workflow, by: actor, at: now, reviewDays: loop.reviewDays)
            return CauseMergeAnswer(
                decision: record.id, workflow: workflow, cause: cause, other: other,
                review: try DecisionBody(record).review)
        } catch let error as CauseError {
            let exit: Exit = if case .unknown = error { .usage } else { .refused }
            throw Diagnostic(
                "causes", error.description, help: "flywheel causes --workflow \(workflow) lists them", exit: exit)
        }
    }
}
