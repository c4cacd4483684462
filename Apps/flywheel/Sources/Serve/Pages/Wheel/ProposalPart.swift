import FlywheelKit
import FlywheelStore
import Learning
import Thresholds
import WebPages

/// One proposal for a threshold: what speaks for it, how far it has come, and the forms that decide about it.
struct ProposalPart {
    let kept: KeptProposal
    let mayDecide: Bool
    let reader: Reader

    private var phrases: Phrases { reader.phrases }
    private var proposal: ThresholdProposal { kept.proposal }

    var html: HTML {
        let steps = proposal.steps.map { step -> HTML in
            let reason: HTML = step.reason.isEmpty ? .nothing : ", <span translate=\"no\">\(step.reason)</span>"
            return """
                <li>\(reader.formats.moment(step.at)): \(reader.phrases("wheel.proposal.\(step.state.rawValue.camelCased)")), \
                <bdi>\(step.by)</bdi>\(reason)</li>
                """
        }
        return """
            <h3 id="\(kept.record.id)"><span translate="no">\(kept.record.id)</span>: \(reader.plain(proposal.from)) → \
            \(reader.plain(proposal.to)), \(reader.phrases("wheel.proposal.\(proposal.state.rawValue.camelCased)"))</h3>
            \(reasons)
            <ol>\(steps)</ol>
            \(mayDecide ? forms : .nothing)
            """
    }

    private var reasons: HTML {
        var lines: [HTML] = []
        if let choice = proposal.choice {
            lines.append(reader.said(choice.words))
            lines.append(
                "\(reader.plain(choice.heldOutBefore.value)): \(reader.said(choice.heldOutBefore.words))")
            lines.append("\(reader.plain(choice.heldOutAfter.value)): \(reader.said(choice.heldOutAfter.words))")
        }
        if let wish = proposal.wish { lines.append(phrases("wheel.wish", ["reason": .html(reader.said(wish))])) }
        if let shadow = proposal.shadow {
            lines.append(
                phrases(
                    "wheel.shadow",
                    [
                        "rotations": .count(shadow.rotations), "opened": .count(shadow.wouldOpen),
                        "ended": .count(shadow.wouldEnd), "heroes": .count(shadow.wouldEndHeroes),
                    ]))
        }
        return lines.map { "<p>\($0)</p>" as HTML }.joined()
    }

    private var forms: HTML {
        switch proposal.state {
        case .awaitingApproval:
            "<div class=\"actions\">\(button("approve"))</div>\(reasoned("refuse"))"
        case .proposed, .backTested, .shadow: reasoned("refuse")
        case .watched, .kept: reasoned("rollback")
        case .rolledBack, .refused: .nothing
        }
    }

    private func button(_ verb: String) -> HTML {
        let button = Button(phrases("wheel.act.\(verb)"), weight: .main)
        return Form(to: "/wheel/proposals/\(kept.record.id)/\(verb)", button: button, isInPlace: false)
            .html(for: reader)
    }

    /// What is refused or taken back says why: whoever looks next need not ask.
    private func reasoned(_ verb: String) -> HTML {
        let field = Field(
            "reason-\(kept.record.id)", label: phrases("wheel.reason"), hint: phrases("wheel.reasonHint"),
            isRequired: true)
        let form = Form(
            to: "/wheel/proposals/\(kept.record.id)/\(verb)",
            content: "\(field.html(for: reader))\(Button(phrases("wheel.act.\(verb)")).html)")
        return "<details><summary>\(phrases("wheel.act.\(verb)"))</summary>\(form.html(for: reader))</details>"
    }
}
