import FlywheelKit
import FlywheelStore
import Outbox

/// What `webhooks deliveries` prints.
struct OutboxDeliveriesAnswer: Answer {
    let part: ListPart<DeliveryRecord>

    /// The most that are looked through.
    static let most = 10_000

    let listKey: String? = "items"
    let columns = [
        "id", "subscription", "sequence", "verb", "subject", "count", "state", "attempts", "outcome", "next", "tried",
        "made",
    ]
    var rows: [JSON] { part.rows.map(\.json) }
    var json: JSON {
        [
            "schema": "flywheel.outbox-deliveries/1", "items": .array(rows), "matching": part.matching.json,
            "nextCursor": .text(part.next),
        ]
    }
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

extension DeliveryRecord {
    /// All of it but what is sent.
    var json: JSON {
        [
            "id": .text(id), "subscription": .text(subscription.description), "sequence": .integer(sequence),
            "position": .count(position), "verb": .text(verb), "subject": .text(subject), "count": .count(count),
            "state": .text(state.rawValue), "attempts": .count(attempts),
            "outcome": .text(outcome.isEmpty ? nil : outcome), "next": .instant(state == .waiting ? next : nil),
            "tried": .instant(tried), "made": .instant(made),
        ]
    }
}

/// What `webhooks replay` prints.
struct ReplayAnswer: Answer {
    let subscription: SubscriptionID
    let count: Int

    let columns = ["subscription", "waiting"]
    var rows: [JSON] { [["subscription": .text(subscription.description), "waiting": .count(count)]] }
    var json: JSON {
        ["schema": "flywheel.replayed/1", "subscription": .text(subscription.description), "waiting": .count(count)]
    }

    func text(on page: Page) -> [String] {
        ["\(Numbers.count(count, "message")) to \(subscription) \(count == 1 ? "waits" : "wait") to be sent again"]
            + page.next("flywheel outbox send")
    }
}

/// What `webhooks test` prints.
struct WebhookTestAnswer: Answer {
    let subscription: SubscriptionID
    let reply: Reply

    var exit: Exit { reply.isTaken ? .done : .waits }
    let columns = ["subscription", "isTaken", "outcome"]
    var rows: [JSON] {
        [
            [
                "subscription": .text(subscription.description), "isTaken": .bool(reply.isTaken),
                "outcome": .text(reply.word),
            ]
        ]
    }
    var json: JSON {
        [
            "schema": "flywheel.webhook-test/1", "subscription": .text(subscription.description),
            "isTaken": .bool(reply.isTaken), "outcome": .text(reply.word),
        ]
    }

    func text(on page: Page) -> [String] {
        let said = reply.word.replacing("-", with: " ")
        return reply.isTaken
            ? ["\(subscription) took it: \(said)"]
            : ["\(subscription) did not take it: \(said)"] + page.next("flywheel explain \(reply.word)")
    }
}

/// What `outbox send` prints.
struct SentAnswer: Answer {
    let tally: Dispatcher.Tally

    let columns = ["delivered", "failed", "dead"]
    var rows: [JSON] {
        [["delivered": .count(tally.delivered), "failed": .count(tally.failed), "dead": .count(tally.dead)]]
    }
    var json: JSON {
        [
            "schema": "flywheel.sent/1", "delivered": .count(tally.delivered), "failed": .count(tally.failed),
            "dead": .count(tally.dead),
        ]
    }

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
