import ArgumentParser
import FlywheelStore
import People

/// What opens the server for somebody: sign-ins and API tokens.
extension PeopleCommand {
    /// `flywheel people sessions`.
    struct Sessions: ListingCommand {
        static let examples = [
            "flywheel people sessions", "flywheel people sessions mia", "flywheel people sessions --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "sessions", "Lists sign-ins that still count.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: "Whose; everybody's without it.")
        var name: String?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings), surroundings).signIns(of: name)
        }
    }

    /// `flywheel people end`.
    struct End: AnsweringCommand {
        static let examples = [
            "flywheel people end S12", "flywheel people end S12 --as ben", "flywheel people end 12",
        ]
        static let configuration = CommandConfiguration.answering(
            "end", "Ends a sign-in: its browser has to sign in again.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: "Which, such as S12.", transform: PeopleWords.id)
        var id: SignInID

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).end(id)
        }
    }

    /// `flywheel people tokens`.
    struct Tokens: ListingCommand {
        static let examples = [
            "flywheel people tokens", "flywheel people tokens mia", "flywheel people tokens --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "tokens", "Lists API tokens: what each may do, until when, and when it was last used.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: "Whose; everybody's without it.")
        var name: String?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings), surroundings).tokens(of: name)
        }
    }

    /// `flywheel people issue`.
    struct Issue: AnsweringCommand {
        static let examples = [
            "flywheel people issue mia --label nightly", "flywheel people issue mia --label feed --rights look,supply",
            "flywheel people issue mia --label erp --rights look --accounts north --days 365",
        ]
        static let configuration = CommandConfiguration.answering(
            "issue", "Makes an API token that acts for somebody, and shows it this once.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: "It may never do more than its person may, and nothing while they are kept out.")

        @Argument(help: "Whom it acts for.")
        var name: String

        @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
        var label: String

        @Option(
            help: ArgumentHelp(
                "look, work, answer, supply, decide, publish, settle, administer.", valueName: "rights"),
            transform: PeopleWords.rights)
        var rights: Set<Right> = [.look]

        @Option(help: ArgumentHelp("Only these accounts exist for it.", valueName: "names"))
        var accounts: String?

        @Option(help: "After how many days it ends, 1 to 366.")
        var days = 90

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).issue(
                label, for: name, rights: rights, scope: accounts.map(PeopleWords.scope) ?? .all, days: days)
        }
    }

    /// `flywheel people revoke`.
    struct Revoke: AnsweringCommand {
        static let examples = [
            "flywheel people revoke V3", "flywheel people revoke V3 --as ben", "flywheel people revoke 3",
        ]
        static let configuration = CommandConfiguration.answering(
            "revoke", "Forgets an API token: it opens nothing from then on.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @Argument(help: "Which, such as V3.", transform: PeopleWords.id)
        var id: TokenID

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).revoke(id)
        }
    }
}

extension PeopleWords {
    static func id<Kind: RecordKind>(_ text: String) throws -> RecordID<Kind> {
        guard let id = RecordID<Kind>(text: text) else {
            throw ValidationError("the id is \"\(text)\", expected one such as \(Kind.letter)12")
        }
        return id
    }
}
