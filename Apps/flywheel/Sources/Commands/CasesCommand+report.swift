import ArgumentParser
import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

extension CasesCommand {
    /// `flywheel cases report`.
    struct Report: AnsweringCommand {
        static let examples = [
            "flywheel cases report", "flywheel cases report --since 2026-09-01 --by side",
            "flywheel cases report --quarter 2026-Q3 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "report", "Shows what the desk learned of itself: times, who came back, disputes, causes, reviews.",
            examples: examples, exits: [.done, .failed, .usage],
            discussion: """
                Cases that are not over count for as long as they were seen, and what nobody
                can tell is counted as unknown, never as zero. A period is read as it stood at
                its end, and so is the one before that it stands beside: a quarter beside a
                quarter, other days beside as many before them. Parts of few cases are hidden,
                and with them what would give them away. flywheel explain WORD tells a figure's
                formula, window and unit; the words stand in the column "metric" of
                --format csv.
                """,
            seeAlso: ["flywheel explain time-to-solve", "flywheel cases sample", "flywheel schema desk-report"])

        @Option(
            help: ArgumentHelp("Only cases opened from then on.", valueName: "when"),
            transform: Moment.init(argument:))
        var since: Moment?

        @Option(
            help: ArgumentHelp(
                "Only cases opened until the end of that day, beside the days before.", valueName: "day"),
            transform: day)
        var until: Day?

        @Option(
            help: ArgumentHelp("Only cases of a quarter, beside the one before: 2026-Q3.", valueName: "quarter"),
            transform: quarter)
        var quarter: DeskPeriod?

        @Option(
            help: ArgumentHelp(
                "Also by side, channel, language, marketplace, account, group, urgency, topic or source.",
                valueName: "key"),
            completion: .list(CohortKey.allCases.map(\.rawValue)), transform: key)
        var by: CohortKey?

        @Option(help: ArgumentHelp("Draws the backlog into this file.", valueName: "file"))
        var svg: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try report(in: Session(global, surroundings))
        }

        /// The report that is asked for.
        func report(in session: Session) throws -> CasesReportAnswer {
            try session.deskReport(since: since?.beginning(in: session.clock.zone), in: period, by: by, drawing: svg)
        }

        func validate() throws {
            guard quarter == nil || (since == nil && until == nil) else {
                throw ValidationError("--quarter says both ends: leave out --since and --until")
            }
            guard until == nil || period != nil else {
                throw ValidationError("--until ends the days that --since begins: name a day, not later, with --since")
            }
        }

        /// The days that were asked for; `nil` where nothing ends them.
        private var period: DeskPeriod? {
            if let quarter { return quarter }
            guard let until, case .day(let from) = since, from <= until else { return nil }
            return DeskPeriod(from: from, through: until)
        }

        private static func day(_ text: String) throws -> Day {
            guard let day = Day(text) else {
                throw ValidationError("--until is \"\(text)\", expected a day such as 2026-09-30")
            }
            return day
        }

        private static func quarter(_ text: String) throws -> DeskPeriod {
            guard let period = DeskPeriod(quarter: text) else {
                throw ValidationError("--quarter is \"\(text)\", expected one such as 2026-Q3")
            }
            return period
        }

