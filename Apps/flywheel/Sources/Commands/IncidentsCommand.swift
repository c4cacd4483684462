import ArgumentParser
import Calendars
import Commitments
import FlywheelKit
import FlywheelStore

/// `flywheel incidents`.
struct IncidentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "incidents", "Tells everybody what does not work, and when they will hear more.",
        examples: [
            "flywheel incidents", "flywheel incidents show B3", "flywheel incidents resolve B3 --text \"Over.\"",
        ],
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel commitments", "flywheel maintenance"],
        subcommands: [List.self, Show.self, Open.self, Update.self, Resolve.self], defaultSubcommand: List.self)

    private static let exits: [Exit] = [.done, .failed, .refused, .unknown, .usage]

    /// `flywheel incidents list`.
    struct List: ListingCommand {
        static let examples = [
            "flywheel incidents", "flywheel incidents list --all", "flywheel incidents --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists incidents that last, the newest first.", examples: examples, exits: [.done, .failed, .usage])

        @Flag(help: "Lists those that are over as well.")
        var all = false

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).incidents(all: all)
        }
    }

    /// `flywheel incidents show`.
    struct Show: ToldCommand {
        static let examples = [
            "flywheel incidents show B3", "flywheel incidents show 3 --format json",
            "flywheel incidents show B3 --as-of 2026-11-20",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows what was said of an incident, and when.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @OptionGroup var subject: ToldOptions<IncidentBody>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions
    }

    /// `flywheel incidents open`.
    struct Open: TellingCommand {
        static let examples = [
            "flywheel incidents open \"Orders are late\" --text \"We look.\" --severity partial --component orders",
            "flywheel incidents open Slow --text \"All is slow.\" --severity degraded --component orders,labels",
            "flywheel incidents open Down --text \"We look.\" --component orders --next 2026-11-20T17:00:00Z",
        ]
        static let configuration = CommandConfiguration.answering(
            "open", "Tells everybody that something does not work.", examples: examples,
            exits: [.done, .failed, .refused, .usage],
            discussion: """
                What is said is public where flywheel.yaml says so, and stays as it was
                said; a correction is the next update. Texts with addresses, telephone
                numbers, names of who wrote to the desk, accounts, or ids of exceptions and
                cases are refused.
                """, seeAlso: ["flywheel incidents update", "flywheel explain incident"])

        @Argument(help: ArgumentHelp("What is wrong, in a few words.", valueName: "title"))
        var title: String

        @Option(help: ArgumentHelp("What is known.", valueName: "words"))
        var text: String

        @Option(
            help: "How bad it is: degraded, partial, major.", completion: .list(Severity.allCases.map(\.rawValue)),
            transform: SeverityWord.read)
        var severity = Severity.partial

        @OptionGroup var components: ComponentOptions

        @Option(
            help: ArgumentHelp("Since when; since now without it.", valueName: "instant"),
            transform: Moment.init(argument:))
        var began: Moment?

        @OptionGroup var promise: NextUpdateOptions

        @Option(help: ArgumentHelp("Who sees to it that the next update comes; you without it.", valueName: "name"))
        var owner: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            if let owner { try GlobalOptions.check(name: owner, flag: "--owner") }
        }

        func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Incident {
            try desk.open(
                title, text: text, severity: severity, components: components.ids, began: began?.beginning(in: zone),
                next: promise.next?.instant(in: zone), owner: owner)
        }
    }

    /// `flywheel incidents update`.
    struct Update: TellingCommand {
        static let examples = [
            "flywheel incidents update B3 --text \"The cause is found.\"",
            "flywheel incidents update B3 --text \"Half of them came in.\" --severity degraded",
            "flywheel incidents update B3 --text \"Labels as well.\" --component orders,labels --next 2026-11-21",
        ]
        static let configuration = CommandConfiguration.answering(
            "update", "Tells everybody what more is known, and promises the next update.", examples: examples,
            exits: exits, discussion: "What is not given stays as it was.", seeAlso: ["flywheel incidents resolve"])

        @OptionGroup var subject: ToldOptions<IncidentBody>

        @Option(help: ArgumentHelp("What is known.", valueName: "words"))
        var text: String

        @Option(
            help: "How bad it is now: degraded, partial, major.", completion: .list(Severity.allCases.map(\.rawValue)),
            transform: SeverityWord.read)
        var severity: Severity?

        @OptionGroup var components: ComponentOptions
        @OptionGroup var promise: NextUpdateOptions

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Incident {
            try desk.update(
                subject.number(), text: text, severity: severity,
                components: components.component.isEmpty ? nil : components.ids, next: promise.next?.instant(in: zone))
        }
    }

    /// `flywheel incidents resolve`.
    struct Resolve: TellingCommand {
        static let examples = [
            "flywheel incidents resolve B3 --text \"All orders are in.\"",
            "flywheel incidents resolve 3 --text \"It was the network.\" --as mia",
            "flywheel incidents resolve B3 --text \"Over.\" --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "resolve", "Tells everybody that an incident is over.", examples: examples, exits: exits,
            seeAlso: ["flywheel incidents"])

        @OptionGroup var subject: ToldOptions<IncidentBody>

        @Option(help: ArgumentHelp("What it was, and how it ended.", valueName: "words"))
        var text: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Incident {
            try desk.resolve(subject.number(), text: text)
        }
    }
}

/// What is affected.
struct ComponentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What is affected, by the ids in flywheel.yaml; several with commas.", valueName: "ids"))
    var component = ""

    var ids: [String] { component.split(separator: ",").map(String.init) }
}

/// By when everybody hears more.
struct NextUpdateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "By when the next update is promised; else commitments: updateMinutes: from now.", valueName: "instant"),
        transform: Moment.init(argument:))
    var next: Moment?
}

/// Severities as they are given in flags.
enum SeverityWord {
    static func read(_ text: String) throws -> Severity {
        guard let severity = Severity(rawValue: text) else {
            let known = Severity.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--severity is \"\(text)\", expected \(known)")
        }
        return severity
    }
}
