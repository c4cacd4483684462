import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import WebPages

/// The forms that open a dispute and carry it on: what its rules do not allow now is not offered.
struct DisputeForms {
    let page: DisputePage

    private var phrases: Phrases { page.phrases }

    var html: HTML {
        guard page.mayAnswer, page.record.mergedInto == nil else { return .nothing }
        let forms = page.current.flatMap { $0.dispute.isOver ? nil : moving($0.dispute) } ?? opening
        guard !forms.isEmpty else { return .nothing }
        return """
            <section class="panel"><h2>\(phrases("disputes.heading.act"))</h2>
            \(forms)
            </section>
            """
    }

    private var opening: HTML {
        let kinds = DisputeKind.allCases.map {
            (value: $0.rawValue, label: phrases.text("disputes.kind.\($0.rawValue.camelCased)"))
        }
        let form = DisputeForm(.open, on: page)
        return form.details([
            form.field("kind", .choice(kinds), isRequired: true),
            form.field("reason", hint: "disputes.hint.code", isRequired: true),
            form.field("amount", hint: "disputes.hint.amount"),
            form.field("deadline", .line(type: "date"), hint: "disputes.hint.deadline"),
            form.field("platform", hint: "disputes.hint.platform"),
        ])
    }

    private func moving(_ dispute: Dispute) -> HTML {
        [evidence(dispute), move(dispute), appeal(dispute), withdraw(dispute)].joined()
    }

    private func evidence(_ dispute: Dispute) -> HTML {
        let from = dispute.evidenceFrom
        guard !from.isEmpty else { return .nothing }
        let kinds = Evidence.Kind.allCases.map {
            (value: $0.rawValue, label: phrases.text("disputes.proof.\($0.rawValue.camelCased)"))
        }
        let form = DisputeForm(.evidence, on: page)
        return form.details([
            form.field("type", .choice(kinds), isRequired: true),
            form.field("reference", hint: "disputes.hint.reference", isRequired: true),
            form.field("by", .choice(form.parties(from, of: dispute)), isRequired: true),
        ])
    }

    private func move(_ dispute: Dispute) -> HTML {
        let moves = dispute.terms.rules.rules(of: dispute.stage)?.moves ?? []
        guard !moves.isEmpty else { return .nothing }
        let steps = moves.map { move in
            (
                value: "\(move.to.rawValue).\(move.by.rawValue)",
                label: phrases.text(
                    "disputes.step.moved",
                    [
                        "stage": .text(phrases.text("disputes.stage.\(move.to.rawValue)")),
                        "party": .text(page.reader.text(move.by, in: dispute)),
                    ])
            )
        }
        let form = DisputeForm(.move, on: page)
        return form.details([
            form.field("step", .choice(steps), isRequired: true),
            form.field("deadline", .line(type: "date"), hint: "disputes.hint.deadline"),
        ])
    }

    private func appeal(_ dispute: Dispute) -> HTML {
        guard !dispute.appellants.isEmpty else { return .nothing }
        let form = DisputeForm(.appeal, on: page)
        let isShown = dispute.terms.rules.appeal?.needsEvidence ?? false
        return form.details([
            form.field(
                "by", .choice(form.parties(dispute.appellants, of: dispute)),
                hint: isShown ? "disputes.hint.appeal" : nil, isRequired: true),
            form.field("deadline", .line(type: "date"), hint: "disputes.hint.deadline"),
        ])
    }

    private func withdraw(_ dispute: Dispute) -> HTML {
        guard page.mayDecide, dispute.stage.isPending else { return .nothing }
        let form = DisputeForm(.withdraw, on: page)
        return form.details([])
    }
}