        private static func key(_ text: String) throws -> CohortKey {
            guard let key = CohortKey(rawValue: text) else {
                let words = CohortKey.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--by is \"\(text)\", expected one of \(words)")
            }
            return key
        }
    }

    /// `flywheel cases sample`.
    struct Sample: AnsweringCommand {
        static let examples = [
            "flywheel cases sample", "flywheel cases sample --week 2026-11-09",
            "flywheel cases sample --reviewer mia --reviewer ben",
        ]
        static let configuration = CommandConfiguration.answering(
            "sample", "Draws last week's cases for colleagues to review, and escalations to audit.",
            examples: examples, exits: [.done, .failed, .usage],
            discussion: """
                The same week draws the same cases. Nobody reviews what they had or wrote in. Those drawn at random speak
                for all; those drawn for what hangs on them do not.
                """,
            seeAlso: ["flywheel cases review C12 --verdict good", "flywheel cases audit C12 --tag limit-too-low"])

        @Option(
            help: ArgumentHelp("A day of the week to draw from; last week where left out.", valueName: "day"),
            transform: Moment.init(argument:))
        var week: Moment?

        @Option(help: ArgumentHelp("Who reviews; those of the configuration where left out.", valueName: "name"))
        var reviewer: [String] = []

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try sample(in: Session(global, surroundings))
        }

        /// The sample that is asked for.
        func sample(in session: Session) throws -> ReviewSampleAnswer {
            try session.reviewSample(week: week?.beginning(in: session.clock.zone), reviewers: reviewer)
        }
    }

    /// `flywheel cases review`.
    struct Review: AnsweringCommand {
        static let examples = [
            "flywheel cases review C12 --verdict good", "flywheel cases review C12 C13 --verdict gap --as ben",
            "flywheel cases review 12 --verdict wrong",
        ]
        static let configuration = CommandConfiguration.answering(
            "review", "Keeps what you found of how cases were handled, unless you had a part in them.",
            examples: examples, exits: workExits,
            discussion: "A verdict is a word of the desk's own list; say more with flywheel cases note.",
            seeAlso: ["flywheel cases sample", "flywheel explain reviewer-agreement"])

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("What you found, such as good, gap or wrong.", valueName: "word"))
        var verdict: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.review, on: ids) {
                bench, id throws(CaseWorkError) in
                try bench.review(id, verdict: verdict)
            }
        }
    }

    /// `flywheel cases cause`.
    struct Cause: AnsweringCommand {
        static let examples = [
            "flywheel cases cause C12 --code wrong-label", "flywheel cases cause C12 C13 --code late-carrier --as ben",
            "flywheel cases cause 12 --none",
        ]
        static let configuration = CommandConfiguration.answering(
            "cause", "Says why cases came about, open or over: the report counts causes by week.", examples: examples,
            exits: workExits, seeAlso: ["flywheel cases report", "flywheel explain root-causes"])

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("The root cause, a word of the desk's own list.", valueName: "word"))
        var code: String?

        @Flag(help: "Takes back what was said.")
        var none = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard (code != nil) != none else { throw ValidationError("expected --code or --none, and not both") }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).work(.label, on: ids) {
                bench, id throws(CaseWorkError) in
                try bench.state(cause: code, of: id)
            }
        }
    }

    /// `flywheel cases audit`.
    struct Audit: AnsweringCommand {
        static let examples = [
            "flywheel cases audit C12 --tag limit-too-low --gap refund-limit",
            "flywheel cases audit C12 --tag limit-too-low --gap refund-limit --decision D3",
            "flywheel cases audit 12 --tag right --as ben",
        ]
        static let configuration = CommandConfiguration.answering(
            "audit", "Keeps why cases were escalated: what kind it was, and the policy that is missing.",
            examples: examples, exits: workExits,
            seeAlso: ["flywheel cases sample", "flywheel explain policy-gaps"])

        @OptionGroup var ids: IDs<CaseRecord>

        @Option(help: ArgumentHelp("What kind of escalation it was; may be given again.", valueName: "word"))
        var tag: [String] = []

        @Option(help: ArgumentHelp("The policy that is missing or unclear.", valueName: "word"))
        var gap: String?

        @Option(help: ArgumentHelp("The decision that closes the gap, D3.", valueName: "id"))
        var decision: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard !tag.isEmpty || gap != nil else { throw ValidationError("expected --tag or --gap: what was found") }
            if let decision, DecisionID(text: decision) == nil {
                throw ValidationError("--decision is \"\(decision)\", expected an id such as D3")
            }
            guard decision == nil || gap != nil else {
                throw ValidationError("--decision closes a gap: name it with --gap")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let id = decision.flatMap { DecisionID(text: $0) }?.description
            let audit = EscalationAudit(tags: tag, gap: gap, decision: id)
            return try Session(global, surroundings, for: .writing).work(.audit, on: ids) {
                bench, id throws(CaseWorkError) in
                try bench.audit(id, audit)
            }
        }
    }
}
