import ArgumentParser
import FlywheelHost
import FlywheelStore
import Outbox

extension WebhooksCommand {
    /// `flywheel webhooks rekey`.
    struct Rekey: AnsweringCommand {
        static let examples = [
            "flywheel webhooks rekey W1", "flywheel webhooks rekey W1 --retire", "flywheel webhooks rekey 1 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "rekey", "Signs a webhook's messages with a new secret as well, shown once.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: """
                Messages carry the signatures of all secrets until the receiver knows the new one;
                then --retire drops the others.
                """)

        @OptionGroup var subscription: SubscriptionArgument

        @Flag(help: "Makes no secret, but signs with the newest alone from now on.")
        var retire = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let id = try subscription.id()
            if retire { return try session.answer(try session.subscribing { try session.subscriptions.retire(id) }) }
            let changed = try session.subscribing { try session.subscriptions.rekey(id) }
            return try session.answer(changed, showing: changed.secrets.first)
        }
    }

    /// `flywheel webhooks deliveries`.
    struct Deliveries: ListingCommand {
        static let examples = [
            "flywheel webhooks deliveries", "flywheel webhooks deliveries W1 --state dead",
            "flywheel webhooks deliveries W1 --limit 500 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "deliveries", "Lists messages that wait, were delivered, or are dead, newest first.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("Only this subscription's.", valueName: "id"))
        var id: String?

        @Option(help: ArgumentHelp("Only these: waiting, delivered or dead.", valueName: "state"))
        var state: DeliveryRecord.State?

        @Option(name: [.customShort("n"), .long], help: ArgumentHelp("At most so many.", valueName: "count"))
        var limit = 50

        @OptionGroup var page: CursorOption

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard (1...10_000).contains(limit) else {
                throw ValidationError("--limit is \(limit), expected 1 to 10000")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            let subscription = try id.map { text in
                try session.subscribing {
                    try session.subscriptions.subscription(try SubscriptionArgument.id(text)).id
                }
            }
            let most = OutboxDeliveriesAnswer.most
            let newest = try session.host.store.deliveries(of: subscription, in: state, limit: most)
            return OutboxDeliveriesAnswer(
                part: try ListPart(
                    newest, behind: page.cursor, limit: limit, isWhole: newest.count < most, name: \.id))
        }
    }

    /// `flywheel webhooks replay`.
    struct Replay: AnsweringCommand {
        static let examples = [
            "flywheel webhooks replay W1", "flywheel webhooks replay W1 --delivery W1-42-0-9f1d0166",
            "flywheel webhooks replay W1 --from 40 --to 60",
        ]
        static let configuration = CommandConfiguration.answering(
            "replay", "Puts messages to wait again: the dead ones, one, or those of entries of the journal.",
            examples: examples, exits: [.done, .failed, .unknown, .usage],
            discussion: "They keep their ids, so that a receiver that has them already can tell.")

        @OptionGroup var subscription: SubscriptionArgument

        @Option(help: ArgumentHelp("This one.", valueName: "delivery"))
        var delivery: String?

        @Option(help: ArgumentHelp("Those of the journal's entries from this one on.", valueName: "entry"))
        var from: Int64?

        @Option(help: ArgumentHelp("The last of these entries; else the newest.", valueName: "entry"))
        var to: Int64?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard delivery == nil || (from == nil && to == nil) else {
                throw ValidationError("--delivery and --from exclude each other")
            }
            guard from != nil || to == nil else { throw ValidationError("--to needs --from") }
            if let from, from < 1 || to.map({ $0 < from }) == true {
                throw ValidationError("--from is \(from), expected 1 or more and no more than --to")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let store = session.host.store
            let id = try subscription.id()
            let subscription = try session.subscribing { try session.subscriptions.subscription(id) }
            let replay = Outbox.Replay(
                store: store, telling: session.telling, by: session.actor, now: session.now)
            if let delivery {
                guard let record = try store.delivery(delivery), record.subscription == subscription.id else {
                    throw Diagnostic(
                        "unknown-delivery", "\(subscription.id) has no message \(delivery)",
                        notes: ["what was delivered is forgotten after a while"],
                        help: "flywheel webhooks replay \(subscription.id) --from ENTRY", exit: .unknown)
                }
                return ReplayAnswer(
                    subscription: subscription.id, count: try replay.one(record, of: subscription) ? 1 : 0)
            }
            guard let from else {
                return ReplayAnswer(subscription: subscription.id, count: try replay.dead(of: subscription))
            }
            let end = max(try to ?? store.journalEnd(), from)
            return ReplayAnswer(subscription: subscription.id, count: try replay.entries(from...end, of: subscription))
        }
    }

    /// `flywheel webhooks test`.
    struct Test: AnsweringCommand {
        static let examples = [
            "flywheel webhooks test W1", "flywheel webhooks test 1", "flywheel webhooks test W1 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "test", "Sends a message that tells of nothing, and says what came of it.", examples: examples,
            exits: [.done, .failed, .waits, .unknown, .usage])

        @OptionGroup var subscription: SubscriptionArgument
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            let id = try subscription.id()
            let subscription = try session.subscribing { try session.subscriptions.subscription(id) }
            return WebhookTestAnswer(subscription: subscription.id, reply: try session.test(subscription))
        }
    }
}
