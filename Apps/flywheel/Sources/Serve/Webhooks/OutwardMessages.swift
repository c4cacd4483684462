import FlywheelStore
import FlywheelWeb
import HTTPTypes

/// What the description of the API says of what is sent without being asked for each time: webhooks, and the stream of events.
enum OutwardMessages {
    /// The schemas of what is sent, by their names beside those of documents.
    static let schemas: [JSON.Member] = named.map { name, meaning, shape in
        let summary = JSON.Member(key: "description", value: .text(meaning))
        return JSON.Member(key: name, value: .object([summary] + shape.json.members))
    }

    private static let named: [(name: String, meaning: String, shape: Shape)] = [
        ("event-message", "What a webhook is told of an event: ids and codes.", message),
        (
            "test-message", "What a webhook is told when somebody tries it: nothing.",
            ["data": [:], "timestamp": .instant, "type": .word(["house.test"])]
        ),
        ("streamed-event", "An event of the stream.", JournalLine.shape),
        (
            "streamed-entry", "One entry of the journal with more events than are told one by one, as event \"entry\".",
            EntrySummary.shape
        ),
    ]

    /// One event of the stream.
    static let streamed: JSON = [
        "type": "object",
        "properties": [
            "event": ["type": "string", "description": "What happened, as the journal writes it, or entry."],
            "id": ["type": "string", "description": "Where to go on; at the last event of an entry."],
            "data": [
                "type": "string", "contentMediaType": "application/json",
                "contentSchema": [
                    "oneOf": [
                        JSON.reference(toDocument: "streamed-event"), JSON.reference(toDocument: "streamed-entry"),
                    ]
                ],
            ],
        ], "required": ["event", "data"],
    ]

    /// The posts that a webhook gets (OpenAPI 3.1, 4.8.1).
    static let webhooks: JSON = [
        "event": post("tellEvent", "Tells of an event that the webhook asked for, at least once.", "event-message"),
        "digest": post("tellDigest", "Brings a routine on schedule.", "digest"),
        "test": post("tellNothing", "Tells of nothing, to see whether the receiver takes it.", "test-message"),
    ]

    /// Codes say what it was; whatever is not known is left out.
    private static let message: Shape = .record([
        Shape.Field(
            key: "data",
            shape: .record([
                Shape.Field(key: "actor", shape: .word(Actor.Kind.allCases.map(\.rawValue))),
                Shape.Field(key: "cause", shape: .text, mayBeLeftOut: true),
                Shape.Field(key: "detail", shape: .text, mayBeLeftOut: true),
                Shape.Field(
                    key: "place",
                    shape: .record(
                        ["account", "marketplace", "workflow"].map {
                            Shape.Field(key: $0, shape: .text, mayBeLeftOut: true)
                        }), mayBeLeftOut: true),
                Shape.Field(key: "position", shape: .integer), Shape.Field(key: "sequence", shape: .integer),
                Shape.Field(key: "state", shape: .text, mayBeLeftOut: true),
                Shape.Field(key: "subjects", shape: .list(["count": .integer, "first": .text])),
                Shape.Field(key: "verb", shape: .word(JournalEvent.Verb.allCases.map(\.rawValue))),
            ])), Shape.Field(key: "timestamp", shape: .instant), Shape.Field(key: "type", shape: .text),
    ])

    private static func post(_ id: String, _ summary: String, _ schema: String) -> JSON {
        [
            "post": [
                "operationId": .text(id), "summary": .text(summary), "tags": ["Webhooks"], "security": [],
                "parameters": .array(headers),
                "requestBody": [
                    "required": true,
                    "content": ["application/json": ["schema": JSON.reference(toDocument: schema)]],
                ],
                "responses": [
                    "2XX": ["description": "It is taken."],
                    "410": ["description": "Nothing more is wanted: the subscription is disabled."],
                    "429": [
                        "description": "The receiver is left alone as long as Retry-After says. So it is with 503."
                    ],
                    "default": [
                        "description": "It is tried again, ten times in about 76 hours; no redirection is followed."
                    ],
                ],
            ]
        ]
    }

    /// What signs a message (Standard Webhooks).
    private static let headers: [JSON] = [
        ("webhook-id", "Stays the same when a message is sent again."),
        ("webhook-timestamp", "When it was sent, in seconds since 1970."),
        ("webhook-signature", "v1, and the base64 of HMAC-SHA256 over id.timestamp.body, for each secret."),
    ].map { name, summary in
        [
            "name": .text(name), "in": "header", "required": true, "description": .text(summary),
            "schema": ["type": "string"],
        ]
    }
}
