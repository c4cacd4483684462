import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CaseAnswer {
    static let document = Document("case", "All that the desk knows of a case.", members)

    static let members: Members<Self> = head + standing + worthAndThread + help

    private static let head: Members<Self> = [
        "asOf": .value(\.asOf), "id": .value(\.file.record.id), "version": .value(\.file.record.version),
        "source": .value(\.file.record.key.source), "code": .value(\.file.record.key.code),
        "account": .value(\.file.record.key.account), "marketplace": .value(\.file.record.marketplace),
        "subject": .value(\.file.subject), "state": .word(\.file.contents.state),
        "holdEnds": .value(\.file.contents.holdEnds), "owner": .value(\.file.contents.owner),
        "group": .value(\.file.contents.group), "urgency": .value(\.file.contents.urgency?.word),
        "side": .value(\.file.contents.side?.rawValue), "language": .value(\.file.contents.language),
        "intents": .value(\.file.contents.intents), "isDecided": .value { $0.file.contents.standing != nil },
        "tags": .value(\.file.contents.tags),
    ]

    private static let standing: Members<Self> = [
        "suggestion": .value(\.suggestion), "routing": .value(\.routing), "step": .value(\.file.contents.step),
        "due": .value(\.file.record.due), "opened": .value(\.file.contents.opened),
        "mergedInto": .value(\.file.record.mergedInto), "members": .value { $0.file.members.map(\.id) },
        "requester": .part([
            "party": .value(\.file.record.party), "name": .value { $0.file.requester[.name] },
            "address": .value { $0.file.requester[.address] },
        ]),
        "links": .list(
            \.file.contents.links,
            ["kind": .value(\.kind.rawValue), "code": .value(\.code), "isConfirmed": .value(\.isConfirmed)]),
    ]

    private static let worthAndThread: Members<Self> = [
        "atRisk": .value(\.worth.atRisk), "tier": .value(\.worth.tier?.rawValue), "stakes": .value(\.worth.stakes),
        "clocks": .value(\.file.clocks),
        "conflicts": .list(
            \.file.contents.conflicts,
            [
                "field": .value(\.field.rawValue), "here": .value(\.here), "there": .value(\.there),
                "since": .value(\.since),
            ]),
        "checklists": .list(
            \.file.checked,
            [
                "id": .value { $0.id },
                "steps": .list({ $0.steps }, ["step": .value { $0.step }, "isDone": .value { $0.isDone }]),
            ]),
        "thread": .value(\.file.thread),
        "history": .list(
            \.file.history,
            [
                "at": .value { $0.at }, "actor": .value { $0.actor.name }, "event": .value { $0.event.verb.rawValue },
                "state": .value { $0.event.state }, "detail": .value { $0.event.detail },
            ]),
    ]

    private static let help: Members<Self> = ["articles": .value(\.articles)]
}

extension ClockReading: JSONRecord {
    static let members: Members<Self> = [
        "clock": .word(\.kind), "promise": .value(\.promise.id), "state": .word(\.state), "due": .value(\.due),
        "stopped": .value(\.stopped), "promisedSeconds": .value(\.promised), "usedSeconds": .value(\.used),
        "ageSeconds": .value(\.age),
    ]
}

extension CaseFile {
    /// The checklists, with which of their steps are done.
    fileprivate var checked: [(id: String, steps: [(step: String, isDone: Bool)])] {
        checklists.map { list in
            let done = contents.stepsDone(of: list.id)
            return (list.id, list.steps.enumerated().map { ($1, done.contains($0 + 1)) })
        }
    }
}

extension CaseFile.Entry: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.message.id), "case": .value(\.message.case), "at": .value(\.message.at),
        "author": .value { $0.author?.words ?? $0.message.author }, "kind": .value(\.message.state.rawValue),
        "isInternal": .value(\.isInternal), "text": .value(\.text), "attachments": .value(\.attachments),
    ]
}
