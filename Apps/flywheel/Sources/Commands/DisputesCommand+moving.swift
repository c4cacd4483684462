import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension DisputesCommand {
    /// `flywheel disputes open`.
    struct Open: AnsweringCommand {
        static let examples = [
            "flywheel disputes open C12 --kind chargeback --reason 4855 --amount \"EUR 200.00\"",
            "flywheel disputes open C12 --kind a-to-z-claim --reason lost --deadline 2026-12-01",
            "flywheel disputes open C12 --kind item-not-received --platform paypal --reason not-received",
        ]
        static let configuration = CommandConfiguration.answering(
            "open", "Opens a dispute of a case, by the rules of its kind.", examples: examples, exits: exits,
            discussion: "It keeps those rules to its end. Without --amount the sum is unknown, and no money moves.")

        @OptionGroup var target: DisputedCase

        @Option(help: ArgumentHelp("\(DisputeKind.list).", valueName: "kind"))
        var kind: DisputeKind

        @Option(help: ArgumentHelp("Whose rules it runs by, such as paypal.", valueName: "name"))
        var platform = ""

        @Option(help: ArgumentHelp("What is asked for, by the source's code.", valueName: "code"))
        var reason: String

        @Option(help: ArgumentHelp("The sum asked for: \"EUR 200.00\".", valueName: "sum"), transform: Sum.money)
        var amount: Money?

        @Option(
            help: ArgumentHelp("The deadline, where one is stated.", valueName: "when"),
            transform: Moment.init(argument:))
        var deadline: Moment?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let deadline = deadline?.instant(in: session.clock.zone)
            let id = try target.id()
            let record = try session.cases.openDispute(
                id, kind, platform: platform, reason: reason, amount: amount, deadline: deadline)
            return try session.disputed(.done(record, nil), of: id)
        }
    }

    /// `flywheel disputes evidence`.
    struct Bring: AnsweringCommand {
        static let examples = [
            "flywheel disputes evidence C12 --type tracking --reference 1Z999AA10123456784",
            "flywheel disputes evidence C12 --type photo --reference M31 --by claimant",
            "flywheel disputes evidence C12 --type plan-of-action --reference M40",
        ]
        static let configuration = CommandConfiguration.answering(
            "evidence", "Brings evidence, by where it is found.", examples: examples, exits: exits)

        @OptionGroup var target: DisputedCase

        @Option(help: ArgumentHelp("\(Evidence.Kind.list).", valueName: "type"))
        var type: Evidence.Kind

        @Option(help: ArgumentHelp("Where it is found: M31, a tracking number; no name.", valueName: "code"))
        var reference: String

        @OptionGroup var part: Part
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).make(in: target) { dispute in
                .evidence(Evidence(type, by: try part.party(in: dispute), reference: reference))
            }
        }
    }

    /// `flywheel disputes move`.
    struct Move: AnsweringCommand {
        static let examples = [
            "flywheel disputes move C12 --to review", "flywheel disputes move C12 --to review --by claimant",
            "flywheel disputes move C12 --to response --by reviewer --deadline 2026-12-01",
        ]
        static let configuration = CommandConfiguration.answering(
            "move", "Moves a dispute to a stage that its rules allow.", examples: examples, exits: exits)

        @OptionGroup var target: DisputedCase

        @Option(help: ArgumentHelp("negotiation, response or review.", valueName: "stage"))
        var to: DisputeStage

        @Option(
            help: ArgumentHelp("The deadline, where one is stated.", valueName: "when"),
            transform: Moment.init(argument:))
        var deadline: Moment?

        @OptionGroup var part: Part
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let deadline = deadline?.instant(in: session.clock.zone)
            return try session.make(in: target) { dispute in
                .moved(to: to, by: try part.party(in: dispute), deadline: deadline)
            }
        }
    }

    /// `flywheel disputes appeal`.
    struct Appeal: AnsweringCommand {
        static let examples = [
            "flywheel disputes appeal C12", "flywheel disputes appeal C12 --by claimant",
            "flywheel disputes appeal C12 --deadline 2026-12-20",
        ]
        static let configuration = CommandConfiguration.answering(
            "appeal", "Appeals a ruling, by who it went against.", examples: examples, exits: exits)

        @OptionGroup var target: DisputedCase

        @Option(
            help: ArgumentHelp("When it is to be decided, where that is stated.", valueName: "when"),
            transform: Moment.init(argument:))
        var deadline: Moment?

        @OptionGroup var part: Part
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let deadline = deadline?.instant(in: session.clock.zone)
            return try session.make(in: target) { dispute in
                .appealed(by: try part.party(in: dispute), deadline: deadline)
            }
        }
    }

    /// `flywheel disputes withdraw`.
    struct Withdraw: AnsweringCommand {
        static let examples = [
            "flywheel disputes withdraw C12", "flywheel disputes withdraw 12 --as mia",
            "flywheel disputes withdraw C12 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "withdraw", "Says that the claimant let it go; under appeal, that the appeal was taken back.",
            examples: examples, exits: exits)

        @OptionGroup var target: DisputedCase
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).make(in: target) { _ in .withdrawn }
        }
    }

    /// `flywheel disputes lapse`.
    struct Lapse: AnsweringCommand {
        static let examples = [
            "flywheel disputes lapse", "flywheel disputes lapse --format json", "flywheel disputes lapse --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "lapse", "Writes down what deadlines and ends of holds brought about; run it daily.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: "What they bring about is true without it, and every answer shows it.")

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let noted = try session.cases.noteLapses()
            return LapsesAnswer(
                items: noted.flatMap { entry in entry.lapses.map { (entry.id, $0) } }, asOf: session.now)
        }
    }
}
