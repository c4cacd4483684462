import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CasesCommand {
    /// What commands that change cases end with.
    static let workExits: [Exit] = [.done, .failed, .partly, .refused, .unknown, .usage]

    /// `flywheel cases claim`.
    struct Claim: AnsweringCommand {
        static let examples = [
            "flywheel cases claim C12", "flywheel cases claim C12 C13 --as mia",
            "flywheel cases --unowned | flywheel cases claim -",
        ]
        static let configuration = CommandConfiguration.answering(
            "claim", "Takes cases, so that nobody else works on them.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.claim, on: ids) { bench, id throws(CaseWorkError) in
                try bench.claim(id)
            }
        }
    }

    /// `flywheel cases release`.
    struct Release: AnsweringCommand {
        static let examples = [
            "flywheel cases release C12", "flywheel cases release C12 C13", "flywheel cases release 12 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "release", "Lets go of cases you have.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.release, on: ids) {
                bench, id throws(CaseWorkError) in
                try bench.release(id)
            }
        }
    }

    /// `flywheel cases assign`.
    struct Assign: AnsweringCommand {
        static let examples = [
            "flywheel cases assign C12 --to ben", "flywheel cases assign C12 C13 --group returns",
            "flywheel cases assign C12 --to ben --group returns",
        ]
        static let configuration = CommandConfiguration.answering(
            "assign", "Gives cases to somebody or to a group, whoever has them now.", examples: examples,
            exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("The person.", valueName: "name"))
        var to: String?

        @Option(help: ArgumentHelp("The group.", valueName: "name"))
        var group: String?

        func validate() throws {
            guard to != nil || group != nil else { throw ValidationError("--to or --group says who gets them") }
            if let to { try GlobalOptions.check(name: to, flag: "--to") }
        }

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            return try session.work(.assign, on: ids) { bench, id throws(CaseWorkError) in
                if let group {
                    let grouped = try bench.assign(id, group: group)
                    guard to != nil else { return grouped }
                }
                return try bench.assign(id, to: to ?? session.actor.name)
            }
        }
    }

    /// `flywheel cases escalate`.
    struct Escalate: AnsweringCommand {
        static let examples = [
            "flywheel cases escalate C12 --reason over-limit", "flywheel cases escalate C12 C13 --reason policy",
            "flywheel cases escalate 12 --reason angry --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "escalate", "Passes cases up one step of the ladder; whoever stands there takes them.", examples: examples,
            exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("Why, in a word of a-z, 0-9 and -.", valueName: "word"))
        var reason: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.escalate, on: ids) {
                bench, id throws(CaseWorkError) in
                try bench.escalate(id, reason: reason)
            }
        }
    }
}
