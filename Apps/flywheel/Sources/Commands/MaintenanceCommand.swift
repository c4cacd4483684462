import ArgumentParser
import Calendars
import Commitments
import FlywheelKit
import FlywheelStore

/// `flywheel maintenance`.
struct MaintenanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "maintenance", "Announces work on the house to everybody, and says how it goes.",
        examples: ["flywheel maintenance", "flywheel maintenance show G2", "flywheel maintenance begin G2"],
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel commitments", "flywheel incidents"],
        subcommands: [
            List.self, Show.self, Announce.self, Move.self, Begin.self, Complete.self, Cancel.self,
        ], defaultSubcommand: List.self)

    static let exits: [Exit] = [.done, .failed, .refused, .unknown, .usage]

    /// `flywheel maintenance list`.
    struct List: ListingCommand {
        static let examples = [
            "flywheel maintenance", "flywheel maintenance list --all", "flywheel maintenance --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists maintenance that is announced or under way, the newest first.", examples: examples,
            exits: [.done, .failed, .usage])

        @Flag(help: "Lists what is over as well.")
        var all = false

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).maintenance(all: all)
        }
    }

    /// `flywheel maintenance show`.
    struct Show: ToldCommand {
        static let examples = [
            "flywheel maintenance show G2", "flywheel maintenance show 2 --format json",
            "flywheel maintenance show G2 --as-of 2026-11-20",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows what was said of maintenance, and when.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @OptionGroup var subject: ToldOptions<MaintenanceBody>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions
    }

    /// `flywheel maintenance announce`.
    struct Announce: TellingCommand {
        static let examples = [
            "flywheel maintenance announce \"New disks\" --component orders --from 2026-12-01 --until 2026-12-02",
            "flywheel maintenance announce Disks --component a,b --from 2026-12-01 --until 2026-12-01 --as mia",
            "flywheel maintenance announce Move --component orders --from 2026-12-01 --until 2026-12-02 -q",
        ]
        static let configuration = CommandConfiguration.answering(
            "announce", "Tells everybody when work on the house will be done.", examples: examples,
            exits: [.done, .failed, .refused, .usage],
            discussion: """
                What is announced a day ahead does not count as time that a component was
                not up. Texts are looked through as those of incidents are.
                """, seeAlso: ["flywheel maintenance begin", "flywheel explain maintenance"])

        @Argument(help: ArgumentHelp("What is done, in a few words.", valueName: "title"))
        var title: String

        @Option(help: ArgumentHelp("What it means for everybody; the title without it.", valueName: "words"))
        var text: String?

        @OptionGroup var components: ComponentOptions

        @Option(help: ArgumentHelp("When it begins.", valueName: "instant"), transform: Moment.init(argument:))
        var from: Moment

        @Option(help: ArgumentHelp("By when it is done.", valueName: "instant"), transform: Moment.init(argument:))
        var until: Moment

        @Option(help: ArgumentHelp("Who sees to it; you without it.", valueName: "name"))
        var owner: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            if let owner { try GlobalOptions.check(name: owner, flag: "--owner") }
        }

        func tell(_ desk: CommitmentDesk, in zone: TimeZoneTable) throws -> Maintenance {
            try desk.announce(
                title, text: text ?? title, components: components.ids, starts: from.beginning(in: zone),
                ends: until.instant(in: zone), owner: owner)
        }
    }
}
