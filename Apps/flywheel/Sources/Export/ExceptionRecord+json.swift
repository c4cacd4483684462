import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension ExceptionRecord {
    /// The columns of an exported exception.
    static let columns = [
        "id", "state", "workflow", "kind", "discriminator", "subject.kind", "subject.account", "subject.marketplace",
        "subject.code", "began", "detected", "openedBy", "owner", "claimedBy", "claimedAt", "actBy", "closedBy",
        "closedAt", "rootCause", "previous", "version", "source", "snoozedUntil", "parent",
    ]

    /// An exception as it is kept, without what its stage claims: that is in `show`.
    var row: JSON {
        [
            "id": .text(self.id.description), "state": .text(self.state.rawValue),
            "workflow": .text(self.fingerprint.workflow), "kind": .text(self.fingerprint.kind),
            "discriminator": .text(self.fingerprint.discriminator), "subject": .subject(self.fingerprint.subject),
            "began": .instant(self.onset), "detected": .instant(self.detected),
            "openedBy": .text(self.opened.description), "owner": .text(self.responsible),
            "claimedBy": .text(self.claimedBy), "claimedAt": .instant(self.claimed), "actBy": .instant(self.due),
            "closedBy": .text(self.closedBy), "closedAt": .instant(self.closed), "rootCause": .text(self.rootCause),
            "previous": .text(self.previous?.description), "version": .count(self.version),
            "source": .text(self.source.rawValue), "snoozedUntil": .instant(self.snooze?.until),
            "parent": .text(self.parent?.description),
        ]
    }

    /// The same for schemas.
    static let shape: Shape = [
        "id": .text, "state": .state, "workflow": .text, "kind": .text, "discriminator": .text,
        "subject": .subject, "began": .maybe(.instant), "detected": .instant, "openedBy": .text,
        "owner": .maybe(.text), "claimedBy": .maybe(.text), "claimedAt": .maybe(.instant),
        "actBy": .maybe(.instant), "closedBy": .maybe(.text), "closedAt": .maybe(.instant),
        "rootCause": .maybe(.text), "previous": .maybe(.text), "version": .integer, "source": .source,
        "snoozedUntil": .maybe(.instant), "parent": .maybe(.text),
    ]
}

extension OutcomeRecord {
    /// The columns of an exported outcome.
    static let columns = [
        "exception", "workflow", "kind", "discriminator", "subject.kind", "subject.account", "subject.marketplace",
        "subject.code", "verdict", "rootCause", "isVerified", "began", "detected", "claimedAt", "endedAt", "verifiedAt",
        "atRiskAtOpen.amount", "atRiskAtOpen.currency", "atRiskAtEnd.amount", "atRiskAtEnd.currency",
        "predictedAt", "cameTrueAt", "source", "beganKnown", "tier", "actBy", "firstClaimedAt", "claimedBy", "closedBy",
        "routed", "rankAtClaim", "waitingAtClaim", "touches", "touchMinutes", "playbookOpened", "steps", "stepsDone",
        "stepsAutomatic", "notFixed", "refutedAt", "orderArrives", "repeatOf", "regressionOf", "prevention",
        "inTotal.amount", "inTotal.currency",
    ]

    /// What an ended exception left.
    func row() throws -> JSON {
        let kept: JSON = [
            "exception": .text(exception.description), "workflow": .text(fingerprint.workflow),
            "kind": .text(fingerprint.kind), "discriminator": .text(fingerprint.discriminator),
            "subject": .subject(fingerprint.subject), "verdict": .text(verdict.rawValue),
            "rootCause": .text(rootCause), "isVerified": isVerified.map { .bool($0) } ?? nil,
            "began": .instant(onset), "detected": .instant(detected), "claimedAt": .instant(claimed),
            "endedAt": .instant(ended), "verifiedAt": .instant(verified),
            "atRiskAtOpen": try Self.atRisk(termsAtOpen), "atRiskAtEnd": try Self.atRisk(termsAtEnd),
            "predictedAt": .instant(predicted), "cameTrueAt": .instant(cameTrue),
        ]
        return .object(kept.members + worked.members + [JSON.Member(key: "inTotal", value: try inTotal)])
    }

    /// What people did about it; all unknown where that was not kept.
    private var worked: JSON {
        [
            "source": .text(work?.source.rawValue), "beganKnown": .flag(work?.isOnsetKnown),
            "tier": .text(work?.tier?.rawValue), "actBy": .instant(work?.due),
            "firstClaimedAt": .instant(work?.firstClaimed), "claimedBy": .text(work?.worker),
            "closedBy": .text(work?.closer), "routed": .flag(work?.isRouted),
            "rankAtClaim": .count(work?.rankAtClaim?.place), "waitingAtClaim": .count(work?.rankAtClaim?.waiting),
            "touches": .count(work?.touches),
            "touchMinutes": work?.touchSeconds.map { .number((Double($0) / 6).rounded() / 10) } ?? nil,
            "playbookOpened": .flag(work?.hasOpenedPlaybook), "steps": .count(work?.steps),
            "stepsDone": .count(work?.stepsDone), "stepsAutomatic": .count(work?.stepsAutomatic),
            "notFixed": .count(work?.notFixed), "refutedAt": .instant(work?.refuted),
            "orderArrives": .instant(work?.orderArrives),
            "repeatOf": .text(work?.repeatOf?.description), "regressionOf": .text(work?.regressionOf?.description),
            "prevention": .text(work?.prevention.map { "D\($0)" }),
        ]
    }

    /// What it adds to a total of what counted at the end: nothing where it stood for others, whose outcomes say it.
    private var inTotal: JSON {
        get throws {
            guard work?.source == .group, !termsAtEnd.isEmpty else { return try Self.atRisk(termsAtEnd) }
            return .money(0, try RiskTerms(bytes: termsAtEnd).currency)
        }
    }

    /// What it counted for, from the terms that are kept; nothing is known of one that never stood in a queue.
    private static func atRisk(_ bytes: [UInt8]) throws -> JSON {
        guard !bytes.isEmpty else { return ["amount": nil, "currency": nil] }
        let terms = try RiskTerms(bytes: bytes)
        return .money(terms.atRisk, terms.currency)
    }
}
