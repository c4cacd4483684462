import ArgumentParser
import FlywheelKit

/// `flywheel sla`.
struct SlaCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "sla", "Says how the desk's promises are kept, and what those in flywheel.yaml would be meant for.",
        examples: ["flywheel sla", "flywheel sla preview", "flywheel sla save --as mia"],
        exits: [.done, .failed, .usage], seeAlso: ["flywheel cases", "flywheel explain promise"],
        subcommands: [Status.self, Preview.self, Save.self], defaultSubcommand: Status.self)

    /// `flywheel sla status`.
    struct Status: ListingCommand {
        static let examples = [
            "flywheel sla", "flywheel sla status --since 2026-10-01", "flywheel sla status --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "status", "Says how often each promise was kept, clock by clock.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: """
                Counted are cases that are open, and those that ended since a day. What is
                overdue and still awaited counts as missed; what is not due yet as neither.
                """)

        @Option(
            help: ArgumentHelp("The first day of ended cases; 30 days back without it.", valueName: "when"),
            transform: Moment.init(argument:))
        var since: Moment?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try attainment(in: Session(global, surroundings))
        }

        /// What is asked for.
        func attainment(in session: Session) throws -> AttainmentAnswer {
            try session.attainment(
                since: since?.beginning(in: session.clock.zone) ?? session.now.advanced(byDays: -30))
        }
    }

    /// `flywheel sla preview`.
    struct Preview: ListingCommand {
        static let examples = [
            "flywheel sla preview", "flywheel sla preview --config new.yaml", "flywheel sla preview --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "preview", "Says which open cases flywheel.yaml's promises would be meant for; changes nothing.",
            examples: examples, exits: [.done, .failed, .usage],
            discussion: "The counts are those that hold once flywheel sla save has run.")

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).promisePreview()
        }
    }

    /// `flywheel sla save`.
    struct Save: AnsweringCommand {
        static let examples = [
            "flywheel sla save", "flywheel sla save --as mia", "flywheel sla save --config new.yaml",
        ]
        static let configuration = CommandConfiguration.answering(
            "save", "Gives every open case the promise that flywheel.yaml means for it.", examples: examples,
            exits: [.done, .partly, .failed, .usage],
            discussion: """
                Clocks go on with what was used and paused so far. Cases that are over keep
                what they were promised; new ones get theirs as they come in.
                """)

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).savePromises()
        }
    }
}
