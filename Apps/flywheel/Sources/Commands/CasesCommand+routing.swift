import ArgumentParser
import FlywheelHost

extension CasesCommand {
    /// `flywheel cases next`.
    struct Next: AnsweringCommand {
        static let examples = [
            "flywheel cases next", "flywheel cases next --as mia --claim", "flywheel cases next --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "next", "Says which case you work next, and why.", examples: examples,
            exits: [.done, .failed, .refused, .usage],
            discussion: """
                Of the cases that rules gave you and those that nobody has, and that you can
                take: the one with most at stake in the queue, then the one due first.
                """, seeAlso: ["flywheel cases route", "flywheel explain routing"])

        @Flag(help: "Takes it.")
        var claim = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: claim ? .writing : .reading).nextCase(isClaiming: claim)
        }
    }

    /// `flywheel cases route`.
    struct Route: ListingCommand {
        static let examples = [
            "flywheel cases route --dry-run", "flywheel cases route --as mia", "flywheel cases route --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "route", "Gives cases that nobody has in hand to people and groups, by the rules.", examples: examples,
            exits: [.done, .failed, .partly, .usage],
            discussion: """
                People and rules are in flywheel.yaml, cases: people: and routing:. What
                somebody has in hand stays with them: where they no longer can, it says so.
                Each case is given by itself; flywheel cases undo C12 takes that back.
                """, seeAlso: ["flywheel cases next", "flywheel explain routing"])

        @Flag(help: "Says what would happen, and changes nothing.")
        var dryRun = false

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: dryRun ? .reading : .writing).routeCases(isDryRun: dryRun)
        }
    }
}
