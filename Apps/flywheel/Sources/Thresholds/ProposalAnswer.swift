import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Thresholds

extension KeptProposal: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.record.id), "knob": .value(\.proposal.name),
        "from": .value(\.proposal.from), "to": .value(\.proposal.to), "state": .value(\.proposal.state.rawValue),
        "mends": .value(\.proposal.choice?.mends?.rawValue), "gainPerWeek": .value(\.proposal.choice?.gain.perWeek),
        "gainLow": .value(\.proposal.choice?.gain.low), "labels": .value(\.proposal.choice?.labels),
        "decision": .value { $0.proposal.decision.map { "D\($0)" } },
        "before": .value(\.proposal.choice?.heldOutBefore), "after": .value(\.proposal.choice?.heldOutAfter),
        "shadow": .maybe(
            \.proposal.shadow,
            [
                "rotations": .value(\.rotations), "wouldOpen": .value(\.wouldOpen), "wouldEnd": .value(\.wouldEnd),
                "wouldEndHeroes": .value(\.wouldEndHeroes),
            ]),
        "steps": .list(
            \.proposal.steps,
            [
                "state": .value(\.state.rawValue), "at": .value(\.at), "by": .value(\.by),
                "reason": .value { $0.reason.isEmpty ? nil : $0.reason },
            ]),
        "wish": .value(\.proposal.wish),
    ]

    /// It as people read it.
    func lines(on page: Page) -> [String] {
        let decision = proposal.decision.map { ", D\($0)" } ?? ""
        var lines = [
            page.ink("\(record.id)", .bold)
                + "  \(proposal.from.plain) to \(proposal.to.plain), \(proposal.state.words)\(decision)"
        ]
        if let choice = proposal.choice {
            lines += page.wrapped(choice.words, head: "  ")
            let (before, after) = (choice.heldOutBefore, choice.heldOutAfter)
            lines += page.wrapped(before.words, head: "  at \(before.value.plain)  ")
            lines += page.wrapped(after.words, head: "  at \(after.value.plain)  ")
        }
        if let wish = proposal.wish { lines += page.wrapped(wish.visible, head: "  its workflow: ") }
        if let shadow = proposal.shadow {
            lines += page.wrapped(
                "would open \(shadow.wouldOpen) and end \(shadow.wouldEnd), \(shadow.wouldEndHeroes) of tier A;"
                    + " \(Numbers.count(shadow.rotations, "rotation")) so far", head: "  beside  ")
        }
        for step in proposal.steps {
            let why = step.reason.isEmpty ? "" : ": \(step.reason)"
            lines += page.wrapped(
                "\(page.clock.dated(step.at))  \(step.state.words) by \(step.by)\(why)".visible, head: "  ")
        }
        return lines
    }
}

extension ThresholdChoice {
    /// What speaks for it.
    var words: String {
        let gain = "\(self.gain.perWeek) a week in minor units, at least \(self.gain.low)"
        return (mends.map { "mends \($0.words); " } ?? "") + "gains \(gain), on weeks that had no part in the choice;"
            + " \(labels) labels"
    }
}

extension ThresholdFloor {
    /// The floor as people read it.
    var words: String {
        switch self {
        case .heroRecall: "recall of tier A"
        case .precision: "precision"
        case .alertBudget: "the budget of alerts"
        }
    }
}

extension ThresholdEffect: JSONRecord {
    static let members: Members<Self> = [
        "value": .value(\.value), "worthPerWeek": .value(\.worthPerWeek), "precision": .value(\.precision),
        "heroRecall": .value(\.heroRecall), "recall": .value(\.recall), "alertsPerWeek": .value(\.alertsPerWeek),
        "alertsPerOperatorDay": .value(\.alertsPerOperatorDay), "detectionDays": .value(\.detectionDays),
        "resetDays": .value(\.resetDays), "labels": .value(\.labels),
    ]

    /// What it comes to.
    var words: String {
        let unknown = "not measured yet"
        return [
            "precision \(precision?.words ?? unknown)", "recall of tier A \(heroRecall?.words ?? unknown)",
            "\(Numbers.fixed(alertsPerWeek, decimals: 1)) alerts a week",
            detectionDays.map { "found after \(Numbers.fixed($0, decimals: 1)) d" } ?? "",
            resetDays.map { "gone \(Numbers.fixed($0, decimals: 1)) d after the end" } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// What `thresholds propose` prints: of each knob what would be chosen, or why nothing is.
struct TriedAnswer: DocumentedAnswer {
    let findings: [KnobFinding]
    /// Workflows of which something is under way, which come later.
    let busy: [String]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("tried", "What trials on the past would change, knob by knob.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf),
        "items": .list(
            \.findings,
            [
                "knob": .value(\.name), "value": .value(\.value), "to": .value(\.choice?.after.value),
                "proposal": .value(\.kept?.record.id), "refusal": .value(\.refusal?.description),
            ]),
        "proposals": .value { $0.findings.compactMap(\.kept) }, "busy": .value(\.busy),
    ]

    /// Nothing proposed is a refusal by what is known, and not by a fault.
    var exit: Exit { findings.contains { $0.kept != nil } ? .waits : .refused }

    /// Why nothing is proposed of the others: each reason of a workflow once, with how many knobs it holds for.
    private var refused: [(reason: String, workflow: String, count: Int)] {
        findings.filter { $0.kept == nil }.reduce(into: []) { groups, finding in
            let reason = finding.refusal?.description ?? "would gain as well; one threshold changes a week"
            let place = groups.firstIndex { $0.reason == reason && $0.workflow == finding.knob.workflow }
            if let place { groups[place].count += 1 } else { groups.append((reason, finding.knob.workflow, 1)) }
        }
    }

    func text(on page: Page) -> [String] {
        var lines: [String] = []
        for finding in findings {
            if let kept = finding.kept { lines += [finding.name.visible] + kept.lines(on: page) + [""] }
        }
        for (reason, workflow, count) in refused {
            lines += page.wrapped(reason, head: "\(workflow), \(Numbers.count(count, "knob"))  ")
        }
        for workflow in busy {
            lines += page.wrapped("a proposal is under way, which is judged first", head: "\(workflow)  ")
        }
        if lines.isEmpty { lines = ["There is nothing to tune"] }
        return lines + page.next("flywheel thresholds")
    }
}

extension KnobFinding {
    var name: String { "\(knob.workflow).\(knob.name)" }
}

/// What deciding about a proposal prints.
struct ProposalAnswer: DocumentedAnswer {
    let kept: KeptProposal
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = ["id", "knob", "from", "to", "state", "decision"]
    var rows: [JSON] { [kept.json] }

    static let document = Document("proposal", "A proposal to move a knob.", members)

    static let members: Members<Self> = ["asOf": .value(\.asOf), "proposal": .value(\.kept)]

    func text(on page: Page) -> [String] {
        kept.lines(on: page) + page.next("flywheel thresholds show \(kept.proposal.name)")
    }
}

extension Session {
    /// Tries values on the past and keeps the best proposal.
    func propose(knob: String?, workflow: String?) throws -> TriedAnswer {
        let desk = thresholds
        let standing = try knob.map { name in try looping { try desk.knob(name) } }
        let asked = standing?.knob.workflow ?? workflow
        let busy = Set(try desk.knobs().filter { $0.current != nil }.map(\.knob.workflow))
        let findings = try looping {
            try desk.propose(workflow: asked, knob: standing?.knob.name, progress: progress.say)
        }
        return TriedAnswer(
            findings: findings, busy: busy.filter { asked == nil || asked == $0 }.sorted(), asOf: now)
    }
}
