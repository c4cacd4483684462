import ArgumentParser
import FlywheelKit
import FlywheelRuntime

/// `flywheel causes`.
struct CausesCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "causes", "Tells why problems happen: the root causes of closes, week by week, and what ending them cleared.",
        examples: [
            "flywheel causes", "flywheel causes --workflow suppressions",
            "flywheel causes merge photo image --workflow suppressions",
        ],
        exits: [.done, .failed, .refused, .usage],
        discussion: """
            Of each cause stand the closes of the last four weeks and of the four before, and
            of twelve weeks how many repeat an earlier, verified close on the same listing
            and what revenue at risk the data confirmed as cleared; in JSON also how many
            may yet be confirmed. A week in which no rotation looked is unknown.
            A workflow brings its causes along. One that somebody closed with, by
            flywheel close --cause-new, is a cause from then on.
            """,
        seeAlso: ["flywheel close", "flywheel explain root-cause"],
        subcommands: [List.self, Merge.self], defaultSubcommand: List.self)

    /// `flywheel causes`: the list.
    struct List: ListingCommand {
        static let examples = [
            "flywheel causes", "flywheel causes list --workflow suppressions", "flywheel causes list --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists root causes, with how many closes name each and how they went.", examples: examples,
            exits: [.done, .failed, .usage])

        @Option(
            help: ArgumentHelp("Only this workflow's.", valueName: "id"),
            completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
        var workflow: String?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).causes(of: workflow)
        }
    }

    /// `flywheel causes merge`.
    struct Merge: AnsweringCommand {
        static let examples = [
            "flywheel causes merge photo image --workflow suppressions",
            "flywheel causes merge photo image --workflow suppressions --as mia",
            "flywheel causes merge late supplier-late --workflow inventory --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "merge", "Decides that a root cause is read as another; outcomes keep the word that was said.",
            examples: examples, exits: [.done, .failed, .refused, .usage])

        @Argument(help: ArgumentHelp("The cause that is to be read as another.", valueName: "cause"))
        var cause: String

        @Argument(help: ArgumentHelp("The cause it is read as.", valueName: "other"))
        var other: String

        @Option(
            help: ArgumentHelp("The workflow whose causes they are.", valueName: "id"),
            completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
        var workflow: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).mergeCauses(cause, into: other, of: workflow)
        }
    }
}
