import ArgumentParser
import FlywheelKit
import FlywheelRuntime

extension AssessCommand {
    /// `flywheel assess rows`.
    struct Rows: ListingCommand {
        static let examples = [
            "flywheel assess rows 3.3 --workflow inventory", "flywheel assess rows 2.1 --workflow cases --says no",
            "flywheel assess rows 5.3 --workflow pricing --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "rows", "Lists the records that a check's answer rests on, for and against.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("The check.", valueName: "check"))
        var check: String

        @Option(
            help: ArgumentHelp("The workflow.", valueName: "id"), completion: .list(workflows.map(\.manifest.id)),
            transform: QueueCommand.workflow)
        var workflow: String

        @Option(
            help: ArgumentHelp("Only those that say so: yes or no.", valueName: "answer"),
            completion: .list(["yes", "no"]), transform: saying)
        var says: Bool?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).checkRows(check, workflow: workflow, says: says)
        }

        private static func saying(_ text: String) throws -> Bool {
            guard let answer = ["yes": true, "no": false][text] else {
                throw ValidationError("--says is \"\(text)\", expected yes or no")
            }
            return answer
        }
    }

    /// `flywheel assess exempt`.
    struct Exempt: AnsweringCommand {
        static let examples = [
            "flywheel assess exempt 2.3 --workflow pricing --reason \"hiring until March\" --until 2027-03-31",
            "flywheel assess exempt 4.2 --workflow cases --reason \"legal review\" --until 2027-01-31",
            "flywheel assess exempt 5.3 --workflow inventory --reason \"feed moved\" --until 2026-12-15 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "exempt", "Leaves a check of a workflow out until a day, with a reason.", examples: examples,
            exits: [.done, .failed, .refused, .usage],
            discussion: """
                What is left out neither holds a level back nor proves one, and is named
                with the level. At the end of the day it counts again. Of several, the
                newest stands, so an early end takes an exemption back.
                """, seeAlso: ["flywheel assess", "flywheel assess attach", "flywheel explain exempt"])

        @Argument(help: ArgumentHelp("The check.", valueName: "check"))
        var check: String

        @Option(
            help: ArgumentHelp("The workflow.", valueName: "id"), completion: .list(workflows.map(\.manifest.id)),
            transform: QueueCommand.workflow)
        var workflow: String

        @Option(help: ArgumentHelp("Why.", valueName: "text"))
        var reason: String

        @Option(
            help: ArgumentHelp("The last day, a year ahead at most.", valueName: "day"),
            transform: Moment.init(argument:))
        var until: Moment

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            return try session.exempt(
                check, workflow: workflow, reason: reason, until: until.instant(in: session.clock.zone))
        }
    }

    /// `flywheel assess attach`.
    struct Attach: AnsweringCommand {
        static let examples = [
            "flywheel assess attach 2.1 playbook.pdf --workflow suppressions --until 2027-05-31",
            "flywheel assess attach 2.1 wiki.html --workflow cases --until 2027-01-31 --as mia",
            "flywheel assess attach 2.1 steps.md --workflow inventory --until 2026-12-31 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "attach", "Lets a file stand for what the data cannot show, until a day.", examples: examples,
            exits: [.done, .failed, .refused, .usage],
            discussion: """
                Kept are the file's name and the SHA-256 of its bytes, not the file, so that
                anybody can tell later whether it is the same. Only checks that the model
                marks so can be met by a file: that a playbook exists, not that it is used.
                """, seeAlso: ["flywheel assess", "flywheel assess exempt", "flywheel explain attachment"])

        @Argument(help: ArgumentHelp("The check.", valueName: "check"))
        var check: String

        @Argument(help: ArgumentHelp("The file.", valueName: "file"), completion: .file())
        var file: String

        @Option(
            help: ArgumentHelp("The workflow.", valueName: "id"), completion: .list(workflows.map(\.manifest.id)),
            transform: QueueCommand.workflow)
        var workflow: String

        @Option(
            help: ArgumentHelp("The last day, a year ahead at most.", valueName: "day"),
            transform: Moment.init(argument:))
        var until: Moment

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            return try session.attach(
                file, to: check, workflow: workflow, until: until.instant(in: session.clock.zone))
        }
    }

    /// `flywheel assess model`.
    struct Model: ListingCommand {
        static let examples = [
            "flywheel assess model", "flywheel assess model --format json > maturity.json",
            "flywheel assess model --fields id,title,limit",
        ]
        static let configuration = CommandConfiguration.answering(
            "model", "Prints what maturity is judged by: levels, checks, limits and their reasons.",
            examples: examples, exits: [.done, .failed, .usage],
            discussion: """
                The JSON is a model: change it, give it a version of its own, and name the
                file in flywheel.yaml, assessment: model: maturity.json. Every assessment
                names the version and the hash of the model it was judged by.
                """)

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            MaturityModelAnswer(model: try Session(global, surroundings).maturityModel().model)
        }
    }
}
