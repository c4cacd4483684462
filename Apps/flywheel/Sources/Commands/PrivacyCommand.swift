import ArgumentParser
import CaseDesk
import FlywheelHost
import FlywheelStore

/// `flywheel privacy`.
struct PrivacyCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "privacy", "Gives out, erases and ends what is kept of people who wrote to the desk.",
        examples: [
            "flywheel privacy log --limit 20", "flywheel privacy export --address jo@example.com --format json",
            "flywheel privacy retain --dry-run",
        ], exits: [.done, .failed, .refused, .unknown, .usage],
        discussion: """
            What people wrote and who they are is kept apart from all else. Erasing takes
            that; states, times and sums of money stay, and so does the journal, which
            never held it.
            """, seeAlso: ["flywheel explain masking", "flywheel explain retention", "flywheel import"],
        subcommands: [Export.self, Erase.self, Log.self, Retain.self])

    /// `flywheel privacy export`.
    struct Export: ListingCommand {
        static let examples = [
            "flywheel privacy export P12", "flywheel privacy export --address jo@example.com --format json",
            "flywheel privacy export --contact 4711 --source zendesk --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "export", "Writes all that is kept of one person, and who saw it.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: """
                That it was given out is logged and journalled. JSON has all of it. Of
                somebody who wrote to several accounts it says so, and gives out what was
                written to one of them, or to all.
                """)

        @OptionGroup var subject: SubjectOptions
        @OptionGroup var reach: ReachOptions
        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: .writing)
            return DisclosureAnswer(disclosure: try session.privacy.disclose(try subject.subject(), of: reach.reach))
        }
    }

    /// `flywheel privacy erase`.
    struct Erase: AnsweringCommand {
        static let examples = [
            "flywheel privacy erase P12 --yes",
            "flywheel privacy erase --address jo@example.com --account harbor --yes",
            "flywheel privacy erase P12 --yes --force court-order",
        ]
        static let configuration = CommandConfiguration.answering(
            "erase", "Erases what is kept of one person, for good.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage],
            discussion: """
                Name and address are erased from what others wrote too. Nothing else can
                write meanwhile. Backups and the files that were imported keep what they hold,
                and so do copies of the store that upgrades and restores left: it names those.
                Refused while something of theirs is in dispute; --force says why it is done
                all the same. Of somebody who wrote to several accounts it erases what was
                written to one of them, or to all. Without --yes it says what it would take.
                """)

        @OptionGroup var subject: SubjectOptions
        @OptionGroup var reach: ReachOptions

        @Option(help: ArgumentHelp("Why it is done in spite of a dispute, a word.", valueName: "reason"))
        var force: String?

        @Flag(help: "It is meant.")
        var yes = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            let letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
            if let force, force.isEmpty || !force.allSatisfy(letters.contains) {
                throw ValidationError("--force is \"\(force)\", expected one word of a-z, 0-9 and -")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: yes ? .writing : .reading)
            let subject = try subject.subject()
            guard yes else { throw try unmeant(session.privacy.accounts(of: subject, for: reach.reach)) }
            let party = try session.privacy.party(subject, of: reach.reach)
            let report = try session.privacy.erase(subject, of: reach.reach, despiteDispute: force)
            let kept = try reach.account.map { account in
                (
                    account: account,
                    keptFor: try session.privacy.accountsKept(of: subject, beside: account).map(\.account)
                )
            }
            return ErasedAnswer(party: party, report: report, part: kept, copies: session.copies)
        }

        /// What it would take, of whom.
        private func unmeant(_ accounts: [AccountCases]) throws -> ValidationError {
            let taken = accounts.filter { reach.account ?? $0.account == $0.account }.map(\.description)
            let what = taken.isEmpty ? "" : "; it takes what was written to \(taken.joined(separator: ", "))"
            return ValidationError("an erasure cannot be taken back\(what); add --yes to mean it")
        }
    }

    /// `flywheel privacy log`.
    struct Log: ListingCommand {
        static let examples = [
            "flywheel privacy log", "flywheel privacy log P12", "flywheel privacy log --limit 1000 --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "log", "Lists who saw personal text, whose, when and what for, newest first.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: "What a role does not show is masked, and not seen. What programs read nobody sees.")

        @Argument(
            help: ArgumentHelp("Whose text it was; without one, anybody's.", valueName: "party"),
            transform: SubjectOptions.party)
        var party: PartyID?

        @Option(name: [.customShort("n"), .long], help: "Looks listed.")
        var limit = 50

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return AccessesAnswer(accesses: try session.host.store.accesses(to: party, limit: max(1, limit)))
        }
    }

    /// `flywheel privacy retain`.
    struct Retain: AnsweringCommand {
        static let examples = [
            "flywheel privacy retain --dry-run", "flywheel privacy retain --yes",
            "flywheel privacy retain --yes --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "retain", "Erases texts of cases that ended longer ago than cases: retention says.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: """
                Days count from a case's end, by marketplace. People of whom nothing else is
                kept go with their last case. What is in dispute waits.
                """)

        @Flag(help: "Only says what would be erased.")
        var dryRun = false

        @Flag(help: "It is meant.")
        var yes = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard yes != dryRun else {
                throw ValidationError("give one of --dry-run, to look, and --yes, since it cannot be taken back")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: dryRun ? .reading : .writing)
            let expired = try session.privacy.expired(under: session.rules.settings.retention)
            return RetentionAnswer(expired: expired, report: dryRun ? nil : try session.privacy.erase(expired))
        }
    }
}

/// Whose data a command is about.
struct SubjectOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Their id.", valueName: "party"), transform: SubjectOptions.party)
    var party: PartyID?

    @Option(help: ArgumentHelp("Their address of mail, in the place of an id.", valueName: "address"))
    var address: String?

    @Option(help: ArgumentHelp("Their number in a source, in the place of an id.", valueName: "number"))
    var contact: String?

    @Option(help: ArgumentHelp("The source of --contact, such as zendesk.", valueName: "source"))
    var source: String?

    func validate() throws {
        guard [party != nil, address != nil, contact != nil].count(where: \.self) == 1 else {
            throw ValidationError("expected one of an id such as P12, --address and --contact")
        }
        guard (contact == nil) == (source == nil) else {
            throw ValidationError("--contact and --source are given together")
        }
        if let address, !address.contains("@") {
            throw ValidationError("--address is \"\(address)\", expected one such as jo@example.com")
        }
    }

    /// Reads `P12`, `p12` or `12`.
    static func party(_ text: String) throws -> PartyID {
        guard let id = PartyID(text: text) else {
            throw ValidationError("\"\(text)\" is no party's id, expected one such as P12")
        }
        return id
    }

    /// Who is meant.
    func subject() throws -> DataSubject {
        if let party { return .party(party) }
        if let address { return .address(address) }
        guard let contact, let source else { throw ValidationError("nobody is named") }
        return .contact(contact, source: source)
    }
}

/// To which accounts a request is.
struct ReachOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only what was written to this account.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.accounts(words) })
    var account: String?

    @Flag(help: "What was written to any account.")
    var allAccounts = false

    func validate() throws {
        guard account == nil || !allAccounts else {
            throw ValidationError("expected one of --account and --all-accounts")
        }
    }

    var reach: RequestReach { account.map { .account($0) } ?? (allAccounts ? .all : .only) }
}

extension Session {
    /// What can be done about people's data.
    var privacy: PrivacyDesk { PrivacyDesk(host.store, actor: actor, now: now, clock: rules.clock) }
}
