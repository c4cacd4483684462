import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What `imports` prints: the files that came in, newest first, and how fresh each feed is.
struct ImportsAnswer: DocumentedAnswer {
    let imports: [ImportRecord]
    let feeds: [FeedAge]
    let absent: [AbsentInput]
    /// Imports listed, the newest first; the rest is counted.
    let limit: Int
    let part: ListPart<ImportRecord>
    let asOf: Instant

    let listKey: String? = "imports"
    let columns = [
        "id", "receivedAt", "file", "format", "feed", "account", "marketplace", "rowsKept", "rowsRejected", "state",
        "effectiveAt", "suspicion", "actor",
    ]
    var remarks: [String] { isCut ? ["more rows: \(wholeCommand)"] : [] }

    /// Whether it has to be said whose each is.
    var isOfSeveralAccounts: Bool { Set(imports.map(\.draft.account)).count > 1 }

    private var isCut: Bool { imports.count > limit }
    private var wholeCommand: String { "flywheel imports --limit \(imports.count)" }

    static let document = Document(
        "imports", "The imports, newest first, how fresh each feed is, and which are not there.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "imports": .value(\.part.rows), "feeds": .value(\.feeds), "absent": .value(\.absent),
        "matching": .value(\.part.matching), "nextCursor": .value(\.part.next),
    ]

    var exit: Exit { imports.contains { $0.state == .quarantined } ? .waits : .done }

    func text(on page: Page) -> [String] {
        guard !imports.isEmpty else {
            return ["No facts yet: no file was imported"] + page.next("flywheel import FILES")
        }
        return importLines(page) + [""] + FeedsAnswer(feeds: feeds, absent: absent, asOf: asOf).lines(on: page)
            + next(page)
    }

    private func importLines(_ page: Page) -> [String] {
        let columns: [Table.Column] =
            [.init("ID"), .init("WHEN"), .init("FILE", least: 14)]
            + (isOfSeveralAccounts ? [.init("ACCOUNT", least: 7)] : [])
            + [
                .init("KIND", least: 14), .init("ROWS", isRight: true), .init("REJECTED", isRight: true),
                .init("STATE"),
            ]
        let rows = part.rows.map { record in
            [
                Table.Cell(record.id.description, .bold), Table.Cell(page.clock.short(record.draft.receivedAt)),
                Table.Cell(record.draft.fileName),
            ] + (isOfSeveralAccounts ? [Table.Cell(record.draft.account)] : []) + [
                Table.Cell(record.draft.words),
                Table.Cell(Numbers.grouped(record.summary.kept)),
                Table.Cell(record.summary.rejected == 0 ? "-" : Numbers.grouped(record.summary.rejected)),
                Table.Cell(record.state.rawValue, record.state == .quarantined ? .yellow : .plain),
            ]
        }
        let more =
            isCut
            ? page.line("\(Numbers.grouped(imports.count - limit)) more", command: wholeCommand)
            : []
        return Table(columns: columns, rows: rows).lines(on: page) + more
    }

    private func next(_ page: Page) -> [String] {
        imports.last { $0.state == .quarantined }.map { page.next("flywheel imports show \($0.id)") }
            ?? page.next("flywheel rotate")
    }
}

extension AbsentInput: JSONRecord {
    static let members: Members<Self> = [
        "feed": .value(\.feed.key.text), "title": .value(\.feed.title), "account": .value(\.account),
        "marketplace": .value(\.marketplace), "assumed": .value(\.assumed), "stopped": .value(\.stopped),
    ]

    /// Whose it lacks, and on which marketplace; `nil` where nobody ever brought it.
    var owner: String? {
        account.flatMap { account in marketplace.map { Marketplace.beside(account, $0) } }
    }
}

extension FeedAge: JSONRecord {
    /// How old the newest complete file is; `nil` when there is none.
    func age(at asOf: Instant) -> String? {
        status.completeAsOf.map { WallClock.span(max(0, asOf.seconds - $0.seconds)) }
    }

    /// How fresh it is, and what follows from it.
    var stateCell: Table.Cell {
        switch status {
        case .fresh: Table.Cell("fresh", .green)
        case .stale where !stopped.isEmpty: Table.Cell("stale: \(stopping) until it is fresh", .yellow)
        // Of some feeds each row is as old as the file that named it last.
        case .stale where feed.decidesByRow: Table.Cell("stale, no longer read", .yellow)
        case .stale: Table.Cell("stale, still read", .yellow)
        case .missing where !stopped.isEmpty: Table.Cell("no complete file: \(stopping)", .yellow)
        case .missing: Table.Cell("no complete file", .yellow)
        }
    }

    /// Who waits for it.
    private var stopping: String {
        "\(stopped.inWords) \(stopped.count == 1 ? "opens and closes" : "open and close") nothing"
    }

    static let members: Members<Self> = [
        "feed": .value(\.feed.key.text), "title": .value(\.feed.title), "account": .value(\.account),
        "marketplace": .value(\.marketplace), "state": .word(of: ["fresh", "stale", "missing"], \.status.word),
        "completeAsOf": .value(\.status.completeAsOf), "freshForDays": .value(\.feed.freshForDays),
        "stopped": .value(\.stopped),
    ]
}

extension FeedStatus {
    fileprivate var word: String {
        switch self {
        case .fresh: "fresh"
        case .stale: "stale"
        case .missing: "missing"
        }
    }

    /// The moment of the newest complete file; `nil` when there is none.
    fileprivate var completeAsOf: Instant? {
        switch self {
        case .fresh(let at), .stale(let at, _): at
        case .missing: nil
        }
    }
}

extension ImportRecord: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.id), "state": .word(\.state), "file": .value(\.draft.fileName),
        "format": .value(\.draft.format), "feed": .value(\.draft.feed), "account": .value(\.draft.account),
        "marketplace": .value(\.draft.marketplace), "effectiveAt": .value(\.draft.effectiveAt),
        "receivedAt": .value(\.draft.receivedAt), "rowsKept": .value(\.summary.kept),
        "rowsRejected": .value(\.summary.rejected), "subjects": .value(\.summary.subjects),
        "isComplete": .value(\.summary.isComplete), "columns": .value(\.summary.columns),
        "covers": .maybe(\.summary.covers, ImportSummary.Span.members),
        "suspicion": .value(\.summary.suspicion), "doubts": .value(\.summary.doubts),
        "sha256": .value(\.draft.digest), "actor": .value(\.actor.name),
        "gaps": .list({ $0.summary.gaps ?? [] }, ImportSummary.Span.members),
    ]
}

extension ImportSummary.Span {
    fileprivate static let members: Members<Self> = ["from": .value(\.from), "to": .value(\.to)]
}
