import FlywheelRuntime
import FlywheelHost
import Assessment
import FlywheelKit
import FlywheelStore
import Learning

/// One line of the register: a decision about how to work, or one about a case.
struct RegisteredDecision: JSONRecord {
    let id: DecisionID
    let kind: String
    let subject: String
    let workflow: String?
    let at: Instant
    let by: String
    /// Where it stands; `nil` of decisions about cases, which stand.
    let state: DecisionState?
    let review: Instant?
    let effect: String?
    let isDue: Bool

    static let members: Members<Self> = [
        "id": .value(\.id), "kind": .value(\.kind), "subject": .value(\.subject), "workflow": .value(\.workflow),
        "at": .value(\.at), "by": .value(\.by), "state": .value(\.state?.rawValue), "review": .value(\.review),
        "effect": .value(\.effect), "isDue": .value(\.isDue),
    ]
}

/// What `decisions` prints.
struct DecisionsAnswer: DocumentedAnswer {
    let decisions: [RegisteredDecision]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("register", "What was decided about how to work.", members)

    static let members: Members<Self> = ["asOf": .value(\.asOf), "items": .value(\.decisions)]

    func text(on page: Page) -> [String] {
        guard !decisions.isEmpty else {
            return ["Nothing was decided so far that this asks for"]
                + page.next("flywheel decisions add prevention CAUSE --metric repeat-rate")
        }
        let table = Table(
            columns: [
                .init("ID"), .init("KIND"), .init("WHAT", least: 16), .init("SINCE"), .init("BY"), .init("REVIEW"),
                .init("EFFECT"),
            ],
            rows: decisions.map { decision in
                [
                    Table.Cell(decision.id.description, .bold), Table.Cell(decision.kind),
                    Table.Cell([decision.workflow, decision.subject].compactMap(\.self).joined(separator: " ")),
                    Table.Cell(page.clock.short(decision.at)), Table.Cell(decision.by),
                    Table.Cell(
                        decision.isDue ? "due" : decision.review.map(page.clock.short) ?? "-",
                        decision.isDue ? .yellow : .plain),
                    Table.Cell(decision.state == .rolledBack ? "rolled back" : decision.effect ?? "-"),
                ]
            })
        let due = decisions.first(where: \.isDue)
        return ["\(Numbers.count(decisions.count, "decision"))", ""] + table.lines(on: page)
            + page.next(
                due.map { "flywheel decisions review \($0.id)" } ?? "flywheel decisions show \(decisions[0].id)")
    }
}

/// What is printed of one decision.
struct RegisterAnswer: DocumentedAnswer {
    let kept: KeptDecision
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = ["id", "kind", "subject", "workflow", "state", "effect"]
    var rows: [JSON] { [decision.json] }

    private var decision: RegisteredDecision { RegisteredDecision(kept, at: asOf) }

    static let document = Document(
        "decision", "One decision about how to work, and what came of it.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "decision": .value(\.decision), "metric": .value(\.kept.body.metric?.rawValue),
        "evidence": .value(\.kept.body.evidence), "rolledBack": .value(\.kept.body.rolledBack),
        "change": .maybe(\.kept.body.change, ["from": .value(\.from), "to": .value(\.to)]),
        "measured": .maybe(
            \.kept.body.measured,
            [
                "before": .value(\.before), "after": .value(\.after), "difference": .value(\.difference),
                "low": .value(\.low), "high": .value(\.high), "countBefore": .value(\.countBefore),
                "countAfter": .value(\.countAfter),
            ]),
    ]

    func text(on page: Page) -> [String] {
        let body = kept.body
        let about = kept.record.workflow.map { "\($0) " } ?? ""
        var lines = [
            page.ink(kept.record.id, .bold) + "  \(body.kind.rawValue): \(about)\(body.subject)".visible,
            "Since \(page.clock.dated(body.effective)), by \(kept.record.by.visible); looked at on"
                + " \(page.clock.dated(body.review))",
        ]
        if let change = body.change { lines.append("From \(change.from.plain) to \(change.to.plain)") }
        if !body.evidence.isEmpty {
            lines += page.wrapped(body.evidence.joined(separator: ", ").visible, head: "Rests on  ")
        }
        if let taken = body.rolledBack { lines.append("Taken back \(page.clock.dated(taken))") }
        lines += page.wrapped(effect, head: "Effect    ")
        let next =
            kept.isDue(at: asOf) ? "flywheel decisions review \(kept.record.id)" : "flywheel decisions"
        return lines + page.next(next)
    }

    /// What came of it, in a sentence.
    var effect: String {
        let body = kept.body
        guard let metric = body.metric else {
            let stated = body.effect.map { "\($0.rawValue), as its review says; " } ?? ""
            return "\(stated)no measure was named that it is to move"
        }
        guard let effect = body.effect else { return "on \(metric.rawValue): not measured yet" }
        guard let measured = body.measured else {
            return "on \(metric.rawValue): inconclusive, fewer than \(MeasuredEffect.least) problems before or after"
        }
        return
            "on \(metric.rawValue): \(effect.rawValue); \(measured.before.plain) before, \(measured.after.plain) after,"
            + " difference \(measured.difference.plain), 95% between \(measured.low.plain) and \(measured.high.plain);"
            + " \(measured.countBefore) and \(measured.countAfter) problems"
    }
}

extension RegisteredDecision {
    /// A decision about how to work.
    init(_ kept: KeptDecision, at now: Instant) {
        self.init(
            id: DecisionID(kept.record.number), kind: kept.body.kind.rawValue, subject: kept.body.subject,
            workflow: kept.record.workflow, at: kept.body.effective, by: kept.record.by, state: kept.state,
            review: kept.body.review, effect: kept.body.effect?.rawValue, isDue: kept.isDue(at: now))
    }
}

extension Session {
    /// Decisions about how to work and those about cases, by number.
    func decisions(where holds: (RegisteredDecision) -> Bool) throws -> DecisionsAnswer {
        let work = try register.decisions().map { RegisteredDecision($0, at: now) }
        let desk = try host.store.decisions(of: nil).map { decision in
            RegisteredDecision(
                id: decision.id, kind: decision.kind, subject: decision.case.description, workflow: nil,
                at: decision.at, by: decision.by, state: nil, review: nil, effect: nil, isDue: false)
        }
        return DecisionsAnswer(decisions: (work + desk).filter(holds).sorted { $0.id < $1.id }, asOf: now)
    }
}
