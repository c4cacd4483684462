import ArgumentParser
import FlywheelHost
import FlywheelStore

/// `flywheel imports`.
struct ImportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "imports", "Lists what was imported, and manages what waits for a person.",
        examples: ["flywheel imports", "flywheel imports rejects I33", "flywheel imports accept I35"],
        exits: [.done, .failed, .waits, .usage], seeAlso: ["flywheel import", "flywheel explain quarantined"],
        subcommands: [List.self, Feeds.self, Show.self, Rejects.self, Accept.self, Discard.self],
        defaultSubcommand: List.self)

    /// `flywheel imports`: the list.
    struct List: ListingCommand {
        static let examples = ["flywheel imports", "flywheel imports --limit 100", "flywheel imports --format json"]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists the imports, newest first, and how fresh each feed is.", examples: examples,
            exits: [.done, .failed, .waits, .usage])

        @Option(name: [.customShort("n"), .long], help: "Imports listed.")
        var limit = 20

        @OptionGroup var page: CursorOption
        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return try session.imports(limit: max(1, limit), behind: page.cursor)
        }
    }

    /// `flywheel imports feeds`.
    struct Feeds: ListingCommand {
        static let examples = [
            "flywheel imports feeds", "flywheel imports feeds --as-of 2026-11-20",
            "flywheel imports feeds --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "feeds", "Lists the feeds, how fresh each is, and which are not there.", examples: examples,
            exits: [.done, .failed, .usage])

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return FeedsAnswer(
                feeds: try session.host.freshness(asOf: session.now),
                absent: try session.host.absentInputs(asOf: session.now), asOf: session.now)
        }
    }

    /// `flywheel imports show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel imports show I35", "flywheel imports show I35 I36", "flywheel imports show 35 --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows what is known of an import, and why it waits.", examples: examples,
            exits: [.done, .failed, .waits, .unknown, .usage])

        @OptionGroup var ids: IDs<ImportRecord>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).rejects(of: ids, limit: 10, showsImports: true)
        }
    }

    /// `flywheel imports rejects`.
    struct Rejects: ListingCommand {
        static let examples = [
            "flywheel imports rejects I33", "flywheel imports rejects I33 I34 --limit 1000",
            "flywheel imports rejects I33 --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "rejects", "Lists the rows that did not become facts, each with its reason.", examples: examples,
            exits: [.done, .failed, .unknown, .usage])

        @OptionGroup var ids: IDs<ImportRecord>

        @Option(name: [.customShort("n"), .long], help: "Rows of each import.")
        var limit = 100

        @Option(help: ArgumentHelp("How many rows to pass over, as an earlier answer says.", valueName: "rows"))
        var cursor = 0

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).rejects(
                of: ids, behind: cursor, limit: max(1, limit), showsImports: false)
        }
    }

    /// `flywheel imports accept`.
    struct Accept: AnsweringCommand {
        static let examples = [
            "flywheel imports accept I35", "flywheel imports accept I35 I36", "flywheel imports accept 35 --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "accept", "Lets a quarantined import count.", examples: examples,
            exits: [.done, .failed, .partly, .refused, .unknown, .usage])

        @OptionGroup var ids: IDs<ImportRecord>
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).decide(ids, accept: true)
        }
    }

    /// `flywheel imports discard`.
    struct Discard: AnsweringCommand {
        static let examples = [
            "flywheel imports discard I35 --yes", "flywheel imports discard I35 I36 --yes",
            "flywheel imports discard 35 --yes --as mia",
        ]
        static let configuration = CommandConfiguration.answering(
            "discard", "Takes an import back for good, quarantined or kept.", examples: examples,
            exits: [.done, .failed, .partly, .refused, .unknown, .usage],
            discussion: """
                Its rows count no more from the next rotation on: for a file of another account or marketplace, or one
                whose dates or decimals were misread. That rotation also takes back what the file did: problems that it
                opened and nothing shows any more are withdrawn, and those that it ended and are still there return as
                they were, with whoever had them; neither counts in what is learned. It cannot be undone, though the file
                can be imported again, with other flags or a mapping: --yes says it is meant.
                """)

        @OptionGroup var ids: IDs<ImportRecord>

        @Flag(help: "It is meant.")
        var yes = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard yes else { throw ValidationError("a discard cannot be taken back; add --yes to mean it") }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: .writing).decide(ids, accept: false)
        }
    }
}

extension Session {
    /// The newest imports, and how fresh each feed is.
    func imports(limit: Int, behind cursor: String? = nil) throws -> ImportsAnswer {
        let imports = try host.store.imports()
        return ImportsAnswer(
            imports: imports, feeds: try host.freshness(asOf: now), absent: try host.absentInputs(asOf: now),
            limit: limit,
            part: try ListPart(imports.reversed(), behind: cursor, limit: limit, name: \.id.description), asOf: now)
    }

    fileprivate func rejects(
        of ids: IDs<ImportRecord>, behind offset: Int = 0, limit: Int, showsImports: Bool
    ) throws -> RejectsAnswer {
        let all = try host.store.imports()
        return RejectsAnswer(
            imports: try ids.read(inputLines).map { id in
                guard let record = all.first(where: { $0.id == id }) else { throw Diagnostic(.unknown("import \(id)")) }
                return (record, try host.store.rejects(of: id, offset: max(0, offset), limit: limit))
            }, offset: max(0, offset), showsImports: showsImports)
    }

    fileprivate func decide(_ ids: IDs<ImportRecord>, accept: Bool) throws -> DecisionAnswer {
        var decided: Set<ImportID> = []
        var refused: [Refused] = []
        for id in try ids.read(inputLines) {
            do {
                try host.decideImport(id, accept: accept, actor: actor, now: now)
                decided.insert(id)
            } catch { refused.append(Refused(id: id.description, why: Diagnostic(error))) }
        }
        return DecisionAnswer(records: try host.store.imports().filter { decided.contains($0.id) }, refused: refused)
    }
}
