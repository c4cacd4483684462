import ArgumentParser
import Outbox

/// `flywheel outbox`.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "outbox", "Sends what waits to leave, where no server does.", examples: Send.examples,
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel webhooks", "flywheel serve"],
        subcommands: [Send.self])

    /// `flywheel outbox send`.
    struct Send: AnsweringCommand {
        static let examples = [
            "flywheel outbox send", "flywheel outbox send --store northwind.flywheel",
            "flywheel outbox send --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "send", "Sends once what is due: webhooks, mails, and digests of the schedule.", examples: examples,
            exits: [.done, .failed, .refused, .usage],
            discussion: "A running flywheel serve does the same all the time, and is the only one to do so then.")

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let house = try surroundings.house ?? House(global, surroundings, for: .writing)
            var inside = surroundings
            inside.house = house
            try Session(global, inside, for: .writing).requireReal("sending")
            return try OneSender.only(from: Paths(global, surroundings).store.path) {
                SentAnswer(tally: try house.sendOnce())
            }
        }
    }
}
