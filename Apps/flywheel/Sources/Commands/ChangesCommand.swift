import ArgumentParser
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// `flywheel changes`.
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "changes", "Lists what is proposed to change of listings, and carries out what a person approves.",
        examples: ["flywheel changes", "flywheel changes approve L12", "flywheel changes write --dry-run"],
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel show", "flywheel explain test-mode"],
        subcommands: [
            List.self, Show.self, Approve.self, Refuse.self, Write.self, TakeBack.self, Score.self,
        ], defaultSubcommand: List.self)

    /// `flywheel changes`: the list.
    struct List: ListingCommand {
        static let examples = [
            "flywheel changes", "flywheel changes --state written --marketplace US",
            "flywheel changes --state any --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists changes that wait for a decision or to be written, the largest gain first.",
            examples: examples, exits: [.done, .failed, .unknown, .usage])

        @Option(
            help: ArgumentHelp(
                "Only in this state: proposed, approved, written, takenBack, refused, superseded; any for all.",
                valueName: "state"),
            completion: .list(ChangeRecord.State.allCases.map(\.rawValue) + ["any"]), transform: states)
        var state: Set<ChangeRecord.State> = []

        @Option(
            help: ArgumentHelp("Only what this workflow proposes.", valueName: "id"),
            completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
        var workflow: String?

        @OptionGroup var place: PlaceOptions

        @Option(name: [.customShort("n"), .long], help: "Changes listed.")
        var limit = 50

        @OptionGroup var page: CursorOption
        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).changes(filter, limit: max(1, limit), behind: page.cursor)
        }

        var filter: ChangeFilter { ChangeFilter(states: state, workflow: workflow, place: place.filter) }

        private static func states(_ text: String) throws -> Set<ChangeRecord.State> {
            if text == "any" { return Set(ChangeRecord.State.allCases) }
            guard let state = ChangeRecord.State(rawValue: text) else {
                let known = ChangeRecord.State.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--state is \"\(text)\", expected \(known) or any")
            }
            return [state]
        }
    }

    /// `flywheel changes show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel changes show L12", "flywheel changes show 12 --format json",
            "flywheel changes show L12 --as-of 2026-11-20",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows what a change sets and why, what stands against it, and its file.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(
            help: ArgumentHelp("The change.", valueName: "id"),
            completion: Completions.completion(of: ChangeRecord.letter))
        var id: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            let ids = try IDs<ChangeRecord>.parse([id]).read(session.inputLines)
            return try session.change(ids.first ?? ChangeID(0))
        }
    }
}
