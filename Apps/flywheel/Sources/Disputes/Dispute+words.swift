import Cases
import FlywheelKit

extension DisputeKind {
    /// What people call it.
    var words: String { self == .guaranteeClaim ? "A-to-z claim" : rawValue.replacing("-", with: " ") }
}

extension DisputeMove {
    /// What it does, in a few words.
    var words: String {
        switch self {
        case .opened(let terms): "open a dispute over \(terms.amount.map(Numbers.money) ?? "an unknown amount")"
        case .amount(let amount): "state \(Numbers.money(amount)) as the amount"
        case .evidence(let evidence): "bring \(evidence.kind.rawValue) \(evidence.reference)"
        case .moved(let stage, let party, _): "move to \(stage.rawValue) by the \(party.rawValue)"
        case .decided(let outcome, let party, _): "\(outcome.words) by the \(party.rawValue)"
        case .appealed(let party, _): "appeal by the \(party.rawValue)"
        case .withdrawn: "withdraw"
        case .held(let hold): "hold \(Numbers.money(hold.amount)) by rule \(hold.rule), for \(hold.reason)"
        case .released(let release): "release \(Numbers.money(release.amount)) to the \(release.to.rawValue)"
        case .paid(let amount, let reference): "pay \(Numbers.money(amount)), \(reference)"
        case .lapsesNoted: "note what time brought about"
        }
    }
}

extension Ruling.Outcome {
    /// The outcome, with the sum of one in part.
    var words: String {
        if case .partly(let award) = self { "partly, \(Numbers.money(award))" } else { code }
    }
}

extension Authority {
    /// By what, in a few words.
    var words: String {
        switch self {
        case .desk(let decision):
            "D\(decision.number) by \(decision.proposer)"
                + (decision.reviewer.map { ", agreed to by \($0)" } ?? ", \(decision.role ?? "?")")
        case .outside(let reference): "letter \(reference)"
        case .proposed: "nobody yet"
        case .claimant: "the claimant"
        case .deadline: "the deadline"
        }
    }
}

extension DisputeLapse {
    /// What happened, in a few words.
    var words: String {
        switch what {
        case .stage(let stage, .review): "time for \(stage.rawValue) ran out: it goes to review"
        case .stage(let stage, .stands): "time for \(stage.rawValue) ran out: the ruling stands"
        case .stage(let stage, let expiry): "time for \(stage.rawValue) ran out: \(expiry.rawValue)"
        case .appealWindow: "time to appeal ran out: the ruling is final"
        case .hold(let number, let amount, let party):
            "hold \(number) ended: \(Numbers.money(amount)) to the \(party.rawValue)"
        }
    }
}

extension Dispute {
    /// What happens at the deadline; `nil` where there is none.
    var atDeadline: DisputeStageRules.Expiry? { deadline == nil ? nil : expiry }

    /// Where it stands, in a few words.
    var standing: String {
        guard let ruling else { return stage.rawValue }
        return isOver && !isSettled ? "\(ruling.outcome.code), not paid" : "\(stage.rawValue): \(ruling.outcome.code)"
    }

    /// Sums it is about: `EUR 200.00`, `?` where that is not known.
    var amountWords: String { amount.map(Numbers.money) ?? "?" }
}
