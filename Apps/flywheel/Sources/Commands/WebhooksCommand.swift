import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Outbox

/// `flywheel webhooks`.
struct WebhooksCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "webhooks", "Shows and changes who outside is told of what happens.",
        examples: [
            "flywheel webhooks", "flywheel webhooks add webhook https://example.com/in",
            "flywheel webhooks deliveries W1",
        ],
        exits: [.done, .failed, .refused, .unknown, .usage],
        seeAlso: ["flywheel outbox send", "flywheel explain webhook"],
        subcommands: [
            List.self, Show.self, Add.self, Pause.self, Resume.self, Rekey.self, Remove.self, Deliveries.self,
            Replay.self,
            Test.self,
        ], defaultSubcommand: List.self)

    /// `flywheel webhooks list`.
    struct List: ListingCommand {
        static let examples = [
            "flywheel webhooks", "flywheel webhooks list --fields id,state,dead", "flywheel webhooks --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists subscriptions, with what waits for each.", examples: examples,
            exits: [.done, .failed, .usage]
        )

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return SubscriptionsAnswer(subscriptions: try session.host.store.subscriptions().map(session.listed))
        }
    }

    /// `flywheel webhooks show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel webhooks show W1", "flywheel webhooks show 1", "flywheel webhooks show W1 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows a subscription: what it is told of, and how that goes.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @OptionGroup var subscription: SubscriptionArgument
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            let id = try subscription.id()
            return try session.answer(try session.subscribing { try session.subscriptions.subscription(id) })
        }
    }

    /// `flywheel webhooks add`.
    struct Add: AnsweringCommand {
        static let examples = [
            "flywheel webhooks add webhook https://example.com/in --verb opened --verb closed",
            "flywheel webhooks add slack https://hooks.example.com/T0/B0 --workflow suppressions",
            "flywheel webhooks add mail ops@example.com --digests-only",
        ]
        static let configuration = CommandConfiguration.answering(
            "add", "Tells somebody outside of what happens from now on.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: """
                A webhook is signed (Standard Webhooks) with a secret that is shown once,
                here. It leads to the public internet by https; other networks need
                outbox.networks in the configuration, and mails outbox.mail. No
                redirection is followed: give the address that takes the message itself.
                """)

        @Argument(help: ArgumentHelp("webhook, slack or mail.", valueName: "kind"))
        var kind: SubscriptionRecord.Kind

        @Argument(help: ArgumentHelp("The address.", valueName: "address"))
        var target: String

        @Option(
            help: ArgumentHelp("Only what the journal calls so; may be given several times.", valueName: "verb"),
            completion: .list(JournalEvent.Verb.allCases.map(\.rawValue)))
        var verb: [String] = []

        @Option(
            help: ArgumentHelp("Only exceptions of this workflow; may be given several times.", valueName: "id"),
            completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
        var workflow: [String] = []

        @Option(
            help: ArgumentHelp("Only what belongs to this account; may be given several times.", valueName: "name"),
            completion: .custom { words, _, _ in Completions.accounts(words) })
        var account: [String] = []

        @Flag(help: "No events: only digests that are sent there on schedule.")
        var digestsOnly = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard !digestsOnly || verb.isEmpty else {
                throw ValidationError("--digests-only and --verb exclude each other")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let filter = EventFilter(
                verbs: digestsOnly ? [] : verb.isEmpty ? nil : verb.sorted(),
                workflows: workflow.isEmpty ? nil : workflow.sorted(),
                accounts: account.isEmpty ? nil : account.sorted())
            let added = try session.subscribing { try session.subscriptions.add(kind, at: target, filter: filter) }
            var answer = try session.answer(added, showing: added.secrets.first)
            answer.doubts = try session.host.store.warnings(ofAccounts: added.filter.accounts)
            return answer
        }
    }

    /// `flywheel webhooks pause`.
    struct Pause: AnsweringCommand {
        static let examples = [
            "flywheel webhooks pause W1", "flywheel webhooks pause 1 --reason moving",
            "flywheel webhooks pause W1 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "pause", "Tells a subscription nothing for now; it is told later what it missed.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage])

        @OptionGroup var subscription: SubscriptionArgument
        @Option(help: ArgumentHelp("Why, a word.", valueName: "word"), transform: LoopWords.word)
        var reason = "by-hand"

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let id = try subscription.id()
            return try session.answer(try session.subscribing { try session.subscriptions.pause(id, reason: reason) })
        }
    }

    /// `flywheel webhooks resume`.
    struct Resume: AnsweringCommand {
        static let examples = [
            "flywheel webhooks resume W1", "flywheel webhooks resume 1", "flywheel webhooks resume W1 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "resume", "Tells a paused or disabled subscription again, what it missed first.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage])

        @OptionGroup var subscription: SubscriptionArgument
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let id = try subscription.id()
            return try session.answer(try session.subscribing { try session.subscriptions.resume(id) })
        }
    }

    /// `flywheel webhooks remove`.
    struct Remove: AnsweringCommand {
        static let examples = [
            "flywheel webhooks remove W1", "flywheel webhooks remove 1", "flywheel webhooks remove W1 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "remove", "Removes a subscription with its address, its secrets and what waits for it.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @OptionGroup var subscription: SubscriptionArgument
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let id = try subscription.id()
            return try session.answer(try session.subscribing { try session.subscriptions.remove(id) })
        }
    }
}
