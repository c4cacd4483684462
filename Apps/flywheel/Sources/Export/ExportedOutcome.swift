import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// An outcome beside what it counted for, by the terms that are kept of it.
struct ExportedOutcome {
    let outcome: OutcomeRecord
    let atOpen: Sum
    let atEnd: Sum
    /// What it adds to a total of what counted at the end: nothing where it stood for others, whose outcomes say it.
    let inTotal: Sum

    /// What an exception counted for; nothing is known of one that never stood in a queue.
    struct Sum {
        var amount: Amount?
        let currency: Currency?

        init(_ terms: [UInt8]) throws {
            let terms = terms.isEmpty ? nil : try RiskTerms(bytes: terms)
            amount = terms.flatMap { terms in terms.atRisk.map { Amount($0, terms.currency) } }
            currency = terms?.currency
        }
    }

    init(_ outcome: OutcomeRecord) throws {
        self.outcome = outcome
        atOpen = try Sum(outcome.termsAtOpen)
        atEnd = try Sum(outcome.termsAtEnd)
        var total = atEnd
        if outcome.isGroup, let currency = total.currency { total.amount = Amount(0, currency) }
        inTotal = total
    }

    fileprivate var work: OutcomeWork? { outcome.work }
}

extension ExportedOutcome.Sum: JSONRecord {
    static let members: Members<Self> = ["amount": .value(\.amount), "currency": .value(\.currency)]
}

extension ExportedOutcome: ListedRecord {
    static let list = (name: "outcomes", meaning: "What ended exceptions left.")

    /// What people did about it is unknown where that was not kept.
    static let members: Members<Self> = [
        "exception": .value(\.outcome.exception), "workflow": .value(\.outcome.fingerprint.workflow),
        "kind": .value(\.outcome.fingerprint.kind), "discriminator": .value(\.outcome.fingerprint.discriminator),
        "subject": .value(\.outcome.fingerprint.subject), "verdict": .value(\.outcome.verdict.rawValue),
        "rootCause": .value(\.outcome.rootCause), "isVerified": .value(\.outcome.isVerified),
        "began": .value(\.outcome.onset), "detected": .value(\.outcome.detected),
        "claimedAt": .value(\.outcome.claimed), "endedAt": .value(\.outcome.ended),
        "verifiedAt": .value(\.outcome.verified), "atRiskAtOpen": .value(\.atOpen), "atRiskAtEnd": .value(\.atEnd),
        "predictedAt": .value(\.outcome.predicted), "cameTrueAt": .value(\.outcome.cameTrue),
        "source": .value(\.work?.source.rawValue), "beganKnown": .value(\.work?.isOnsetKnown),
        "tier": .value(\.work?.tier?.rawValue), "actBy": .value(\.work?.due),
        "firstClaimedAt": .value(\.work?.firstClaimed), "claimedBy": .value(\.work?.worker),
        "closedBy": .value(\.work?.closer), "routed": .value(\.work?.isRouted),
        "rankAtClaim": .value(\.work?.rankAtClaim?.place), "waitingAtClaim": .value(\.work?.rankAtClaim?.waiting),
        "touches": .value(\.work?.touches),
        "touchMinutes": .value { $0.work?.touchMinutes.map { ($0 * 10).rounded() / 10 } },
        "playbookOpened": .value(\.work?.hasOpenedPlaybook), "steps": .value(\.work?.steps),
        "stepsDone": .value(\.work?.stepsDone), "stepsAutomatic": .value(\.work?.stepsAutomatic),
        "notFixed": .value(\.work?.notFixed), "refutedAt": .value(\.work?.refuted),
        "orderArrives": .value(\.work?.orderArrives), "repeatOf": .value(\.work?.repeatOf),
        "regressionOf": .value(\.work?.regressionOf), "prevention": .value { $0.work?.prevention.map { "D\($0)" } },
        "inTotal": .value(\.inTotal),
    ]
}
