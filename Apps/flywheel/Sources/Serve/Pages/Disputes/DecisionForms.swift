import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import WebPages

/// The forms that decide: rulings, money that is held and let go, and the second look at what somebody proposed.
struct DecisionForms {
    let page: DisputePage

    private var phrases: Phrases { page.phrases }
    private var reader: Reader { page.reader }

    var html: HTML {
        guard page.mayAnswer, page.record.mergedInto == nil, let row = page.current else { return .nothing }
        let forms = page.mayDecide ? forms(row.dispute) : "<p>\(phrases("disputes.noRight"))</p>"
        guard !forms.isEmpty else { return .nothing }
        return """
            <section class="panel"><h2>\(phrases("disputes.heading.decide"))</h2>
            \(forms)
            </section>
            """
    }

    /// Agrees to a proposal, or does not: either way it is said why.
    func review(_ decision: DecisionID) -> HTML {
        guard page.mayDecide else { return "<p>\(phrases("disputes.noRight"))</p>" }
        let form = DisputeForm(.review, on: page)
        return form.html(
            [form.field("because", .text(rows: 3), isRequired: true)], hidden: ["decision": decision.description],
            buttons: [
                Button(phrases("disputes.act.agree"), weight: .main, name: "verdict", value: "agree"),
                Button(phrases("disputes.act.refuse"), name: "verdict", value: "refuse"),
            ])
    }

    private func forms(_ dispute: Dispute) -> HTML {
        [decide(dispute), letter(dispute), hold(dispute), release(dispute), pay(dispute)].joined()
    }

    // MARK: Rulings

    private func decide(_ dispute: Dispute) -> HTML {
        let own = dispute.deciders.filter(dispute.isDesk)
        guard !own.isEmpty else {
            return dispute.deciders.isEmpty ? .nothing : "<p>\(phrases("disputes.notOurs"))</p>"
        }
        let form = DisputeForm(.decide, on: page)
        return """
            <p>\(rights)</p>
            \(form.html(
                [
                    form.field("verdict", .choice(verdicts(own.contains(.reviewer))), isRequired: true),
                    form.field("award", hint: "disputes.hint.award"),
                    form.field("because", .text(rows: 4), hint: "disputes.hint.because", isRequired: true),
                ]))
            """
    }

    /// What others decided is written down by their letter.
    private func letter(_ dispute: Dispute) -> HTML {
        let others = dispute.deciders.filter { !dispute.isDesk($0) }
        guard !others.isEmpty else { return .nothing }
        let form = DisputeForm(.letter, on: page)
        return form.details([
            form.field("by", .choice(form.parties(others, of: dispute)), isRequired: true),
            form.field("verdict", .choice(verdicts(others.contains(.reviewer))), isRequired: true),
            form.field("award", hint: "disputes.hint.award"),
            form.field("letter", hint: "disputes.hint.letter", isRequired: true),
        ])
    }

    /// A respondent can only give in.
    private func verdicts(_ withDenied: Bool) -> [(value: String, label: String)] {
        (["upheld", "partly"] + (withDenied ? ["denied"] : [])).map {
            ($0, phrases.text("disputes.verdict.\($0)"))
        }
    }

    /// How far the rights of who looks reach.
    private var rights: HTML {
        switch page.verdict {
        case nil: return .nothing
        case .allowed(let role): return phrases("disputes.rights.allowed", ["role": .text(role)])
        case .needs(let roles, let reason):
            let why = reader.said(reason.description)
            return phrases(
                "disputes.rights.needs", ["roles": .text(roles.joined(separator: ", ")), "why": .html(why)])
        case .refused(let reason):
            let why = reader.said(reason.description)
            return phrases("disputes.rights.refused", ["why": .html(why)])
        }
    }

    // MARK: Money

    private func hold(_ dispute: Dispute) -> HTML {
        guard dispute.stage != .closed, let amount = dispute.amount else { return .nothing }
        let form = DisputeForm(.hold, on: page)
        return form.details(
            [
                form.field("amount", value: amount.description, hint: "disputes.hint.sum", isRequired: true),
                form.field("rule", hint: "disputes.hint.code", isRequired: true),
                form.field("reason", hint: "disputes.hint.code", isRequired: true),
                form.field("until", .line(type: "date"), isRequired: true),
                form.field("then", .choice(form.parties([.respondent, .claimant], of: dispute)), isRequired: true),
            ] + grounds(form))
    }

    private func release(_ dispute: Dispute) -> HTML {
        let held = dispute.escrows.enumerated().filter { $0.element.held.minorUnits > 0 }
        guard let first = held.first else { return .nothing }
        let holds = held.map { index, escrow in
            (value: "\(index + 1)", label: "\(index + 1): \(reader.formats.money(escrow.held))")
        }
        let form = DisputeForm(.release, on: page)
        return form.details(
            [
                form.field("hold", .choice(holds), isRequired: true),
                form.field(
                    "amount", value: first.element.held.description, hint: "disputes.hint.sum", isRequired: true),
                form.field("to", .choice(form.parties([.respondent, .claimant], of: dispute)), isRequired: true),
            ] + grounds(form))
    }

    private func grounds(_ form: DisputeForm) -> [HTML] {
        [
            form.field("because", .text(rows: 3), hint: "disputes.hint.grounds"),
            form.field("letter", hint: "disputes.hint.letter"),
        ]
    }

    private func pay(_ dispute: Dispute) -> HTML {
        guard let owed = dispute.owed else { return .nothing }
        let form = DisputeForm(.pay, on: page)
        return form.details([
            form.field("amount", value: owed.description, hint: "disputes.hint.sum", isRequired: true),
            form.field("reference", hint: "disputes.hint.payment", isRequired: true),
        ])
    }
}
