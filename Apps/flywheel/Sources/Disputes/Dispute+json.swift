import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// A dispute as it is listed: its case, and how it stands at a moment.
struct DisputeRow {
    let record: CaseRecord
    let dispute: Dispute
    let asOf: Instant
    /// Decisions in it that wait for somebody to agree.
    let proposals: [DecisionID]

    /// Whether what happens at the deadline goes against the desk's side.
    var isAgainstDesk: Bool { dispute.exposure(at: asOf)?.isAgainstDesk ?? false }

    /// What the desk's side may still lose or not get, or what is asked for where the desk's side only decides; `nil` where a
    /// ruling left nothing, or the sum is not known.
    var atStake: Money? { dispute.exposure(at: asOf)?.atStake ?? (dispute.ruling == nil ? dispute.amount : nil) }

    /// The columns of a row.
    static let columns = [
        "case", "kind", "reason", "rules", "stage", "account", "marketplace", "claimant", "respondent", "desk",
        "amount.amount", "amount.currency", "deadline", "atDeadline", "isAgainstDesk", "outcome", "award.amount",
        "award.currency", "held.amount", "held.currency", "paid.amount", "paid.currency", "appeals", "proposals",
    ]

    /// The dispute as a row.
    var json: JSON {
        [
            "case": .text(record.id.description), "kind": .text(dispute.terms.rules.kind.rawValue),
            "reason": .text(dispute.terms.reason), "rules": .text(dispute.terms.rules.name),
            "stage": .text(dispute.stage.rawValue), "account": .text(record.key.account),
            "marketplace": .text(record.marketplace), "claimant": .text(dispute.terms.claimant.rawValue),
            "respondent": .text(dispute.terms.respondent.rawValue), "desk": .text(dispute.terms.desk.rawValue),
            "amount": .maybe(dispute.amount), "openedAt": .instant(dispute.opened),
            "enteredAt": .instant(dispute.entered), "deadline": .instant(dispute.deadline),
            "atDeadline": .text(dispute.atDeadline?.rawValue), "isAgainstDesk": .bool(isAgainstDesk),
            "outcome": .text(dispute.ruling?.outcome.code), "award": .maybe(dispute.award),
            "held": .maybe(dispute.held), "paid": .maybe(dispute.paid), "overpaid": .maybe(dispute.overpaid),
            "appeals": .count(dispute.appeals), "proposals": .texts(proposals.map(\.description)),
        ]
    }

    /// The same shape for schemas.
    static let shape: Shape = [
        "case": .text, "kind": .word(DisputeKind.allCases.map(\.rawValue)), "reason": .text, "rules": .text,
        "stage": .word(DisputeStage.allCases.map(\.rawValue)), "account": .text, "marketplace": .text,
        "claimant": .side, "respondent": .side, "desk": .side, "amount": .maybe(.knownMoney), "openedAt": .instant,
        "enteredAt": .instant, "deadline": .maybe(.instant),
        "atDeadline": .maybe(.word(DisputeStageRules.Expiry.allCases.map(\.rawValue))), "isAgainstDesk": .flag,
        "outcome": .maybe(.word(["upheld", "partly", "denied", "withdrawn"])), "award": .maybe(.knownMoney),
        "held": .maybe(.knownMoney), "paid": .maybe(.knownMoney), "overpaid": .maybe(.knownMoney),
        "appeals": .integer, "proposals": .list(.text),
    ]
}

extension Precedent {
    /// The columns of a row.
    static let columns = [
        "id", "case", "state", "type", "amount.amount", "amount.currency", "kind", "platform", "reason", "move",
        "at", "by", "role", "proposer", "replaces", "needs", "rationale",
    ]

    /// The decision as a row.
    var json: JSON {
        [
            "id": .text(record.id.description), "case": .text(record.case.description),
            "state": .text(decision.state.rawValue), "type": .text(record.kind), "amount": .maybe(record.amount),
            "kind": .text(decision.dispute.rawValue), "platform": .text(decision.platform),
            "reason": .text(decision.reason), "move": .text(decision.move.words), "at": .instant(record.at),
            "by": .text(record.by), "role": .text(record.role), "proposer": .text(decision.proposer),
            "replaces": .text(record.replaces?.description), "needs": .texts(decision.needs),
            "rationale": .text(rationale),
        ]
    }

    /// The same shape for schemas.
    static let shape: Shape = [
        "id": .text, "case": .text, "state": .word(DisputeDecision.State.allCases.map(\.rawValue)),
        "type": .word(DecisionType.allCases.map(\.rawValue)), "amount": .maybe(.knownMoney),
        "kind": .word(DisputeKind.allCases.map(\.rawValue)), "platform": .text, "reason": .text, "move": .text,
        "at": .instant, "by": .text, "role": .text, "proposer": .maybe(.text), "replaces": .maybe(.text),
        "needs": .list(.text), "rationale": .maybe(.text),
    ]
}

extension JSON {
    /// A sum, or null where it is not known.
    static func maybe(_ money: Money?) -> JSON { money.map { .money($0) } ?? .null }
}

extension Shape {
    /// A side of the marketplace.
    fileprivate static let side = Shape.word(Side.allCases.map(\.rawValue))
}
