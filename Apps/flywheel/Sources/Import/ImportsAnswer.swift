import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What `imports` prints: the files that came in, newest first, and how fresh each feed is.
struct ImportsAnswer: Answer {
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
    var rows: [JSON] { part.rows.map(\.json) }
    var remarks: [String] { isCut ? ["more rows: \(wholeCommand)"] : [] }

    /// Whether it has to be said whose each is.
    var isOfSeveralAccounts: Bool { Set(imports.map(\.draft.account)).count > 1 }

    private var isCut: Bool { imports.count > limit }
    private var wholeCommand: String { "flywheel imports --limit \(imports.count)" }

    var json: JSON {
        [
            "schema": "flywheel.imports/1", "asOf": .instant(asOf), "imports": .array(rows),
            "feeds": .array(feeds.map(\.json)), "absent": .array(absent.map(\.json)),
            "matching": part.matching.json, "nextCursor": .text(part.next),
        ]
    }

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

extension AbsentInput {
    var json: JSON {
        [
            "feed": .text(feed.key.text), "title": .text(feed.title), "assumed": .text(assumed),
            "stopped": .texts(stopped),
        ]
    }
}

extension FeedAge {
    /// How old the newest complete file is; `nil` when there is none.
    func age(at asOf: Instant) -> String? {
        switch status {
        case .fresh(let at), .stale(let at, _): WallClock.span(max(0, asOf.seconds - at.seconds))
        case .missing: nil
        }
    }

    /// How fresh it is, and what follows from it.
    var stateCell: Table.Cell {
        switch status {
        case .fresh: Table.Cell("fresh", .green)
        case .stale: Table.Cell("stale: opens and closes nothing until it is fresh", .yellow)
        case .missing: Table.Cell("no complete file: opens and closes nothing", .yellow)
        }
    }

    var json: JSON {
        let (word, at): (String, Instant?) =
            switch status {
            case .fresh(let at): ("fresh", at)
            case .stale(let at, _): ("stale", at)
            case .missing: ("missing", nil)
            }
        return [
            "feed": .text(feed.key.text), "title": .text(feed.title), "account": .text(account),
            "marketplace": .text(marketplace), "state": .text(word), "completeAsOf": .instant(at),
            "freshForDays": .number(feed.freshForDays),
        ]
    }
}

extension ImportRecord {
    var json: JSON {
        [
            "id": .text(id.description), "state": .text(state.rawValue), "file": .text(draft.fileName),
            "format": .text(draft.format), "feed": .text(draft.feed), "account": .text(draft.account),
            "marketplace": .text(draft.marketplace), "effectiveAt": .instant(draft.effectiveAt),
            "receivedAt": .instant(draft.receivedAt), "rowsKept": .count(summary.kept),
            "rowsRejected": .count(summary.rejected), "subjects": .count(summary.subjects),
            "isComplete": .bool(summary.isComplete), "columns": .texts(summary.columns),
            "covers": summary.covers.map { ["from": .instant($0.from), "to": .instant($0.to)] } ?? nil,
            "suspicion": .text(summary.suspicion), "doubts": summary.doubts.map { .texts($0) } ?? nil,
            "sha256": .text(draft.digest), "actor": .text(actor.name),
        ]
    }
}
