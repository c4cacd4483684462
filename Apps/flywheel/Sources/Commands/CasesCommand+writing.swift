import ArgumentParser
import CaseDesk
import FlywheelKit
import FlywheelStore
import Foundation

extension CasesCommand {
    /// A text given with a flag, in a file, or on standard input.
    struct TextOptions: ParsableArguments {
        @Option(help: ArgumentHelp("The text.", valueName: "text"))
        var text: String?

        @Option(help: ArgumentHelp("A file with the text; - for standard input.", valueName: "file"))
        var file: String?

        func validate() throws {
            guard (text == nil) != (file == nil) else { throw ValidationError("--text or --file gives the text") }
        }

        func read(in session: Session) throws -> String {
            if let text { return text }
            guard let file, file != "-" else { return session.inputLines().joined(separator: "\n") }
            do { return try String(contentsOfFile: file, encoding: .utf8) } catch let error as CocoaError {
                throw Diagnostic(error, doing: "reading", path: file)
            }
        }
    }

    /// `flywheel cases reply`.
    struct Reply: AnsweringCommand {
        static let examples = [
            "flywheel cases reply C12 --text \"It left today.\"", "flywheel cases reply C12 --file answer.txt",
            "flywheel cases reply 12 --text Thanks --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "reply", "Drafts an answer; nothing is sent, and a person approves of it first.", examples: examples,
            exits: workExits, seeAlso: ["flywheel cases approve", "flywheel cases write"])

        @Argument(help: ArgumentHelp("The case.", valueName: "id"))
        var id: String

        @OptionGroup var text: TextOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let text = try text.read(in: session)
            return try session.write(.reply, text, on: id) { bench, id throws(CaseWorkError) in
                try bench.draft(id, text)
            }
        }
    }

    /// `flywheel cases note`.
    struct Note: AnsweringCommand {
        static let examples = [
            "flywheel cases note C12 --text \"Third time this month.\"", "flywheel cases note C12 --file call.txt",
            "flywheel cases note 12 --text Called --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "note", "Keeps what only the desk sees.", examples: examples, exits: workExits)

        @Argument(help: ArgumentHelp("The case.", valueName: "id"))
        var id: String

        @OptionGroup var text: TextOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let text = try text.read(in: session)
            return try session.write(.note, text, on: id) { bench, id throws(CaseWorkError) in try bench.note(id, text)
            }
        }
    }

    /// `flywheel cases approve`.
    struct Approve: AnsweringCommand {
        static let examples = [
            "flywheel cases approve M31", "flywheel cases approve M31 M32", "flywheel cases approve 31 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "approve", "Approves of drafts, so that they may be written to a file.", examples: examples,
            exits: workExits, seeAlso: ["flywheel cases write"])

        @OptionGroup var ids: IDs<MessageRecord>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).settle(.approve, ids) {
                bench, id throws(CaseWorkError) in try bench.approve(id)
            }
        }
    }

    /// `flywheel cases discard`.
    struct Discard: AnsweringCommand {
        static let examples = [
            "flywheel cases discard M31", "flywheel cases discard M31 M32", "flywheel cases discard 31 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "discard", "Says that drafts are not wanted.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<MessageRecord>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).settle(.discard, ids) {
                bench, id throws(CaseWorkError) in try bench.discard(id)
            }
        }
    }

    /// `flywheel cases write`.
    struct Write: AnsweringCommand {
        static let examples = [
            "flywheel cases write --output replies", "flywheel cases write --dry-run",
            "flywheel cases write --output replies --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "write", "Writes approved answers to files for the tools their cases came from.", examples: examples,
            exits: workExits,
            discussion: """
                One file for each source of each account: ticket, reply and author, as CSV.
                From then on the cases wait for who asked, or stand where the answer's macro
                says. It cannot be undone: the file may have been used.
                """)

        @Option(help: ArgumentHelp("The folder for the files.", valueName: "folder"))
        var output: String = "."

        @Flag(help: "Only says what would be written.")
        var dryRun = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: dryRun ? .reading : .writing).writeReplies(
                to: dryRun ? nil : output)
        }
    }
}

extension Session {
    /// Writes a text about one case.
    func write(
        _ verb: CaseVerb, _ text: String, on id: String,
        _ write: (CaseWorkbench, CaseID) throws(CaseWorkError) -> MessageID
    ) throws -> CasesWorkAnswer {
        var message: MessageID?
        var answer = try work(verb, on: IDs<CaseRecord>.parse([id])) { bench, id throws(CaseWorkError) in
            message = try write(bench, id)
            return try bench.record(id)
        }
        answer.message = message
        let cards = CaseWorkbench.cards(in: text)
        answer.details =
            message.map {
                ["kept as \($0)"] + (cards == 0 ? [] : ["\(Numbers.count(cards, "card number")) taken out of it"])
            } ?? []
        return answer
    }

    /// Settles one draft after the other.
    func settle(
        _ verb: CaseVerb, _ ids: IDs<MessageRecord>,
        _ settle: (CaseWorkbench, MessageID) throws(CaseWorkError) -> CaseRecord
    ) throws -> CasesWorkAnswer {
        var answer = CasesWorkAnswer(verb: verb, actor: actor.name, at: now)
        for id in try ids.read(inputLines) {
            do { answer.done.append(try settle(cases, id)) } catch {
                answer.refused.append(Refused(id: id.description, why: Diagnostic(error, clock: clock)))
            }
        }
        return answer
    }
}
