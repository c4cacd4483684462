import ArgumentParser
import FlywheelStore
import People

/// `flywheel people`.
struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "people", "Says who may come in at the server, and lets people in or keeps them out.",
        examples: [
            "flywheel people add ann --role admin", "flywheel people add mia --role operator", "flywheel people",
        ],
        exits: [.done, .failed, .refused, .unknown, .usage],
        discussion: """
            A viewer looks, an operator works the queue, a lead decides, an admin lets
            people in; each may do all that the one before may. Whoever can run this
            program on the store may do all of it.
            """,
        seeAlso: ["flywheel serve", "flywheel explain role"],
        subcommands: [
            List.self, Add.self, ChangeRole.self, Disable.self, Enable.self, Hand.self, Password.self, Sessions.self,
            End.self, Tokens.self, Issue.self, Revoke.self, Log.self,
        ], defaultSubcommand: List.self)

    /// `flywheel people`: the list.
    struct List: ListingCommand {
        static let examples = [
            "flywheel people", "flywheel people list --format csv", "flywheel people list --fields name,role",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists who may come in, and by what they sign in.", examples: examples,
            exits: [.done, .failed, .usage])

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings), surroundings).list()
        }
    }

    /// `flywheel people add`.
    struct Add: AnsweringCommand {
        static let examples = [
            "flywheel people add ann --role admin", "flywheel people add ben --role lead --name \"Ben Ito\"",
            "flywheel people add eve --role operator --accounts north,south",
        ]
        static let configuration = CommandConfiguration.answering(
            "add", "Lets somebody in, and shows a code with which they choose their password.", examples: examples,
            exits: [.done, .failed, .refused, .usage])

        @Argument(help: "What they sign in as; the journal calls them so.")
        var name: String

        @Option(
            help: ArgumentHelp("viewer, operator, lead or admin.", valueName: "role"), transform: PeopleWords.role)
        var role: Role = .viewer

        @Option(help: ArgumentHelp("Only these accounts exist for them; all without it.", valueName: "names"))
        var accounts: String?

        @Option(name: .customLong("name"), help: ArgumentHelp("What others call them.", valueName: "text"))
        var displayName = ""

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .creating), surroundings).add(
                name, displayName: displayName, role: role, scope: accounts.map(PeopleWords.scope) ?? .all)
        }
    }

    /// `flywheel people role`.
    struct ChangeRole: AnsweringCommand {
        static let examples = [
            "flywheel people role mia lead", "flywheel people role mia operator --accounts north",
            "flywheel people role mia viewer --accounts all",
        ]
        static let configuration = CommandConfiguration.answering(
            "role", "Changes what somebody may do, and ends their sign-ins.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: "The last admin stays one until somebody else is.")

        @Argument(help: "Who.")
        var name: String

        @Argument(help: "viewer, operator, lead or admin.", transform: PeopleWords.role)
        var role: Role

        @Option(help: ArgumentHelp("Only these accounts exist for them; all for all.", valueName: "names"))
        var accounts: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).change(
                name, role: role, scope: accounts.map(PeopleWords.scope))
        }
    }

    /// `flywheel people disable`.
    struct Disable: AnsweringCommand {
        static let examples = [
            "flywheel people disable mia", "flywheel people disable mia --as ben",
            "flywheel people disable mia --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "disable", "Keeps somebody out: their sign-ins end, their tokens open nothing.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: """
                The last admin stays. What they claimed or were assigned stays theirs, and is
                counted here: flywheel people hand gives it to another. flywheel people enable
                lets them in again.
                """)

        @Argument(help: "Who.")
        var name: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).disable(name)
        }
    }

    /// `flywheel people enable`.
    struct Enable: AnsweringCommand {
        static let examples = [
            "flywheel people enable mia", "flywheel people enable mia --as ben",
            "flywheel people enable mia --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "enable", "Lets somebody in again who was kept out.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage])

        @Argument(help: "Who.")
        var name: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).enable(name)
        }
    }

    /// `flywheel people hand`.
    struct Hand: AnsweringCommand {
        static let examples = [
            "flywheel people hand mia --to ben", "flywheel people hand mia --to ben --account north",
            "flywheel people hand mia --to ben --as ann --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "hand", "Gives all open exceptions and cases of somebody to another, claimed ones too.", examples: examples,
            exits: [.done, .failed, .partly, .refused, .unknown, .usage],
            discussion: """
                Each is an assignment by itself, which can be undone. What the other may not
                know of or cannot work stays where it is, and is named.
                """,
            seeAlso: ["flywheel people disable", "flywheel assign", "flywheel cases assign"])

        @Argument(help: "Whose; also a name that nobody signs in as.")
        var name: String

        @Option(help: ArgumentHelp("Who gets them.", valueName: "name"))
        var to: String

        @Option(help: ArgumentHelp("Only what is of this account.", valueName: "name"))
        var account: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws { try GlobalOptions.check(name: to, flag: "--to") }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).hand(
                name, to: to, account: account)
        }
    }

    /// `flywheel people password`.
    struct Password: AnsweringCommand {
        static let examples = [
            "flywheel people password mia", "flywheel people password mia --as ben",
            "flywheel people password mia --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "password", "Shows a new code with which somebody chooses their password.", examples: examples,
            exits: [.done, .failed, .unknown, .usage],
            discussion: "The old password counts until then. The code counts once, for 72 hours.")

        @Argument(help: "Who.")
        var name: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings, for: .writing), surroundings).invite(name)
        }
    }

    /// `flywheel people log`.
    struct Log: ListingCommand {
        static let examples = [
            "flywheel people log", "flywheel people log mia", "flywheel people log --limit 500 --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "log", "Lists who came in, who was turned away and what was changed at the door.", examples: examples,
            exits: [.done, .failed, .unknown, .usage], discussion: "Newest first; kept for 180 days.")

        @Argument(help: "About whom; everybody without it.")
        var name: String?

        @Option(name: [.customShort("n"), .long], help: "How many lines.")
        var limit = 50

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard (1...10_000).contains(limit) else {
                throw ValidationError("--limit is \(limit), expected 1 to 10000")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try PeopleCounter(Session(global, surroundings), surroundings).log(of: name, limit: limit)
        }
    }
}

/// Words about people on the command line.
enum PeopleWords {
    static func role(_ text: String) throws -> Role {
        guard let role = Role(rawValue: text) else {
            let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("the role is \"\(text)\", expected one of \(known)")
        }
        return role
    }

    static func rights(_ text: String) throws -> Set<Right> {
        try Set(
            text.split(separator: ",").map { word in
                guard let right = Right(rawValue: String(word)) else {
                    let known = Right.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("a right is \"\(word)\", expected some of \(known)")
                }
                return right
            })
    }

    /// `all`, or names between commas.
    static func scope(_ text: String) -> AccountScope {
        text == "all" ? .all : AccountScope(named: text.split(separator: ","))
    }
}
