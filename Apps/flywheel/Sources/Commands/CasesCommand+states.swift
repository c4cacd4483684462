import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CasesCommand {

    /// `flywheel cases hold`.
    struct Hold: AnsweringCommand {
        static let examples = [
            "flywheel cases hold C12 --until 2026-12-01", "flywheel cases hold C12",
            "flywheel cases hold C12 C13 --until 2026-11-21T09:00:00Z",
        ]
        static let configuration = CommandConfiguration.answering(
            "hold", "Puts cases off until a moment, or until somebody takes them up.", examples: examples,
            exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(
            help: ArgumentHelp("Until when; a day means its beginning.", valueName: "instant"),
            transform: Moment.init(argument:))
        var until: Moment?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let end = until?.beginning(in: session.clock.zone)
            return try session.work(.hold, on: ids) { bench, id throws(CaseWorkError) in
                try bench.hold(id, until: end)
            }
        }
    }

    /// `flywheel cases wait`.
    struct Wait: AnsweringCommand {
        static let examples = [
            "flywheel cases wait C12", "flywheel cases wait C12 --elsewhere", "flywheel cases wait C12 C13 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "wait", "Says that cases wait for who asked, or for somebody else.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @Flag(help: "They wait for a supplier, a carrier or the marketplace.")
        var elsewhere = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.wait, on: ids) { bench, id throws(CaseWorkError) in
                try bench.move(id, to: elsewhere ? .waitingOnOther : .waitingOnRequester)
            }
        }
    }

    /// `flywheel cases solve`.
    struct Solve: AnsweringCommand {
        static let examples = [
            "flywheel cases solve C12", "flywheel cases solve C12 C13 --cause late-carrier",
            "flywheel cases solve 12 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "solve", "Says that cases are solved; an answer opens them again.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @OptionGroup var because: CauseOption

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.solve, on: ids) { bench, id throws(CaseWorkError) in
                try bench.move(id, to: .solved, cause: because.cause)
            }
        }
    }

    /// `flywheel cases close`.
    struct Close: AnsweringCommand {
        static let examples = [
            "flywheel cases close C12", "flywheel cases close C12 C13 --cause late-carrier",
            "flywheel cases close 12 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "close", "Closes cases for good.", examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @OptionGroup var because: CauseOption

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.close, on: ids) { bench, id throws(CaseWorkError) in
                try bench.move(id, to: .closed, cause: because.cause)
            }
        }
    }

    /// `flywheel cases reopen`.
    struct Reopen: AnsweringCommand {
        static let examples = [
            "flywheel cases reopen C12", "flywheel cases reopen C12 C13", "flywheel cases reopen 12 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "reopen", "Opens cases again that were over, or takes up those on hold.", examples: examples,
            exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.reopen, on: ids) { bench, id throws(CaseWorkError) in
                try bench.reopen(id)
            }
        }
    }

    /// `flywheel cases label`.
    struct Label: AnsweringCommand {
        static let examples = [
            "flywheel cases label C12 --urgency high", "flywheel cases label C12 --intent refund --intent damage",
            "flywheel cases label C12 C13 --urgency low",
        ]
        static let configuration = CommandConfiguration.answering(
            "label", "Says what cases are about and how urgent they are; programs and sources give way.",
            examples: examples, exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(
            help: "low, normal, high or urgent.", completion: .list(Urgency.allCases.map { "\($0)" }),
            transform: urgency)
        var urgency: Urgency?

        @Option(
            help: ArgumentHelp("What it is about, by its code; several where it is about several.", valueName: "code"))
        var intent: [String] = []

        func validate() throws {
            guard urgency != nil || !intent.isEmpty else {
                throw ValidationError("--urgency or --intent says what is so")
            }
        }

        private static func urgency(_ text: String) throws -> Urgency {
            guard let urgency = Urgency.allCases.first(where: { "\($0)" == text }) else {
                throw ValidationError("--urgency is \"\(text)\", expected low, normal, high or urgent")
            }
            return urgency
        }

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.label, on: ids) { bench, id throws(CaseWorkError) in
                if let urgency {
                    let rated = try bench.label(id, urgency: urgency)
                    guard !intent.isEmpty else { return rated }
                }
                return try bench.label(id, intents: intent)
            }
        }
    }

    /// `flywheel cases take`.
    struct Take: AnsweringCommand {
        static let examples = [
            "flywheel cases take C12 --field owner", "flywheel cases take C12 C13 --field urgency",
            "flywheel cases take 12 --field state",
        ]
        static let configuration = CommandConfiguration.answering(
            "take", "Takes what the source says of something, in place of what was said here.", examples: examples,
            exits: workExits)

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(
            help: "state, owner, group, urgency or intents.", completion: .list(CaseField.allCases.map(\.rawValue)),
            transform: field)
        var field: CaseField

        private static func field(_ text: String) throws -> CaseField {
            guard let field = CaseField(rawValue: text) else {
                let known = CaseField.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--field is \"\(text)\", expected one of \(known)")
            }
            return field
        }

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.take, on: ids) { bench, id throws(CaseWorkError) in
                try bench.take(field, of: id)
            }
        }
    }
}

/// Why cases came about, said by whoever ends them.
struct CauseOption: ParsableArguments {
    @Option(help: ArgumentHelp("The root cause, a word of the desk's own list.", valueName: "word"))
    var cause: String?
}
