import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension DisputesCommand {
    /// `flywheel disputes hold`.
    struct Hold: AnsweringCommand {
        static let examples = [
            "flywheel disputes hold 1 --amount EUR9 --rule r7 --reason new --until 2026-12-20 --because late",
            "flywheel disputes hold C1 --amount EUR9 --rule r7 --reason new --until 2026-12-20 --letter R-1",
            "flywheel disputes hold 1 --amount EUR9 --rule r7 --reason new --until 2026-12-20 --letter R2",
        ]
        static let configuration = CommandConfiguration.answering(
            "hold", "Holds money until it is released, at the latest at a stated moment.", examples: examples,
            exits: exits,
            discussion: """
                A hold names the rule that calls for it, what happened, and its end, which the
                dispute's rules limit. It counts with what is held already. Where a ruling stands at
                its end, what it gives the claimant and nobody paid goes to them, whoever --then names.
                """)

        @OptionGroup var target: DisputedCase

        @Option(help: ArgumentHelp("How much: EUR200.", valueName: "sum"), transform: Sum.money)
        var amount: Money

        @Option(help: ArgumentHelp("The rule that calls for it, by its code.", valueName: "code"))
        var rule: String

        @Option(help: ArgumentHelp("What happened that the rule speaks of, by its code.", valueName: "code"))
        var reason: String

        @Option(help: ArgumentHelp("When it ends by itself.", valueName: "when"), transform: Moment.init(argument:))
        var until: Moment

        @Option(
            help: ArgumentHelp(
                "Who gets the money then, unless a ruling says: respondent or claimant.", valueName: "party"))
        var then: DisputeParty = .respondent

        @OptionGroup var grounds: Grounds
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let until = until.instant(in: session.clock.zone)
            return try session.make(in: target, grounds) { _ in
                .held(
                    EscrowHold(
                        amount, rule: rule, reason: reason, until: until, then: then, authority: grounds.authority))
            }
        }
    }

    /// `flywheel disputes release`.
    struct Release: AnsweringCommand {
        static let examples = [
            "flywheel disputes release C12 --amount EUR200 --to respondent --because \"delivery is proven\"",
            "flywheel disputes release C12 --hold 2 --amount EUR40 --to claimant --because \"one was broken\"",
            "flywheel disputes release C12 --amount EUR200 --to respondent --letter R-2",
        ]
        static let configuration = CommandConfiguration.answering(
            "release", "Lets held money go to one of the two.", examples: examples, exits: exits)

        @OptionGroup var target: DisputedCase

        @Option(help: ArgumentHelp("The hold, as show counts them.", valueName: "number"))
        var hold = 1

        @Option(help: ArgumentHelp("How much of it: EUR200.", valueName: "sum"), transform: Sum.money)
        var amount: Money

        @Option(help: ArgumentHelp("To whom: respondent or claimant.", valueName: "party"))
        var to: DisputeParty

        @OptionGroup var grounds: Grounds
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).make(in: target, grounds) { _ in
                .released(EscrowRelease(of: hold, amount, to: to, authority: grounds.authority))
            }
        }
    }

    /// `flywheel disputes pay`.
    struct Pay: AnsweringCommand {
        static let examples = [
            "flywheel disputes pay C12 --amount EUR40 --reference REF-881",
            "flywheel disputes pay C12 --amount \"EUR 40.00\" --reference REF-881 --as mia",
            "flywheel disputes pay 12 --amount JPY4000 --reference REF-882 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "pay", "Says that the claimant was paid what a ruling awarded, or a part of it.", examples: examples,
            exits: exits, discussion: "No money moves: it is written down that it did.")

        @OptionGroup var target: DisputedCase

        @Option(help: ArgumentHelp("How much: EUR40.", valueName: "sum"), transform: Sum.money)
        var amount: Money

        @Option(help: ArgumentHelp("The payment's number.", valueName: "code"))
        var reference: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).make(in: target) { _ in
                .paid(amount, reference: reference)
            }
        }
    }
}
