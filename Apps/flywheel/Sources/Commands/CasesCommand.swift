import ArgumentParser
import CaseDesk
import FlywheelHost
import FlywheelStore

/// `flywheel cases`.
struct CasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "cases", "Lists the desk's cases, what is due first on top, and is where they are worked on.",
        examples: ["flywheel cases", "flywheel cases claim C12", "flywheel cases reply C12 --text \"It left today.\""],
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel case", "flywheel explain case"],
        subcommands: [
            List.self, Next.self, Route.self, Claim.self, Release.self, Assign.self, Escalate.self, Hold.self,
            Wait.self, Solve.self,
            Close.self, Reopen.self, Label.self, Take.self, Reply.self, Note.self, Approve.self, Discard.self,
            Write.self, Macro.self, Step.self, Merge.self, Unmerge.self, Undo.self,
            Report.self, Sample.self, Review.self, Audit.self, Cause.self,
        ], defaultSubcommand: List.self)

    /// `flywheel cases`: the inbox.
    struct List: ListingCommand {
        static let examples = [
            "flywheel cases --unowned --due-in 4", "flywheel cases --mine --save morning",
            "flywheel cases --view morning --search refund",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists cases that are not over, what is due first on top.", examples: examples,
            exits: [.done, .failed, .unknown, .usage],
            discussion: "Headings are personal text: who saw which is logged.",
            seeAlso: ["flywheel case C12", "flywheel privacy log"])

        @OptionGroup var inbox: InboxOptions

        @Option(help: ArgumentHelp("Only with all these words in what was written.", valueName: "words"))
        var search: String?

        @Option(help: ArgumentHelp("What a saved view asks for; flags add to it.", valueName: "name"))
        var view: String?

        @Option(help: ArgumentHelp("Saves what is asked for under a name.", valueName: "name"))
        var save: String?

        @Flag(help: "Saves it for everybody.")
        var shared = false

        @Option(name: [.customShort("n"), .long], help: "Cases listed.")
        var limit = 20

        @Option(
            help: ArgumentHelp("Where the page begins: what the page before ends with.", valueName: "place"),
            transform: cursor)
        var cursor: CaseCursor?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: save == nil ? .reading : .writing)
            let answer = try session.cases(
                inbox, view: view, words: search, cursor: cursor, limit: max(1, limit), command: command)
            if let save {
                try session.host.store.keep(
                    SavedView(
                        of: .cases, name: save, owner: shared ? "" : session.actor.name, query: inbox.filter().text))
            }
            return answer
        }

        /// The command that asks for the same.
        var command: String {
            var parts = ["flywheel cases"]
            if let view { parts.append("--view \(view.shellWord)") }
            if let search { parts.append("--search \(search.shellWord)") }
            parts += inbox.arguments
            return parts.joined(separator: " ")
        }

        private static func cursor(_ text: String) throws -> CaseCursor {
            let keys = text.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
            guard !keys.isEmpty, !keys.contains(nil) else {
                throw ValidationError("--cursor is \"\(text)\", expected what the page before ends with")
            }
            return CaseCursor(keys: keys.compactMap(\.self))
        }
    }
}

/// `flywheel case`.
struct CaseCommand: AnsweringCommand {
    static let examples = [
        "flywheel case C12", "flywheel case C12 --all --as mia", "flywheel case 12 --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "case", "Shows a case: who asks what, what was promised, what hangs on it, and what was written.",
        examples: examples, exits: [.done, .failed, .unknown, .usage],
        discussion: "What was written is personal text: who saw it is logged.", seeAlso: ["flywheel cases"])

    @Argument(
        help: ArgumentHelp("The case.", valueName: "id"), completion: Completions.completion(of: CaseRecord.letter))
    var id: String

    @Flag(help: "All that was written, not the newest alone.")
    var all = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings)
        let ids = try IDs<CaseRecord>.parse([id]).read(session.inputLines)
        return try session.caseFile(ids.first ?? CaseID(0), isWhole: all)
    }
}
