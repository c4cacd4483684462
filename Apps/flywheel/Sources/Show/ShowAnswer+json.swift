import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension ShowAnswer {
    static let document = Document("show", "Why an exception stands where it stands, and what to do.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "rotation": .value(\.explanation.rotation?.id), "id": .value(\.id),
        "state": .word(\.exception.state), "lane": .value(\.explanation.place?.lane),
        "rank": .value(\.explanation.place?.position), "workflow": .value(\.fingerprint.workflow),
        "kind": .value(\.fingerprint.kind), "title": .value { $0.manifests.title(of: $0.fingerprint) },
        "subject": .value(\.fingerprint.subject), "discriminator": .value(\.fingerprint.discriminator),
        "tier": .word(\.explanation.place?.tier), "began": .value(\.exception.onset),
        "detected": .value(\.exception.detected), "actBy": .value(\.exception.due),
        "owner": .value(\.exception.responsible), "claimedBy": .value(\.exception.claimedBy),
        "claimedAt": .value(\.exception.claimed), "closedBy": .value(\.exception.closedBy),
        "closedAt": .value(\.exception.closed), "rootCause": .value(\.exception.rootCause),
        "previous": .value(\.exception.previous),
        "exposure": .value { StatedExposure(exposure: $0.exception.exposure, asOf: $0.asOf) },
        "resolution": .value(\.explanation.resolution), "terms": .value(\.terms), "neighbours": .value(\.neighbours),
        "numbers": .value { $0.showsNumbers ? $0.days : nil },
        "rootCauses": .list(\.explanation.rootCauses, ["id": .value(\.id), "meaning": .value(\.title)]),
        "history": .list(
            \.explanation.history,
            [
                "at": .value { $0.at }, "actor": .value { $0.actor.name },
                "actorKind": .value { $0.actor.kind.rawValue }, "event": .value { $0.event.verb.rawValue },
                "state": .value { $0.event.state }, "cause": .value { $0.event.cause },
                "detail": .value { $0.event.detail },
            ]),
        "source": .word(\.exception.source), "isDetected": .value(\.exception.isSeenByStage),
        "assignedBy": .value(\.exception.assignedBy), "snooze": .value(\.exception.snooze),
        "stepsDone": .value(\.exception.stepsDone),
        "notes": .list(
            \.explanation.notes,
            ["id": .value(\.id), "at": .value(\.at), "author": .value(\.author), "text": .value(\.text)]),
        "changes": .value(\.explanation.changes), "untaken": .value(\.untaken),
        "hasDraft": .value { $0.explanation.resolution.draft != nil },
        "earlier": .value(\.explanation.earlier), "parent": .value(\.exception.parent),
        "members": .list(
            \.explanation.members,
            [
                "id": .value(\.exception.id), "state": .word(\.exception.state),
                "subject": .value(\.exception.fingerprint.subject), "claimedBy": .value(\.exception.claimedBy),
                "atRisk": Member(.maybe(.money)) { $0.atRisk.json },
            ]),
    ]

    private var exception: ExceptionRecord { explanation.exception }
    private var asOf: Instant? { explanation.rotation?.asOf }
    private var neighbours: [Neighbour] {
        explanation.neighbours.map { entry in
            Neighbour(
                exception: entry.exception, title: manifests.title(of: entry.exception.fingerprint),
                terms: try? entry.riskTerms(), asOf: asOf)
        }
    }
}

/// A neighbour with what it claims, so that the overlap can be worked out again.
private struct Neighbour: JSONRecord {
    let exception: ExceptionRecord
    let title: String
    let terms: RiskTerms?
    let asOf: Instant?

    static let members: Members<Self> = [
        "id": .value(\.exception.id), "fingerprint": .value(\.exception.fingerprint.text), "title": .value(\.title),
        "state": .word(\.exception.state),
        "exposure": Member(.maybe(StatedExposure.shape)) {
            StatedExposure(exposure: $0.exception.exposure, asOf: $0.asOf).json
        },
        "lastingProbabilities": .value(\.terms?.lasting),
        "atRisk": Member(.maybe(.money)) { $0.terms.map { .money($0.atRisk, $0.currency) } ?? .null },
    ]
}

extension Snooze: JSONRecord {
    /// Until when and why; a reason that is not a word is a note of the same moment.
    static let members: Members<Self> = [
        "until": .value(\.until), "reason": .value(\.reason), "by": .value(\.by), "at": .value(\.at),
        "atRisk": Member(.maybe(.money)) { $0.worth.json },
    ]
}

extension DailyShares: JSONRecord {
    static let members: Members<Self> = [
        "season": .value(\.season), "together": .value(\.together),
        "rows": .list(
            \.rows,
            [
                "id": .value(\.exception), "fingerprint": .value(\.fingerprint.text),
                "expectedShares": .value(\.expected), "countsForDays": .value(\.countsFor),
            ]),
    ]
}
