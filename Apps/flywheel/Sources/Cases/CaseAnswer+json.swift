import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CaseAnswer {
    var json: JSON {
        let (record, contents) = (file.record, file.contents)
        return [
            "schema": "flywheel.case/1", "asOf": .instant(asOf), "id": .text(record.id.description),
            "version": .count(record.version), "source": .text(record.key.source), "code": .text(record.key.code),
            "account": .text(record.key.account), "marketplace": .text(record.marketplace),
            "subject": .text(file.subject), "state": .text(contents.state.rawValue),
            "holdEnds": .instant(contents.holdEnds), "owner": .text(contents.owner), "group": .text(contents.group),
            "urgency": .text(contents.urgency.map { "\($0)" }), "side": .text(contents.side?.rawValue),
            "language": .text(contents.language), "intents": .texts(contents.intents),
            "isDecided": .bool(contents.standing != nil), "tags": .texts(contents.tags),
            "suggestion": suggestion.map(\.json) ?? nil, "routing": .text(routing), "step": .count(contents.step),
            "due": .instant(record.due),
            "opened": .instant(contents.opened),
            "mergedInto": .text(record.mergedInto?.description),
            "members": .texts(file.members.map(\.id.description)),
            "requester": [
                "party": .text(record.party?.description), "name": .text(file.requester[.name]),
                "address": .text(file.requester[.address]),
            ],
            "links": .array(
                contents.links.map {
                    ["kind": .text($0.kind.rawValue), "code": .text($0.code), "isConfirmed": .bool($0.isConfirmed)]
                }),
            "atRisk": worth.atRisk.map { .money($0) } ?? nil, "tier": .text(worth.tier?.rawValue),
            "stakes": .array(worth.stakes.map { .money($0) }),
            "clocks": .array(file.clocks.map(\.json)),
            "conflicts": .array(
                contents.conflicts.map {
                    [
                        "field": .text($0.field.rawValue), "here": .text($0.here), "there": .text($0.there),
                        "since": .instant($0.since),
                    ]
                }),
            "checklists": .array(
                file.checklists.map { list in
                    [
                        "id": .text(list.id),
                        "steps": .array(
                            list.steps.enumerated().map { index, step in
                                [
                                    "step": .text(step),
                                    "isDone": .bool(contents.stepsDone(of: list.id).contains(index + 1)),
                                ]
                            }),
                    ]
                }),
            "thread": .array(file.thread.map(\.json)),
            "history": .array(
                file.history.map { at, actor, event in
                    [
                        "at": .instant(at), "actor": .text(actor.name), "event": .text(event.verb.rawValue),
                        "state": .text(event.state), "detail": .text(event.detail),
                    ]
                }),
        ]
    }

    static let shape: Shape = [
        "asOf": .instant, "id": .text, "version": .integer, "source": .text, "code": .text, "account": .text,
        "marketplace": .text, "subject": .maybe(.text), "state": .word(CaseState.allCases.map(\.rawValue)),
        "holdEnds": .maybe(.instant), "owner": .maybe(.text), "group": .maybe(.text), "urgency": .maybe(.text),
        "side": .maybe(.text), "language": .maybe(.text), "intents": .list(.text), "isDecided": .flag,
        "tags": .list(.text),
        "suggestion": .maybe(CaseSuggestion.shape), "routing": .maybe(.text), "step": .integer,
        "due": .maybe(.instant), "opened": .maybe(.instant), "mergedInto": .maybe(.text),
        "members": .list(.text),
        "requester": ["party": .maybe(.text), "name": .maybe(.text), "address": .maybe(.text)],
        "links": .list(["kind": .text, "code": .text, "isConfirmed": .flag]), "atRisk": .maybe(.knownMoney),
        "tier": .maybe(.text), "stakes": .list(.knownMoney),
        "clocks": .list([
            "clock": .word(ClockReading.Kind.allCases.map(\.rawValue)), "promise": .text,
            "state": .word(ClockReading.State.allCases.map(\.rawValue)), "due": .maybe(.instant),
            "stopped": .maybe(.instant), "promisedSeconds": .integer, "usedSeconds": .maybe(.integer),
            "ageSeconds": .maybe(.integer),
        ]), "conflicts": .list(["field": .text, "here": .text, "there": .text, "since": .instant]),
        "checklists": .list(["id": .text, "steps": .list(["step": .text, "isDone": .flag])]),
        "thread": .list([
            "id": .text, "case": .text, "at": .instant, "author": .maybe(.text), "kind": .text,
            "isInternal": .flag, "text": .maybe(.text), "attachments": .list(.text),
        ]),
        "history": .list(["at": .instant, "actor": .text, "event": .text, "state": .text, "detail": .text]),
    ]
}

extension ClockReading {
    fileprivate var json: JSON {
        [
            "clock": .text(kind.rawValue), "promise": .text(promise.id), "state": .text(state.rawValue),
            "due": .instant(due), "stopped": .instant(stopped), "promisedSeconds": .integer(promised),
            "usedSeconds": used.map { .integer($0) } ?? nil, "ageSeconds": age.map { .integer($0) } ?? nil,
        ]
    }
}

extension CaseFile.Entry {
    fileprivate var json: JSON {
        [
            "id": .text(message.id.description), "case": .text(message.case.description), "at": .instant(message.at),
            "author": .text(author?.words ?? message.author), "kind": .text(message.state.rawValue),
            "isInternal": .bool(isInternal), "text": .text(text), "attachments": .texts(attachments),
        ]
    }
}
