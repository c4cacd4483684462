import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

/// What `causes` prints: the root causes of each workflow, and how they went in the newest weeks.
struct CausesAnswer: DocumentedAnswer {
    let causes: [CauseCourseLine]
    /// The weeks that causes went through, the oldest first.
    let weeks: [MetricWindow]
    /// What workflows are called, by their ids.
    let titles: [String: String]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document(
        "causes", "The root causes that exceptions are closed with, and how they went in the newest weeks.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "items": .list(\.causes, CauseCourseLine.members),
    ]

    func text(on page: Page) -> [String] {
        let table = Table(
            columns: [
                .init("WORKFLOW", least: 8), .init("CAUSE", least: 10),
                .init("\(CauseCourseLine.recentWeeks) WEEKS", isRight: true), .init("BEFORE", isRight: true),
                .init("BACK", isRight: true), .init("CLEARED", isRight: true), .init("\(weeks.count) WEEKS"),
                .init("CLOSES", isRight: true), .init("LAST"), .init("READ AS"), .init("MEANS", least: 12),
            ],
            rows: causes.map { $0.cells(on: page) },
            droppable: causes.contains { $0.cause.readAs != nil }
                ? ["MEANS", "LAST", "CLOSES"] : ["READ AS", "MEANS", "LAST", "CLOSES"]
        ).lines(on: page)
        return table
            + page.wrapped(
                "Closes of the last \(CauseCourseLine.recentWeeks) weeks and of the \(CauseCourseLine.recentWeeks) before. "
                    + "BACK are those that repeat an earlier, verified close on the same listing, CLEARED is the revenue at "
                    + "risk that the data confirmed as gone; both are of \(weeks.count) weeks")
            + page.next("flywheel causes merge CAUSE OTHER --workflow ID")
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
        let span = MetricWindow.newest(CauseCourseLine.weeks, through: now)
        let history = try work(endedSince: span.after)
        let courses = CauseCourses(history, weeks: CauseCourseLine.weeks)
        return CausesAnswer(
            causes: try register.causes(at: now).filter { workflow == nil || $0.workflow == workflow }.map { cause in
                CauseCourseLine(
                    cause: cause, course: cause.readAs == nil ? courses.course(of: cause.id, in: cause.workflow) : nil,
                    weeks: courses.weeks, currency: history.currency)
            }, weeks: courses.weeks,
            titles: Dictionary(host.manifests.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }),
            asOf: now)
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
