import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// `flywheel disputes`.
struct DisputesCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "disputes", "Lists disputes of cases with their deadlines, and carries out what is decided in them.",
        examples: [
            "flywheel disputes", "flywheel disputes show C12",
            "flywheel disputes decide C12 upheld --because \"the parcel never left\"",
        ],
        exits: [.done, .failed, .waits, .refused, .unknown, .usage],
        discussion: """
            What the desk decides, holds or lets go needs a reason in words, and a right to it:
            flywheel.yaml says under cases: rights: who may decide what up to which amount.
            Beyond that it is proposed, and happens when somebody else agrees.
            """, seeAlso: ["flywheel explain decision-rights", "flywheel explain dispute"],
        subcommands: [
            List.self, Show.self, Open.self, Bring.self, Move.self, Decide.self, Hold.self, Release.self, Pay.self,
            Appeal.self, Withdraw.self, Agree.self, Refuse.self, Lapse.self, Precedents.self,
        ], defaultSubcommand: List.self)

    /// What commands that act in disputes end with.
    static let exits: [Exit] = [.done, .failed, .waits, .refused, .unknown, .usage]

    /// `flywheel disputes`: the list.
    struct List: ListingCommand {
        static let examples = [
            "flywheel disputes", "flywheel disputes --kind chargeback --marketplace US",
            "flywheel disputes --waiting --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists disputes that are not over or whose award is not paid, the soonest deadline first.",
            examples: examples,
            exits: [.done, .failed, .usage])

        @Flag(help: "Those that are over and paid as well.")
        var all = false

        @Flag(help: "Only those in which a decision waits for somebody to agree.")
        var waiting = false

        @Option(help: ArgumentHelp("Only of this kind: \(DisputeKind.list).", valueName: "kind"))
        var kind: DisputeKind?

        @OptionGroup var place: PlaceOptions

        @Option(name: [.customShort("n"), .long], help: "Disputes listed.")
        var limit = 50

        @OptionGroup var page: CursorOption
        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).disputes(filter, limit: max(1, limit), behind: page.cursor)
        }

        var filter: DisputeFilter {
            DisputeFilter(withDecided: all, kind: kind, isWaiting: waiting, place: place.filter)
        }
    }

    /// `flywheel disputes show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel disputes show C12", "flywheel disputes show 12 --format json",
            "flywheel disputes show C12 --as-of 2026-11-20",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows a case's disputes: stages, evidence, rulings, money, decisions and why.",
            examples: examples, exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: "That the reasons were seen is logged.")

        @OptionGroup var target: DisputedCase
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return try session.dispute(target.id())
        }
    }

    /// `flywheel disputes precedents`.
    struct Precedents: ListingCommand {
        static let examples = [
            "flywheel disputes precedents \"carrier lost\"",
            "flywheel disputes precedents --type refund --reason never-arrived",
            "flywheel disputes precedents --kind chargeback --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "precedents", "Finds what was decided before, and why, newest first.", examples: examples,
            exits: [.done, .failed, .usage], discussion: "That the reasons were seen is logged.")

        @Argument(
            help: ArgumentHelp("Words that all stand in the reason; the last may be cut short.", valueName: "words"))
        var words: [String] = []

        @Option(help: ArgumentHelp("Only of this type: \(DecisionType.list).", valueName: "type"))
        var type: DecisionType?

        @Option(help: ArgumentHelp("Only in disputes of this kind: \(DisputeKind.list).", valueName: "kind"))
        var kind: DisputeKind?

        @Option(help: ArgumentHelp("Only where this was asked for, by its code.", valueName: "code"))
        var reason: String?

        @Option(name: [.customShort("n"), .long], help: "Decisions listed.")
        var limit = 20

        @OptionGroup var page: CursorOption
        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return try session.precedents(
                words: words.joined(separator: " "), type: type, kind: kind, reason: reason,
                limit: max(1, limit), behind: page.cursor)
        }
    }
}
