import FlywheelKit
import FlywheelStore
import Outbox

/// What `webhooks deliveries` prints.
struct OutboxDeliveriesAnswer: DocumentedAnswer {
    let part: ListPart<DeliveryRecord>

    /// The most that are looked through.
    static let most = 10_000

    let listKey: String? = "items"
    let columns = [
        "id", "subscription", "sequence", "verb", "subject", "count", "state", "attempts", "outcome", "next", "tried",
        "made",
    ]

    static let document = Document("outbox-deliveries", "Messages to subscriptions, newest first.", members)

    static let members: Members<Self> = [
        "items": .value(\.part.rows), "matching": .value(\.part.matching), "nextCursor": .value(\.part.next),
    ]

    var remarks: [String] { part.next.map { ["more follow with --cursor \($0)"] } ?? [] }

    func text(on page: Page) -> [String] {
        guard !part.rows.isEmpty else { return ["Nothing was put to wait so far that this asks for"] }
        let table = Table(
            columns: [
                .init("ID"), .init("WHAT", least: 12), .init("STATE"), .init("TRIED", isRight: true),
                .init("CAME OF IT"),
                .init("NEXT"),
            ],
            rows: part.rows.map { delivery in
                [
                    Table.Cell(delivery.id, .bold), Table.Cell("\(delivery.subject) \(delivery.verb)".visible),
                    Table.Cell(delivery.state.rawValue, delivery.state == .dead ? .yellow : .plain),
                    Table.Cell("\(delivery.attempts)"), Table.Cell(delivery.outcome.isEmpty ? "-" : delivery.outcome),
                    Table.Cell(delivery.state == .waiting ? page.clock.short(delivery.next) : "-"),
                ]
            })
        return table.lines(on: page) + remarks
            + page.next(
                part.rows.first { $0.state == .dead }.map { "flywheel webhooks replay \($0.subscription)" }
                    ?? "flywheel outbox send")
    }
}

extension DeliveryRecord: JSONRecord {
    /// All of it but what is sent.
    static let members: Members<Self> = [
        "id": .value(\.id), "subscription": .value(\.subscription), "sequence": .value(\.sequence),
        "position": .value(\.position), "verb": .value(\.verb), "subject": .value(\.subject), "count": .value(\.count),
        "state": .word(\.state), "attempts": .value(\.attempts),
        "outcome": .value { $0.outcome.isEmpty ? nil : $0.outcome },
        "next": .value { $0.state == .waiting ? $0.next : nil }, "tried": .value(\.tried), "made": .value(\.made),
    ]
}

/// What `webhooks replay` prints.
struct ReplayAnswer: DocumentedAnswer {
    let subscription: SubscriptionID
    let count: Int

    static let document = Document("replayed", "How many messages wait to be sent again.", members)

    static let members: Members<Self> = ["subscription": .value(\.subscription), "waiting": .value(\.count)]

    func text(on page: Page) -> [String] {
        ["\(Numbers.count(count, "message")) to \(subscription) \(count == 1 ? "waits" : "wait") to be sent again"]
            + page.next("flywheel outbox send")
    }
}

/// What `webhooks test` prints.
struct WebhookTestAnswer: DocumentedAnswer {
    let subscription: SubscriptionID
    let reply: Reply

    var exit: Exit { reply.isTaken ? .done : .waits }

    static let document = Document(
        "webhook-test", "Whether a receiver took a message that tells of nothing.", members)

    static let members: Members<Self> = [
        "subscription": .value(\.subscription), "isTaken": .value(\.reply.isTaken), "outcome": .value(\.reply.word),
    ]

    func text(on page: Page) -> [String] {
        let said = reply.word.replacing("-", with: " ")
        return reply.isTaken
            ? ["\(subscription) took it: \(said)"]
            : ["\(subscription) did not take it: \(said)"] + page.next("flywheel explain \(reply.word)")
    }
}

/// What `outbox send` prints.
struct SentAnswer: DocumentedAnswer {
    let tally: Dispatcher.Tally

    static let document = Document("sent", "What became of the messages that were due.", members)

    static let members: Members<Self> = [
        "delivered": .value(\.tally.delivered), "failed": .value(\.tally.failed), "dead": .value(\.tally.dead),
    ]

    func text(on page: Page) -> [String] {
        let parts = [
            "\(Numbers.count(tally.delivered, "message")) delivered",
            tally.failed == 0 ? nil : "\(Numbers.grouped(tally.failed)) to be tried again",
            tally.dead == 0 ? nil : "\(Numbers.grouped(tally.dead)) dead",
        ]
        return [parts.compactMap(\.self).joined(separator: ", ")]
            + (tally.failed + tally.dead == 0 ? [] : page.next("flywheel webhooks"))
    }
}
