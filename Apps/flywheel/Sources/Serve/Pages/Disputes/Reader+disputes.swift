import CaseDesk
import Cases
import FlywheelKit
import WebPages

/// Disputes in the reader's words.
extension Reader {
    func word(_ kind: DisputeKind) -> HTML { phrases("disputes.kind.\(kind.rawValue.camelCased)") }

    func word(_ stage: DisputeStage) -> HTML { phrases("disputes.stage.\(stage.rawValue)") }

    func word(_ kind: Evidence.Kind) -> HTML { phrases("disputes.proof.\(kind.rawValue.camelCased)") }

    /// A part, with the side that has it.
    func word(_ party: DisputeParty, in dispute: Dispute) -> HTML { HTML(text: text(party, in: dispute)) }

    /// The same for a choice.
    func text(_ party: DisputeParty, in dispute: Dispute) -> String {
        let side = dispute.terms.side(of: party).map { phrases.text("cases.side.\($0.rawValue)") }
        return phrases.text(
            "disputes.party.\(party.rawValue)", ["side": .text(side ?? phrases.text("disputes.party.outside"))])
    }

    func word(_ outcome: Ruling.Outcome) -> HTML {
        let award: String? = if case .partly(let award) = outcome { formats.money(award) } else { nil }
        return phrases("disputes.outcome.\(outcome.code)", award.map { ["award": .text($0)] } ?? [:])
    }

    /// What a decision entitles to. Only rulings, holds and releases take one.
    func word(_ move: DisputeMove, in dispute: Dispute) -> HTML {
        switch move {
        case .decided(let outcome, _, _): word(outcome)
        case .held(let hold):
            phrases(
                "disputes.step.held",
                [
                    "amount": .text(formats.money(hold.amount)), "until": .text(formats.moment(hold.until)),
                    "party": .html(word(hold.then, in: dispute)),
                ])
        case .released(let release):
            phrases(
                "disputes.step.released",
                [
                    "amount": .text(formats.money(release.amount)),
                    "party": .html(word(release.to, in: dispute)),
                ])
        default: said(move.words)
        }
    }
}
