import FlywheelStore

extension Document {
    /// What is written of what leaves the house.
    static let outbox = [
        Document("subscriptions", "Who outside is told of what happens.", ["items": .list(subscription)]),
        Document(
            "subscription", "One subscription; the secret is there once, when it was just made.",
            ["subscription": subscription, "secret": .maybe(.text)]),
        Document(
            "outbox-deliveries", "Messages to subscriptions, newest first.",
            [
                "items": .list([
                    "id": .text, "subscription": .text, "sequence": .integer, "position": .integer, "verb": .text,
                    "subject": .text, "count": .integer,
                    "state": .word(DeliveryRecord.State.allCases.map(\.rawValue)), "attempts": .integer,
                    "outcome": .maybe(.text), "next": .maybe(.instant), "tried": .maybe(.instant), "made": .instant,
                ]), "matching": .listCount, "nextCursor": .maybe(.text),
            ]),
        Document("replayed", "How many messages wait to be sent again.", ["subscription": .text, "waiting": .integer]),
        Document(
            "webhook-test", "Whether a receiver took a message that tells of nothing.",
            ["subscription": .text, "isTaken": .flag, "outcome": .text]),
        Document(
            "sent", "What became of the messages that were due.",
            ["delivered": .integer, "failed": .integer, "dead": .integer]),
    ]

    private static let subscription: Shape = [
        "id": .text, "kind": .word(SubscriptionRecord.Kind.allCases.map(\.rawValue)), "target": .text,
        "state": .word(SubscriptionRecord.State.allCases.map(\.rawValue)), "reason": .maybe(.text),
        "verbs": .maybe(.list(.text)), "workflows": .maybe(.list(.text)), "accounts": .maybe(.list(.text)),
        "secrets": .integer, "cursor": .integer, "restsUntil": .maybe(.instant), "waiting": .integer,
        "dead": .integer, "obstacle": .maybe(.text), "at": .instant, "by": .text,
    ]
}
