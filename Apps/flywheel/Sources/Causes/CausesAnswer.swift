import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

/// What `causes` prints: the root causes of each workflow.
struct CausesAnswer: DocumentedAnswer {
    let causes: [CauseRegister.Cause]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("causes", "The root causes that exceptions are closed with.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf),
        "items": .list(
            \.causes,
            [
                "workflow": .value(\.workflow), "cause": .value(\.id), "title": .value(\.title),
                "closes": .value(\.count), "last": .value(\.last), "readAs": .value(\.readAs),
            ]),
    ]

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
struct CauseMergeAnswer: DocumentedAnswer {
    let decision: String
    let workflow: String
    let cause: String
    let other: String
    let review: Instant

    static let document = Document(
        "cause-merge", "The decision that a root cause is read as another.", members)

    static let members: Members<Self> = [
        "decision": .value(\.decision), "workflow": .value(\.workflow), "cause": .value(\.cause),
        "readAs": .value(\.other), "review": .value(\.review),
    ]

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
