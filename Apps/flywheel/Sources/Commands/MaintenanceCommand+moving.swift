import ArgumentParser
import Calendars
import Commitments
import FlywheelKit

extension MaintenanceCommand {
    /// `flywheel maintenance move`.
    struct Move: TellingCommand {
        static let examples = [
            "flywheel maintenance move G2 --text \"A day later.\" --from 2026-11-23 --until 2026-11-23",
            "flywheel maintenance move G2 --text \"It takes longer.\" --until 2026-11-22T08:00:00Z",
            "flywheel maintenance move 2 --text \"It takes all day.\" --until 2026-11-22 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "move", "Tells everybody that work will be done at another time, or take longer.", examples: examples,
            exits: exits, seeAlso: ["flywheel maintenance show"])

        @OptionGroup var subject: ToldOptions<MaintenanceBody>

        @Option(help: ArgumentHelp("Why.", valueName: "words"))
        var text: String

        @Option(
            help: ArgumentHelp("When it begins; as announced without it.", valueName: "instant"),
            transform: Moment.init(argument:))
        var from: Moment?

        @Option(help: ArgumentHelp("By when it is done.", valueName: "instant"), transform: Moment.init(argument:))
        var until: Moment

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Maintenance {
            try desk.move(
                subject.number(), text: text, starts: from?.beginning(in: zone), ends: until.instant(in: zone))
        }
    }

    /// `flywheel maintenance begin`.
    struct Begin: MaintenanceStepCommand {
        static let step = MaintenanceBody.Update.Step.begun
        static let examples = [
            "flywheel maintenance begin G2", "flywheel maintenance begin G2 --text \"We began.\"",
            "flywheel maintenance begin 2 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "begin", "Tells everybody that announced work began.", examples: examples, exits: exits,
            seeAlso: ["flywheel maintenance complete"])

        @OptionGroup var subject: ToldOptions<MaintenanceBody>

        @Option(help: ArgumentHelp("What is known.", valueName: "words"))
        var text = "The work began."

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions
    }

    /// `flywheel maintenance complete`.
    struct Complete: MaintenanceStepCommand {
        static let step = MaintenanceBody.Update.Step.done
        static let examples = [
            "flywheel maintenance complete G2", "flywheel maintenance complete G2 --text \"All disks are new.\"",
            "flywheel maintenance complete 2 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "complete", "Tells everybody that announced work is done.", examples: examples, exits: exits,
            seeAlso: ["flywheel maintenance"])

        @OptionGroup var subject: ToldOptions<MaintenanceBody>

        @Option(help: ArgumentHelp("What is known.", valueName: "words"))
        var text = "The work is done."

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions
    }

    /// `flywheel maintenance cancel`.
    struct Cancel: MaintenanceStepCommand {
        static let step = MaintenanceBody.Update.Step.cancelled
        static let examples = [
            "flywheel maintenance cancel G2 --text \"The disks did not come.\"",
            "flywheel maintenance cancel 2 --text \"Not needed.\" --as mia",
            "flywheel maintenance cancel G2 --text \"Not needed.\" --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "cancel", "Tells everybody that announced work will not be done.", examples: examples, exits: exits,
            seeAlso: ["flywheel maintenance move"])

        @OptionGroup var subject: ToldOptions<MaintenanceBody>

        @Option(help: ArgumentHelp("Why.", valueName: "words"))
        var text: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions
    }
}

/// A command that says what becomes of announced work.
protocol MaintenanceStepCommand: TellingCommand {
    /// What it says.
    static var step: MaintenanceBody.Update.Step { get }
    /// Of what.
    var subject: ToldOptions<MaintenanceBody> { get }
    /// In which words.
    var text: String { get }
}

extension MaintenanceStepCommand {
    func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Maintenance {
        try desk.say(Self.step, of: subject.number(), text: text)
    }
}
