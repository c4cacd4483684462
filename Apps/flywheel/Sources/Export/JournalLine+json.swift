import FlywheelStore

extension JournalLine: ListedRecord {
    static let list = (name: "events", meaning: "Everything that happened, oldest first.")

    static let members: Members<Self> = [
        "entry": .value(\.sequence), "position": .value(\.position), "at": .value(\.at), "actor": .value(\.actor.name),
        "actorKind": .value(\.actor.kind.rawValue), "event": .value(\.event.verb.rawValue),
        "subject": .value(\.event.subject), "cause": .value(\.event.cause), "state": .value(\.event.state),
        "detail": .value(\.event.detail),
    ]
}
