import FlywheelStore
import FlywheelHost
import FlywheelRuntime
import ArgumentParser
import Assessment
import FlywheelKit
import Learning

/// `flywheel decisions`.
struct DecisionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "decisions", "Lists what was decided about how to work, and looks at what came of it.",
        examples: ["flywheel decisions", "flywheel decisions due", "flywheel decisions review D3"],
        exits: [.done, .failed, .refused, .usage], seeAlso: ["flywheel thresholds", "flywheel cases"],
        subcommands: [List.self, Due.self, Show.self, Add.self, Review.self], defaultSubcommand: List.self)

    /// `flywheel decisions list`.
    struct List: ListingCommand {
        static let examples = [
            "flywheel decisions", "flywheel decisions list --kind prevention", "flywheel decisions --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists decisions about how to work and those about cases, by number.", examples: examples,
            exits: [.done, .failed, .usage])

        @Option(help: ArgumentHelp("Only of this kind: routing, rule, policy and so on.", valueName: "kind"))
        var kind: String?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return try session.decisions { kind == nil || $0.kind == kind }
        }
    }

    /// `flywheel decisions due`.
    struct Due: ListingCommand {
        static let examples = [
            "flywheel decisions due", "flywheel decisions due --as-of 2026-12-01",
            "flywheel decisions due --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "due", "Lists decisions whose effect should have been looked at by now.", examples: examples,
            exits: [.done, .failed, .usage])

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).decisions(where: \.isDue)
        }
    }

    /// `flywheel decisions show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel decisions show D3", "flywheel decisions show 3 --format json",
            "flywheel decisions show D3 --as-of 2026-12-01",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows a decision with what it rests on and what its review found.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("The decision.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            let number = try Session.number(id, letter: "D")
            return RegisterAnswer(
                kept: try session.looping { try session.register.decision(number) }, asOf: session.now)
        }
    }

    /// `flywheel decisions add`.
    struct Add: AnsweringCommand {
        static let examples = [
            "flywheel decisions add prevention missing-attribute --workflow suppressions --metric repeat-rate",
            "flywheel decisions add handoff warehouse-mail --metric resolution-hours --evidence X12,X31",
            "flywheel decisions add policy no-backorders --review-days 56",
        ]
        static let configuration = CommandConfiguration.answering(
            "add", "Registers a decision about how to work, with the day its effect is looked at.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: """
                What a prevention is about is the root cause that it is to keep from
                coming back. A measure may be named as flywheel metrics names it too:
                \(DecisionMetric.allCases.compactMap(\.metric?.rawValue).joined(separator: ", ")).
                """)

        @Argument(
            help: ArgumentHelp("routing, rule, policy, prevention or handoff.", valueName: "kind"),
            completion: .list(LoopWords.kinds.map(\.rawValue)), transform: LoopWords.kind)
        var kind: Decision.Kind

        @Argument(help: ArgumentHelp("What exactly, a word.", valueName: "subject"), transform: LoopWords.word)
        var subject: String

        @Option(
            help: ArgumentHelp("The workflow it is about; all without it.", valueName: "id"),
            completion: .list(workflows.map(\.manifest.id)), transform: QueueCommand.workflow)
        var workflow: String?

        @Option(
            help: ArgumentHelp(
                "What it is to move: \(DecisionMetric.allCases.map(\.rawValue).joined(separator: ", ")).",
                valueName: "measure"), completion: .list(LoopWords.metrics),
            transform: LoopWords.metric)
        var metric: DecisionMetric?

        @Option(help: ArgumentHelp("Records it rests on: X12,X31.", valueName: "ids"))
        var evidence: String?

        @Option(
            help: ArgumentHelp(
                "Days until its effect is looked at; without it, reviewDays of loop: in flywheel.yaml, or 28.",
                valueName: "days"))
        var reviewDays: Int?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            if let evidence { _ = try LoopWords.records(evidence) }
            guard let reviewDays, !(1...366).contains(reviewDays) else { return }
            throw ValidationError("--review-days is \(reviewDays), expected 1 to 366")
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let kept = try session.register.add(
                kind, subject, workflow: workflow, metric: metric,
                evidence: evidence.map(LoopWords.records) ?? [],
                reviewDays: reviewDays.map(Double.init))
            return RegisterAnswer(kept: kept, asOf: session.now)
        }
    }

    /// `flywheel decisions review`.
    struct Review: AnsweringCommand {
        static let examples = [
            "flywheel decisions review D3", "flywheel decisions review 3 --as mia",
            "flywheel decisions review D3 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "review", "Measures what a decision moved: before and after, with an interval, or inconclusive.",
            examples: examples, exits: [.done, .failed, .refused, .unknown, .usage])

        @Argument(help: ArgumentHelp("The decision.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let number = try Session.number(id, letter: "D")
            return RegisterAnswer(kept: try session.looping { try session.register.review(number) }, asOf: session.now)
        }
    }
}
