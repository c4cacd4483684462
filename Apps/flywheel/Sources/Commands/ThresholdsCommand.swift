import Thresholds
import FlywheelHost
import FlywheelRuntime
import ArgumentParser
import FlywheelKit
import Learning

/// `flywheel thresholds`.
struct ThresholdsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "thresholds", "Shows the numbers that steer detection, and tunes them by what closed work teaches.",
        examples: ["flywheel thresholds", "flywheel thresholds propose", "flywheel thresholds approve T3"],
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel review", "flywheel decisions"],
        subcommands: [
            List.self, Show.self, Proposal.self, Propose.self, Approve.self, Refuse.self, Rollback.self,
        ], defaultSubcommand: List.self)

    /// `flywheel thresholds list`.
    struct List: ListingCommand {
        static let examples = [
            "flywheel thresholds", "flywheel thresholds list --workflow inventory", "flywheel thresholds --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists every knob with its value, its range and what is proposed of it.", examples: examples,
            exits: [.done, .failed, .usage])

        @Option(
            help: ArgumentHelp("Only this workflow's.", valueName: "id"),
            completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
        var workflow: String?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return ThresholdsAnswer(
                knobs: try session.thresholds.knobs().filter { workflow == nil || $0.knob.workflow == workflow },
                asOf: session.now)
        }
    }

    /// `flywheel thresholds show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel thresholds show inventory.leastProbability", "flywheel thresholds show pricing.leastGap",
            "flywheel thresholds show inventory.reviewDays --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows what was proposed of a knob, and its workflow's alerts week by week.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("The knob, as thresholds lists it.", valueName: "knob"))
        var knob: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).threshold(knob)
        }
    }

    /// `flywheel thresholds propose`.
    struct Propose: AnsweringCommand {
        static let examples = [
            "flywheel thresholds propose", "flywheel thresholds propose inventory.leastProbability",
            "flywheel thresholds propose --workflow pricing",
        ]
        static let configuration = CommandConfiguration.answering(
            "propose", "Tries values of knobs on the last twelve weeks and proposes the change that gains most.",
            examples: examples, exits: [.waits, .failed, .refused, .unknown, .usage],
            discussion: """
                Nothing moves: a proposal is looked at beside the value in force for a
                week, and then waits for a person. With fewer than 30 labels of a
                workflow, 10 of them with something to do, nothing is proposed of it.
                """)

        @Argument(help: ArgumentHelp("Only this knob.", valueName: "knob"))
        var knob: String?

        @Option(
            help: ArgumentHelp("Only this workflow's.", valueName: "id"),
            completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
        var workflow: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).propose(knob: knob, workflow: workflow)
        }
    }

    /// `flywheel thresholds proposal`.
    struct Proposal: AnsweringCommand {
        static let examples = [
            "flywheel thresholds proposal T3", "flywheel thresholds proposal 3",
            "flywheel thresholds proposal T3 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "proposal", "Shows a proposal: what it would move, what speaks for it, and what became of it.",
            examples: examples, exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("The proposal.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            let number = try Session.number(id, letter: "T")
            return ProposalAnswer(
                kept: try session.looping { try session.thresholds.proposal(number) }, asOf: session.now)
        }
    }

    /// `flywheel thresholds approve`.
    struct Approve: AnsweringCommand {
        static let examples = [
            "flywheel thresholds approve T3", "flywheel thresholds approve 3 --as mia",
            "flywheel thresholds approve T3 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "approve", "Moves a knob as proposed, with a decision whose effect is looked at in four weeks.",
            examples: examples, exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: "It is watched from then on, and goes back by itself where it breaks a floor.")

        @Argument(help: ArgumentHelp("The proposal.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let number = try Session.number(id, letter: "T")
            return ProposalAnswer(
                kept: try session.looping { try session.thresholds.approve(number) }, asOf: session.now)
        }
    }

    /// `flywheel thresholds refuse`.
    struct Refuse: AnsweringCommand {
        static let examples = [
            "flywheel thresholds refuse T3 --reason season", "flywheel thresholds refuse 3 --reason too-early --as mia",
            "flywheel thresholds refuse T3 --reason season --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "refuse", "Ends a proposal that nobody approved of yet.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage])

        @Argument(help: ArgumentHelp("The proposal.", valueName: "id"))
        var id: String

        @Option(help: ArgumentHelp("Why, a word.", valueName: "word"), transform: LoopWords.word)
        var reason: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let number = try Session.number(id, letter: "T")
            return ProposalAnswer(
                kept: try session.looping { try session.thresholds.refuse(number, reason: reason) }, asOf: session.now)
        }
    }

    /// `flywheel thresholds rollback`.
    struct Rollback: AnsweringCommand {
        static let examples = [
            "flywheel thresholds rollback T3", "flywheel thresholds rollback 3 --reason season",
            "flywheel thresholds rollback T3 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "rollback", "Moves a knob back to where it was before a proposal.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage])

        @Argument(help: ArgumentHelp("The proposal.", valueName: "id"))
        var id: String

        @Option(help: ArgumentHelp("Why, a word.", valueName: "word"), transform: LoopWords.word)
        var reason = "by-hand"

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let number = try Session.number(id, letter: "T")
            return ProposalAnswer(
                kept: try session.looping { try session.thresholds.rollBack(number, reason: reason) },
                asOf: session.now)
        }
    }
}
