import FlywheelKit
import FlywheelStore
import Outbox

/// A subscription with how its deliveries stand.
struct ListedSubscription: JSONRecord {
    let record: SubscriptionRecord
    let waiting: Int
    let dead: Int
    /// Why nothing reaches it as things are configured, a word; `nil` where only sending shows.
    let obstacle: String?

    init(_ record: SubscriptionRecord, in store: some Store, by couriers: Couriers) throws(StoreError) {
        self.record = record
        obstacle = try couriers.obstacle(to: record, in: store)
        waiting = try store.countDeliveries(of: record.id, in: .waiting)
        dead = try store.countDeliveries(of: record.id, in: .dead)
    }

    /// All of it but what is secret.
    static let members: Members<Self> = [
        "id": .value(\.record.id), "kind": .word(\.record.kind), "target": .value(\.record.shownTarget),
        "state": .word(\.record.state), "reason": .value { $0.record.reason.isEmpty ? nil : $0.record.reason },
        "verbs": .value(\.record.filter.verbs), "workflows": .value(\.record.filter.workflows),
        "accounts": .value(\.record.filter.accounts), "secrets": .value(\.record.secrets.count),
        "cursor": .value(\.record.cursor), "restsUntil": .value(\.record.restsUntil), "waiting": .value(\.waiting),
        "dead": .value(\.dead), "obstacle": .value(\.obstacle), "at": .value(\.record.at), "by": .value(\.record.by),
    ]

    /// The obstacle in words.
    var obstacleWords: String? { obstacle?.replacing("-", with: " ") }

    /// What it is told of, in words.
    var words: String {
        let parts = [record.filter.verbs, record.filter.workflows, record.filter.accounts].compactMap(\.self)
        if parts.contains(where: \.isEmpty) { return "digests alone" }
        return parts.isEmpty ? "everything" : parts.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    }
}

/// What `webhooks` prints.
struct SubscriptionsAnswer: DocumentedAnswer {
    let subscriptions: [ListedSubscription]

    let listKey: String? = "items"
    let columns = ["id", "kind", "target", "state", "reason", "waiting", "dead", "restsUntil", "at", "by", "obstacle"]

    static let document = Document("subscriptions", "Who outside is told of what happens.", members)

    static let members: Members<Self> = ["items": .value(\.subscriptions)]

    func text(on page: Page) -> [String] {
        guard !subscriptions.isEmpty else {
            return ["Nobody outside is told of what happens"]
                + page.next("flywheel webhooks add webhook https://example.com/in")
        }
        let table = Table(
            columns: [
                .init("ID"), .init("KIND"), .init("TO", least: 16), .init("STATE"), .init("WAIT", isRight: true),
                .init("DEAD", isRight: true), .init("TOLD OF", least: 10),
            ],
            rows: subscriptions.map { subscription in
                let record = subscription.record
                return [
                    Table.Cell(record.id.description, .bold), Table.Cell(record.kind.rawValue),
                    Table.Cell(record.shownTarget.visible),
                    Table.Cell(
                        [record.state.rawValue, record.reason, subscription.obstacleWords ?? ""]
                            .filter { !$0.isEmpty }.joined(separator: ", "),
                        record.state == .active && subscription.obstacle == nil ? .plain : .yellow),
                    Table.Cell(Numbers.grouped(subscription.waiting)),
                    Table.Cell(Numbers.grouped(subscription.dead), subscription.dead == 0 ? .plain : .yellow),
                    Table.Cell(subscription.words.visible),
                ]
            })
        let dead = subscriptions.first { $0.dead > 0 }
        return ["\(Numbers.count(subscriptions.count, "subscription"))", ""] + table.lines(on: page)
            + page.next(
                dead.map { "flywheel webhooks replay \($0.record.id)" }
                    ?? "flywheel webhooks deliveries \(subscriptions[0].record.id)")
    }
}

/// What is printed of one subscription. A secret that was just made is in it, this once.
struct SubscriptionAnswer: DocumentedAnswer {
    let subscription: ListedSubscription
    /// The text of a secret that was just made.
    let secret: String?
    /// What is doubtful about what was asked for.
    var doubts: [String] = []

    let pipeColumns: [String]? = nil
    let columns = ["id", "kind", "target", "state", "reason", "obstacle"]
    var rows: [JSON] { [subscription.json] }
    static let document = Document(
        "subscription", "One subscription; the secret is there once, when it was just made.", members)

    static let members: Members<Self> = ["subscription": .value(\.subscription), "secret": .value(\.secret)]

    /// It may be the configuration that is still to come.
    var warnings: [String] {
        guard let obstacle = subscription.obstacle, let words = subscription.obstacleWords else { return doubts }
        return doubts + ["as things are configured nothing reaches it: \(words); see flywheel explain \(obstacle)"]
    }

    func text(on page: Page) -> [String] {
        let record = subscription.record
        var lines = [
            page.ink(record.id.description, .bold) + "  \(record.kind.rawValue) to \(record.shownTarget)".visible,
            "\(record.state.rawValue.capitalizedFirst); told of \(subscription.words)".visible,
        ]
        if let secret {
            lines += ["", "Its secret, shown this once:", "  \(secret)"]
        }
        let next =
            switch record.state {
            case .active: "flywheel webhooks test \(record.id)"
            case .paused, .disabled: "flywheel webhooks resume \(record.id)"
            case .removed: "flywheel webhooks"
            }
        return lines + page.next(next)
    }
}
