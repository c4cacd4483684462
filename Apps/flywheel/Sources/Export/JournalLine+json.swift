import FlywheelStore

extension JournalLine {
    /// The columns of an exported event.
    static let columns = [
        "entry", "position", "at", "actor", "actorKind", "event", "subject", "cause", "state", "detail",
    ]

    static let shape: Shape = [
        "entry": .integer, "position": .integer, "at": .instant, "actor": .text, "actorKind": .text, "event": .text,
        "subject": .text, "cause": .text, "state": .text, "detail": .text,
    ]

    var row: JSON {
        [
            "entry": .integer(sequence), "position": .count(position), "at": .instant(at), "actor": .text(actor.name),
            "actorKind": .text(actor.kind.rawValue), "event": .text(event.verb.rawValue),
            "subject": .text(event.subject), "cause": .text(event.cause), "state": .text(event.state),
            "detail": .text(event.detail),
        ]
    }
}
