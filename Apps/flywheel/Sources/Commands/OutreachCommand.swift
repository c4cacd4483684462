import ArgumentParser
import CaseDesk
import FlywheelHost
import FlywheelStore

/// `flywheel outreach`.
struct OutreachCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "outreach", "Messages that the desk writes first: about late orders, open cases, likely disputes.",
        examples: [
            "flywheel outreach", "flywheel outreach approve O3", "flywheel outreach write --output outreach.csv",
        ],
        exits: [.done, .failed, .partly, .unknown, .usage],
        discussion: """
            Rules in flywheel.yaml say on which occasion, with which text, how often at
            most and in which hours. A person approves each, unless a rule may by itself.
            Nothing is sent: what is due becomes a file for the tool that sends it.
            """,
        seeAlso: ["flywheel cases", "flywheel queue --workflow deliveries"],
        subcommands: [List.self, Show.self, Propose.self, Approve.self, Refuse.self, Write.self],
        defaultSubcommand: List.self)

    /// `flywheel outreach`: the list.
    struct List: ListingCommand {
        static let examples = [
            "flywheel outreach", "flywheel outreach list --state written", "flywheel outreach list --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists messages that wait for a decision or for their time.", examples: examples,
            exits: [.done, .failed, .usage])

        @Option(
            help: ArgumentHelp(
                "Only in this state: proposed, approved, refused, written, over; any for all.", valueName: "state"),
            completion: .list(OutreachNote.State.allCases.map(\.rawValue) + ["any"]), transform: state)
        var state: Set<OutreachNote.State> = [.proposed, .approved]

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try messages(in: Session(global, surroundings))
        }

        /// The messages that are asked for.
        func messages(in session: Session) throws -> OutreachAnswer {
            let all = try session.outreach.all()
            return OutreachAnswer(
                messages: all.filter { $0.state.map(state.contains) ?? false }, all: all.count, clock: session.clock,
                hasRules: !session.rules.settings.outreach.isEmpty)
        }

        private static func state(_ text: String) throws -> Set<OutreachNote.State> {
            if text == "any" { return Set(OutreachNote.State.allCases) }
            guard let state = OutreachNote.State(rawValue: text) else {
                let known = OutreachNote.State.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--state is \"\(text)\", expected \(known) or any")
            }
            return [state]
        }
    }

    /// `flywheel outreach show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel outreach show O3", "flywheel outreach show 3", "flywheel outreach show O3 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows a message: when it would be sent, and why.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: ArgumentHelp("The message.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return try session.message(try IDs<OutreachRecord>.parse([id]).read(session.inputLines).first)
        }
    }

    /// `flywheel outreach propose`.
    struct Propose: AnsweringCommand {
        static let examples = [
            "flywheel outreach propose", "flywheel outreach propose --as mia",
            "flywheel outreach propose --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "propose", "Proposes what is due by the rules, and ends what is about nothing any more.",
            examples: examples, exits: [.done, .failed, .usage])

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            let made = try session.outreach.propose()
            return OutreachAnswer(
                messages: made, all: try session.outreach.all().count, clock: session.clock,
                hasRules: !session.rules.settings.outreach.isEmpty, verb: "Proposed")
        }
    }

    /// `flywheel outreach approve`.
    struct Approve: AnsweringCommand {
        static let examples = [
            "flywheel outreach approve O3", "flywheel outreach approve O3 O4 --as mia", "flywheel outreach approve 3",
        ]
        static let configuration = CommandConfiguration.answering(
            "approve", "Lets proposed messages be written once their time has come.", examples: examples,
            exits: [.done, .failed, .partly, .unknown, .usage])

        @OptionGroup var ids: IDs<OutreachRecord>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).decide(ids, approve: true)
        }
    }

    /// `flywheel outreach refuse`.
    struct Refuse: AnsweringCommand {
        static let examples = [
            "flywheel outreach refuse O3", "flywheel outreach refuse O3 O4 --as mia", "flywheel outreach refuse 3",
        ]
        static let configuration = CommandConfiguration.answering(
            "refuse", "Refuses messages; the same rule does not propose one about the same thing again.",
            examples: examples, exits: [.done, .failed, .partly, .unknown, .usage])

        @OptionGroup var ids: IDs<OutreachRecord>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).decide(ids, approve: false)
        }
    }

    /// `flywheel outreach write`.
    struct Write: AnsweringCommand {
        static let examples = [
            "flywheel outreach write --output outreach.csv", "flywheel outreach write --output today.csv --as mia",
            "flywheel outreach write --output today.csv --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "write", "Writes approved messages whose time has come to a CSV file, each once.", examples: examples,
            exits: [.done, .failed, .partly, .refused, .usage],
            discussion: """
                message, account, marketplace, order, case, language, text, source, ticket.
                No address is in it: a marketplace knows whose an order is, and the help desk
                in source whose the ticket is. {case} in a text is that ticket's number.
                What has no text any more, since its template is gone, is named and waits.
                """)

        @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file.", valueName: "file"))
        var output: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).writeOutreach(to: output)
        }
    }
}

extension Session {
    /// The messages that the desk writes first.
    var outreach: OutreachDesk { OutreachDesk(host.store, rules: rules, actor: actor, now: now) }

    /// A message with what it says.
    func message(_ id: OutreachID?) throws -> OutreachAnswer {
        let all = try outreach.all()
        guard let found = all.first(where: { $0.record.id == id }) else {
            throw Diagnostic(
                "unknown-record", "there is no message \(id?.description ?? "")",
                help: "flywheel outreach --state any", exit: .unknown)
        }
        var answer = OutreachAnswer(messages: [found], all: all.count, clock: clock, hasRules: true)
        answer.text = try outreach.text(of: found)
        return answer
    }

    /// Decides about messages; one that is refused does not keep the others from it.
    fileprivate func decide(_ ids: IDs<OutreachRecord>, approve: Bool) throws -> OutreachAnswer {
        let (decided, refusals) = try outreach.decide(try ids.read(inputLines), approve: approve)
        var answer = OutreachAnswer(
            messages: decided, all: 0, clock: clock, hasRules: true, verb: approve ? "Approved" : "Refused")
        answer.refused = refusals.map { error in
            let (isUnknown, id) =
                switch error {
                case .unknown(let id): (true, id)
                case .cannotDecide(let id, _), .cannotWrite(let id, _): (false, id)
                }
            let why = Diagnostic(
                isUnknown ? "unknown" : "decided", "\(error); nothing was changed",
                help: "flywheel outreach list --state any", exit: isUnknown ? .unknown : .failed)
            return Refused(id: id.description, why: why)
        }
        return answer
    }
}
