import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Thresholds

extension KeptProposal {
    var json: JSON {
        let choice = proposal.choice
        return [
            "id": .text(record.id), "knob": .text("\(proposal.workflow).\(proposal.knob)"),
            "from": .number(proposal.from), "to": .number(proposal.to), "state": .text(proposal.state.rawValue),
            "mends": .text(choice?.mends?.rawValue),
            "gainPerWeek": choice.map { .count(Int($0.gain.perWeek)) } ?? nil,
            "gainLow": choice.map { .count(Int($0.gain.low)) } ?? nil,
            "labels": .count(choice?.labels),
            "decision": .text(proposal.decision.map { "D\($0)" }),
            "before": choice?.heldOutBefore.json ?? nil, "after": choice?.heldOutAfter.json ?? nil,
            "shadow": proposal.shadow.map {
                [
                    "rotations": .count($0.rotations), "wouldOpen": .count($0.wouldOpen),
                    "wouldEnd": .count($0.wouldEnd), "wouldEndHeroes": .count($0.wouldEndHeroes),
                ]
            } ?? nil,
            "steps": .array(
                proposal.steps.map {
                    [
                        "state": .text($0.state.rawValue), "at": .instant($0.at), "by": .text($0.by),
                        "reason": .text($0.reason.isEmpty ? nil : $0.reason),
                    ]
                }),
            "wish": .text(proposal.wish),
        ]
    }

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

extension ThresholdEffect {
    var json: JSON {
        [
            "value": .number(value), "worthPerWeek": .count(Int(worthPerWeek)), "precision": precision?.json ?? nil,
            "heroRecall": heroRecall?.json ?? nil, "recall": recall?.json ?? nil,
            "alertsPerWeek": .number(alertsPerWeek),
            "alertsPerOperatorDay": alertsPerOperatorDay.map { .number($0) } ?? nil,
            "detectionDays": detectionDays.map { .number($0) } ?? nil,
            "resetDays": resetDays.map { .number($0) } ?? nil,
            "labels": .count(labels),
        ]
    }

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
struct TriedAnswer: Answer {
    let findings: [KnobFinding]
    /// Workflows of which something is under way, which come later.
    let busy: [String]
    let asOf: Instant

    let listKey: String? = "items"
    let columns = ["knob", "value", "to", "proposal", "refusal"]
    var rows: [JSON] {
        findings.map { finding in
            [
                "knob": .text(finding.name), "value": .number(finding.value),
                "to": finding.choice.map { .number($0.after.value) } ?? nil, "proposal": .text(finding.kept?.record.id),
                "refusal": .text(finding.refusal?.description),
            ]
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.tried/1", "asOf": .instant(asOf), "items": .array(rows),
            "proposals": .array(findings.compactMap(\.kept).map(\.json)), "busy": .texts(busy),
        ]
    }

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
struct ProposalAnswer: Answer {
    let kept: KeptProposal
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = ["id", "knob", "from", "to", "state", "decision"]
    var rows: [JSON] { [kept.json] }
    var json: JSON { ["schema": "flywheel.proposal/1", "asOf": .instant(asOf), "proposal": kept.json] }

    func text(on page: Page) -> [String] {
        kept.lines(on: page) + page.next("flywheel thresholds show \(kept.proposal.workflow).\(kept.proposal.knob)")
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
