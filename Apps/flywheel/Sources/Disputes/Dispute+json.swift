import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// A dispute as it is listed: its case, and how it stands at a moment.
struct DisputeRow: JSONRecord {
    let record: CaseRecord
    let dispute: Dispute
    let asOf: Instant
    /// Decisions in it that wait for somebody to agree.
    let proposals: [DecisionID]

    /// Whether what happens at the deadline goes against the desk's side.
    var isAgainstDesk: Bool { dispute.exposure(at: asOf)?.isAgainstDesk ?? false }

    /// What the desk's side may still lose or not get; where it only decides, or nothing can be decided any more, what is asked
    /// for, after a ruling what of its award is not paid. `nil` where a ruling left nothing, or the sum is not known.
    var atStake: Money? {
        dispute.exposure(at: asOf)?.atStake ?? (dispute.ruling == nil ? dispute.amount : dispute.owed)
    }

    /// The columns of a row.
    static let columns = [
        "case", "kind", "reason", "rules", "stage", "account", "marketplace", "claimant", "respondent", "desk",
        "amount.amount", "amount.currency", "deadline", "atDeadline", "isAgainstDesk", "outcome", "award.amount",
        "award.currency", "held.amount", "held.currency", "paid.amount", "paid.currency", "appeals", "proposals",
    ]

    static let members: Members<Self> = [
        "case": .value(\.record.id), "kind": .word(\.dispute.terms.rules.kind),
        "reason": .value(\.dispute.terms.reason),
        "rules": .value(\.dispute.terms.rules.name), "stage": .word(\.dispute.stage),
        "account": .value(\.record.key.account), "marketplace": .value(\.record.marketplace),
        "claimant": .word(\.dispute.terms.claimant), "respondent": .word(\.dispute.terms.respondent),
        "desk": .word(\.dispute.terms.desk), "amount": .value(\.dispute.amount), "openedAt": .value(\.dispute.opened),
        "enteredAt": .value(\.dispute.entered), "deadline": .value(\.dispute.deadline),
        "atDeadline": .word(\.dispute.atDeadline), "isAgainstDesk": .value(\.isAgainstDesk),
        "outcome": .init(.maybe(.word(["upheld", "partly", "denied", "withdrawn"]))) {
            .text($0.dispute.ruling?.outcome.code)
        }, "award": .value(\.dispute.award), "held": .value(\.dispute.held), "paid": .value(\.dispute.paid),
        "overpaid": .value(\.dispute.overpaid), "appeals": .value(\.dispute.appeals),
        "proposals": .value(\.proposals),
    ]
}

extension Precedent: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.record.id), "case": .value(\.record.case), "state": .word(\.decision.state),
        "type": .word(of: DecisionType.self, \.record.kind), "amount": .value(\.record.amount),
        "kind": .word(\.decision.dispute), "platform": .value(\.decision.platform), "reason": .value(\.decision.reason),
        "move": .value(\.decision.move.words), "at": .value(\.record.at), "by": .value(\.record.by),
        "role": .value(\.record.role), "proposer": .value(\.decision.proposer), "replaces": .value(\.record.replaces),
        "needs": .value(\.decision.needs), "rationale": .value(\.rationale),
    ]
}
