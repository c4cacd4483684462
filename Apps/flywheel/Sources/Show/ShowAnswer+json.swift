import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension ShowAnswer {
    var json: JSON {
        let exception = explanation.exception
        let place = explanation.place
        return [
            "schema": "flywheel.show/1", "asOf": .instant(explanation.rotation?.asOf),
            "rotation": .text(explanation.rotation?.id.description), "id": .text(id.description),
            "state": .text(exception.state.rawValue), "lane": .text(place?.lane.name), "rank": .count(place?.position),
            "workflow": .text(fingerprint.workflow), "kind": .text(fingerprint.kind),
            "title": .text(manifests.title(of: fingerprint)), "subject": .subject(fingerprint.subject),
            "discriminator": .text(fingerprint.discriminator), "tier": .text(place?.tier?.rawValue),
            "began": .instant(exception.onset), "detected": .instant(exception.detected),
            "actBy": .instant(exception.due), "owner": .text(exception.responsible),
            "claimedBy": .text(exception.claimedBy), "claimedAt": .instant(exception.claimed),
            "closedBy": .text(exception.closedBy), "closedAt": .instant(exception.closed),
            "rootCause": .text(exception.rootCause),
            "previous": .text(exception.previous?.description),
            "exposure": explanation.exception.exposure.json(asOf: explanation.rotation?.asOf),
            "resolution": explanation.resolution.json,
            "terms": explanation.terms?.json(id: id(of:)) ?? nil,
            "neighbours": .array(explanation.neighbours.map(neighbour)),
            "numbers": showsNumbers ? days?.json ?? nil : nil,
            "rootCauses": .array(
                explanation.rootCauses.map { ["id": .text($0.id), "meaning": .text($0.title)] }),
            "history": .array(
                explanation.history.map { at, actor, event in
                    [
                        "at": .instant(at), "actor": .text(actor.name), "actorKind": .text(actor.kind.rawValue),
                        "event": .text(event.verb.rawValue), "state": .text(event.state), "cause": .text(event.cause),
                        "detail": .text(event.detail),
                    ]
                }),
            "source": .text(exception.source.rawValue), "isDetected": .bool(exception.isSeenByStage),
            "assignedBy": .text(exception.assignedBy), "snooze": exception.snooze?.json ?? nil,
            "stepsDone": .array(exception.stepsDone.map { .count($0) }),
            "notes": .array(
                explanation.notes.map {
                    [
                        "id": .text($0.id.description), "at": .instant($0.at), "author": .text($0.author),
                        "text": .text($0.text),
                    ]
                }),
            "changes": .array(explanation.changes.map(\.json)), "hasDraft": .bool(explanation.resolution.draft != nil),
            "earlier": .array(explanation.earlier.map(\.json)),
            "parent": .text(exception.parent?.description),
            "members": .array(
                explanation.members.map { member in
                    [
                        "id": .text(member.exception.id.description), "state": .text(member.exception.state.rawValue),
                        "subject": .subject(member.exception.fingerprint.subject),
                        "claimedBy": .text(member.exception.claimedBy),
                        "atRisk": member.atRisk.map { .money($0) } ?? nil,
                    ]
                }),
        ]
    }

    /// A neighbour with what it claims, so that the overlap can be worked out again.
    private func neighbour(_ entry: QueueEntry) -> JSON {
        let terms = try? entry.riskTerms()
        let exposure = entry.exception.exposure
        return [
            "id": .text(entry.exception.id.description), "fingerprint": .text(entry.exception.fingerprint.text),
            "title": .text(manifests.title(of: entry.exception.fingerprint)),
            "state": .text(entry.exception.state.rawValue),
            "exposure": exposure.json(asOf: explanation.rotation?.asOf),
            "lastingProbabilities": terms.map { .array($0.lasting.map(JSON.number)) } ?? nil,
            "atRisk": terms.map { .money($0.atRisk, $0.currency) } ?? nil,
        ]
    }
}

extension Snooze {
    /// Until when and why; a reason that is not a word is a note of the same moment.
    fileprivate var json: JSON {
        [
            "until": .instant(until), "reason": .text(reason), "by": .text(by), "at": .instant(at),
            "atRisk": worth.map { .money($0) } ?? nil,
        ]
    }
}

extension DailyShares {
    var json: JSON {
        [
            "together": .array(together.map(JSON.number)),
            "rows": .array(
                rows.map { row in
                    [
                        "id": .text(row.exception.description), "fingerprint": .text(row.fingerprint.text),
                        "expectedShares": .array(row.expected.map(JSON.number)),
                        "countsForDays": .array(row.countsFor.map(JSON.number)),
                    ]
                }),
        ]
    }
}
