import ArgumentParser
import FlywheelKit

/// `flywheel assess`.
struct AssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "assess", "Says how mature each workflow is, how well they are connected, and what to do next.",
        examples: [
            "flywheel assess", "flywheel assess --explain 1", "flywheel assess --output assessment.html",
        ],
        exits: [.done, .failed, .usage], seeAlso: ["flywheel stall", "flywheel metrics", "flywheel explain maturity"],
        subcommands: [
            Now.self, List.self, Show.self, Difference.self, Rows.self, Exempt.self, Attach.self, Model.self,
        ], defaultSubcommand: Now.self)

    /// `flywheel assess now`.
    struct Now: AnsweringCommand {
        static let formats = OutputFormat.ofAll.union([.html])
        static let examples = [
            "flywheel assess", "flywheel assess --explain inventory", "flywheel assess --account northwind",
        ]
        static let configuration = CommandConfiguration.answering(
            "now", "Assesses the work up to the newest look, and keeps what it finds.", examples: examples,
            exits: [.done, .failed, .unknown, .usage],
            discussion: """
                Everything follows from what happened: no question is asked. A check with
                too few events is inconclusive, which is neither met nor not met. The same
                data give the same assessment, which keeps its number. One of an account
                alone is made anew each time, and not kept.
                """, seeAlso: ["flywheel assess list", "flywheel schema assess", "flywheel explain maturity"])

        @Option(
            help: ArgumentHelp(
                "Explains an investment by its number, a workflow by its id, or a pair such as cases:inventory.",
                valueName: "what"))
        var explain: String?

        @Option(help: ArgumentHelp("Says what changed since this assessment.", valueName: "id"))
        var since: String?

        @Option(
            help: ArgumentHelp("Of this account alone.", valueName: "name"),
            completion: .custom { words, _, _ in Completions.accounts(words) })
        var account: String?

        @Option(
            help: ArgumentHelp(
                "Writes into this file, by its ending: .html, .md, .json, .csv or .xlsx.", valueName: "file"),
            completion: .file())
        var output: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard explain == nil || since == nil else {
                throw ValidationError("--explain and --since exclude each other")
            }
            guard account == nil || since == nil else {
                throw ValidationError("--account and --since exclude each other: what was kept is of all accounts")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(
                global, surroundings, for: account == nil ? .writing : .reading, account: account)
            let answer = try session.assess(since: since)
            let shown: any Answer = try explain.map { try answer.explanation(of: $0) } ?? answer
            guard let output else { return shown }
            let page = global.page(surroundings, clock: session.clock)
            try ExportFile(output, stated: global.format, formats: Self.formats).write(
                shown, named: "assessment", on: page)
            return ExportedAnswer(set: "assessment", path: output, count: shown.rows.count)
        }

        /// Of a file that was written words say so.
        func format(for channel: Surroundings.Channel) -> OutputFormat {
            output.map { ExportFile.answerFormat(of: $0, stated: global.format) } ?? global.format(for: channel)
        }
    }

    /// `flywheel assess list`.
    struct List: ListingCommand {
        static let examples = [
            "flywheel assess list", "flywheel assess list --format csv",
            "flywheel assess list --fields id,stage,strength",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists the assessments that were made, the newest first.", examples: examples,
            exits: [.done, .failed, .usage])

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).assessments()
        }
    }

    /// `flywheel assess show`.
    struct Show: AnsweringCommand {
        static let formats = OutputFormat.ofAll.union([.html])
        static let examples = [
            "flywheel assess show A7", "flywheel assess show 7 --format markdown",
            "flywheel assess show A7 --explain suppressions",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows an assessment as it was made.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("The assessment.", valueName: "id"))
        var id: String

        @Option(
            help: ArgumentHelp(
                "Explains an investment by its number, a workflow by its id, or a pair such as cases:inventory.",
                valueName: "what"))
        var explain: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let answer = try Session(global, surroundings).assessment(id)
            return try explain.map { try answer.explanation(of: $0) } ?? answer
        }
    }

    /// `flywheel assess diff`.
    struct Difference: ListingCommand {
        static let examples = [
            "flywheel assess diff A6 A7", "flywheel assess diff 6 7 --format json", "flywheel assess diff A1 A7",
        ]
        static let configuration = CommandConfiguration.answering(
            "diff", "Says what is otherwise in one assessment than in another.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("The earlier one.", valueName: "earlier"))
        var earlier: String
        @Argument(help: ArgumentHelp("The later one.", valueName: "later"))
        var later: String

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return DifferenceAnswer(earlier: try session.kept(earlier), later: try session.kept(later))
        }
    }
}
