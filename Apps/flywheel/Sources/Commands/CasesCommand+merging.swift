import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CasesCommand {

    /// `flywheel cases merge`.
    struct Merge: AnsweringCommand {
        static let examples = [
            "flywheel cases merge C13 --into C12", "flywheel cases merge C13 C14 --into C12",
            "flywheel cases merge 13 --into 12 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "merge", "Puts cases into another, where they are read and worked on as one.", examples: examples,
            exits: workExits, discussion: "What waits goes into what waits: a case that is over is reopened first.")

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("The case they go into.", valueName: "id"))
        var into: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let target = try IDs<CaseRecord>.parse([into]).read(session.inputLines).first ?? CaseID(0)
            return try session.work(.merge, on: ids) { bench, id throws(CaseWorkError) in
                try bench.merge(id, into: target)
            }
        }
    }

    /// `flywheel cases unmerge`.
    struct Unmerge: AnsweringCommand {
        static let examples = [
            "flywheel cases unmerge C13", "flywheel cases unmerge C13 C14", "flywheel cases unmerge 13 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "unmerge", "Takes cases out of the one they went into, as they were.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.unmerge, on: ids) {
                bench, id throws(CaseWorkError) in
                try bench.unmerge(id)
            }
        }
    }

    /// `flywheel cases macro`.
    struct Macro: AnsweringCommand {
        static let examples = [
            "flywheel cases macro C12 --apply where-is-it", "flywheel cases macro C12 C13 --apply thanks",
            "flywheel cases macro 12 --apply thanks --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "macro", "Does all that a macro says, or nothing; its answer becomes a draft.", examples: examples,
            exits: workExits,
            discussion: """
                Where the macro answers, the case comes to its state once the answer is
                written: a draft asks nobody, and may be discarded.
                """)

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("The macro, of those that flywheel.yaml names.", valueName: "name"))
        var apply: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.macro, on: ids) { bench, id throws(CaseWorkError) in
                try bench.apply(apply, to: id)
            }
        }
    }

    /// `flywheel cases step`.
    struct Step: AnsweringCommand {
        static let examples = [
            "flywheel cases step C12 --of refund --done 2", "flywheel cases step C12 --of refund",
            "flywheel cases step C12 C13 --of refund --done 1",
        ]
        static let configuration = CommandConfiguration.answering(
            "step", "Marks a step of a checklist done, or starts a checklist.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("The checklist, of those that flywheel.yaml names.", valueName: "name"))
        var of: String

        @Option(help: ArgumentHelp("The step, from 1; without one the checklist is started.", valueName: "number"))
        var done: Int?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.step, on: ids) { bench, id throws(CaseWorkError) in
                guard let done else { return try bench.start(checklist: of, on: id) }
                return try bench.mark(done, of: of, on: id)
            }
        }
    }

    /// `flywheel cases undo`.
    struct Undo: AnsweringCommand {
        static let examples = ["flywheel cases undo", "flywheel cases undo C12", "flywheel cases undo 12 --as mia"]
        static let configuration = CommandConfiguration.answering(
            "undo", "Takes back your last act on a case, or on any.", examples: examples, exits: workExits,
            discussion: "What somebody built on since is not taken back, and neither is what was written to a file.")

        @Argument(
            help: ArgumentHelp("The case.", valueName: "id"),
            completion: Completions.completion(of: CaseRecord.letter))
        var id: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            var answer = CasesWorkAnswer(verb: .undo, actor: session.actor.name, at: session.now)
            let given = try id.map { try IDs<CaseRecord>.parse([$0]).read(session.inputLines).first } ?? nil
            do throws(CaseWorkError) {
                let (cases, undone) = try session.cases.undo(given)
                answer.done = cases
                answer.details = ["what was undone: \(undone.rawValue)"]
            } catch {
                answer.refused = [Refused(id: given?.description, why: Diagnostic(error, clock: session.clock))]
            }
            return answer
        }
    }
}
