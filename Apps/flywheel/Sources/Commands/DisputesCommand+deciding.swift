import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension DisputesCommand {
    /// `flywheel disputes decide`.
    struct Decide: AnsweringCommand {
        static let examples = [
            "flywheel disputes decide C12 upheld --because \"the parcel never left\"",
            "flywheel disputes decide C12 partly --award \"EUR 40.00\" --because \"one of four was broken\"",
            "flywheel disputes decide C12 denied --by reviewer --letter A2Z-4711",
        ]
        static let configuration = CommandConfiguration.answering(
            "decide", "Decides a dispute, within one's rights, or says how somebody else decided it.",
            examples: examples, exits: exits,
            discussion: """
                Upheld gives the claimant everything, denied nothing. A respondent can only
                give in: partly, with what the claimant took for it. What the desk decides takes --because, and is proposed where it is
                beyond your limit; what others decided takes the number of their --letter.
                """, seeAlso: ["flywheel disputes precedents"])

        enum Verdict: String, CaseIterable, ExpressibleByArgument { case upheld, partly, denied }

        @OptionGroup var target: DisputedCase

        @Argument(help: "upheld, partly or denied.")
        var verdict: Verdict

        @Option(
            help: ArgumentHelp("What the claimant gets of it, with partly.", valueName: "sum"), transform: Sum.money)
        var award: Money?

        @OptionGroup var part: Part
        @OptionGroup var grounds: Grounds
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws { _ = try outcome() }

        private func outcome() throws -> Ruling.Outcome {
            switch (verdict, award) {
            case (.upheld, nil): .upheld
            case (.denied, nil): .denied
            case (.partly, let award?): .partly(award: award)
            default: throw ValidationError("--award goes with partly, and partly with --award")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let outcome = try outcome()
            return try Session(global, surroundings, for: .writing).make(in: target, grounds) { dispute in
                .decided(outcome, by: try part.decider(in: dispute), authority: grounds.authority)
            }
        }
    }

    /// `flywheel disputes agree`.
    struct Agree: AnsweringCommand {
        static let examples = [
            "flywheel disputes agree D5 --because \"the photos show it\"",
            "flywheel disputes agree 5 --because \"as in D3\" --as sue",
            "flywheel disputes agree D5 --because \"goodwill\" --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "agree", "Agrees to what somebody else proposed, which then happens.", examples: examples, exits: exits,
            discussion: "Nobody agrees to their own proposal.")

        @OptionGroup var proposal: Proposed
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let done = try session.cases.agree(try proposal.decision(), because: proposal.because)
            return try session.disputed(.done(done.record, done.decision), of: done.record.id)
        }
    }

    /// `flywheel disputes refuse`.
    struct Refuse: AnsweringCommand {
        static let examples = [
            "flywheel disputes refuse D5 --because \"the photos show otherwise\"",
            "flywheel disputes refuse 5 --because \"see D3\" --as sue",
            "flywheel disputes refuse D5 --because \"taken back\" --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "refuse", "Refuses what was proposed, or takes back what one proposed oneself.", examples: examples,
            exits: exits)

        @OptionGroup var proposal: Proposed
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let record = try session.cases.refuse(try proposal.decision(), because: proposal.because)
            return try session.disputed(.done(record, nil), of: record.id)
        }
    }
}
