import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `cases` prints: the inbox, what is due first on top.
struct CasesAnswer: DocumentedAnswer {
    struct Item: JSONRecord {
        let row: Inbox.Row
        let worth: CaseWorth
    }

    let items: [Item]
    let matching: Int
    let late: Int
    let unowned: Int
    /// Cases that tables alone tell of and that stand in the queue, where the desk holds none at all.
    let inQueue: Int
    /// Where the next page begins.
    let next: CaseCursor?
    /// Where the page before this one begins; nothing where that is the first, or this one is.
    let previous: CaseCursor?
    /// The command without its place, to go on from.
    let command: String
    let view: String?
    let asOf: Instant

    let listKey: String? = "items"
    var remarks: [String] { nextCommand.map { ["more rows: \($0)"] } ?? [] }

    /// The place of the next page, as `--cursor` takes it.
    private var cursor: String? { next?.keys.map(String.init).joined(separator: ".") }
    private var nextCommand: String? { cursor.map { "\(command) --cursor \($0)" } }

    static let document = Document(
        "cases", "The desk's cases in the order in which somebody should look at them.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "view": .value(\.view),
        "matching": .value { ListCount(value: $0.matching, isExact: $0.matching < Inbox.most) },
        "late": .value(\.late), "unowned": .value(\.unowned), "items": .value(\.items),
        "nextCursor": .value(\.cursor),
    ]

    func text(on page: Page) -> [String] {
        guard inQueue == 0 else {
            let queued = Numbers.count(inQueue, "case of a table stands", "cases of tables stand")
            return page.wrapped("The desk holds no conversation; \(queued) in the queue")
                + page.next("flywheel queue --workflow cases")
        }
        guard matching > 0 else {
            return ["No case is asked for so"] + page.next("flywheel cases --done, or: flywheel import FILES")
        }
        let count = (matching < Inbox.most ? "" : "more than ") + Numbers.count(matching, "case")
        var parts = [count]
        if late > 0 { parts.append(page.ink("\(Numbers.grouped(late)) late", .red)) }
        if unowned > 0 { parts.append("\(Numbers.grouped(unowned)) unassigned") }
        let head = [
            (view.map { "\($0): ".visible } ?? "") + parts.joined(separator: ", "),
            "as of \(page.clock.full(asOf))", "",
        ]
        let shown = items.count
        let more =
            nextCommand.map {
                page.line("\(Numbers.grouped(max(0, matching - shown))) more".visible, command: $0)
            } ?? []
        return head + table(page) + notes(page) + more
            + (items.first.map { page.next("flywheel case \($0.row.record.id)") } ?? [])
    }

    private func table(_ page: Page) -> [String] {
        let currencies = Set(items.compactMap(\.worth.atRisk?.currency.code))
        let unit = currencies.count == 1 ? " \(currencies.first ?? "")" : ""
        let hasMoney = !currencies.isEmpty
        let hasStakes = items.contains { !$0.worth.stakes.isEmpty }
        let isOfSeveral = Set(items.map(\.row.record.key.account)).count > 1
        var columns: [Table.Column] = [
            .init("ID"), .init("DUE"), .init("STATE"), .init("OWNER", least: 5), .init("WHAT", least: 14),
        ]
        if isOfSeveral { columns.append(.init("ACCOUNT", least: 7)) }
        columns.append(.init("LISTING", least: 8))
        if hasMoney { columns.append(.init("AT RISK\(unit)", isRight: true)) }
        if hasStakes { columns.append(.init("STAKE", isRight: true)) }
        let rows = items.map { item -> [Table.Cell] in
            let record = item.row.record
            var cells = [
                Table.Cell(record.id.description, .bold), record.dueCell(page.clock),
                Table.Cell(item.row.contents.state.words, item.row.contents.state.tone),
                Table.Cell(item.row.contents.owner ?? "-"), Table.Cell(item.what),
            ]
            if isOfSeveral { cells.append(Table.Cell(record.key.account)) }
            cells.append(Table.Cell(item.listing))
            if hasMoney { cells.append(Table.Cell(item.worth.atRisk.map(Numbers.amount) ?? "-", .bold)) }
            if hasStakes {
                let first = item.worth.stakes.first.map(Numbers.money) ?? "-"
                cells.append(Table.Cell(item.worth.stakes.count > 1 ? first + " +" : first))
            }
            return cells
        }
        return Table(columns: columns, rows: rows, droppable: ["STAKE"]).lines(on: page)
    }

    /// What marks in the table mean, where they stand in it.
    private func notes(_ page: Page) -> [String] {
        var notes: [String] = []
        if items.contains(where: { $0.row.unanswered > 1 }) { notes.append("(2) messages nobody answered") }
        if items.contains(where: { !$0.row.contents.conflicts.isEmpty }) {
            notes.append("! its source says otherwise")
        }
        if items.contains(where: { $0.worth.tier == .a }) { notes.append("A hero listing") }
        return notes.isEmpty ? [] : [notes.joined(separator: "   ")]
    }
}

extension CasesAnswer.Item {
    /// What the case is about, with how much of it waits.
    var what: String {
        let subject = row.subject ?? row.contents.category ?? "\(row.record.key.source) \(row.record.key.code)"
        let marks = [
            row.contents.conflicts.isEmpty ? nil : "!",
            row.record.dispute == .open ? "dispute:" : nil,
            (row.contents.urgency ?? .normal) >= .high ? "\(row.contents.urgency ?? .high):" : nil,
            row.unanswered > 1 ? "(\(row.unanswered))" : nil,
        ].compactMap(\.self)
        return (marks + [subject]).joined(separator: " ")
    }

    /// The listing it is about, its tier where it is a hero, and how many more.
    var listing: String {
        guard let first = row.record.listings.first else { return "-" }
        let more = row.record.listings.count > 1 ? " +\(row.record.listings.count - 1)" : ""
        return first + (worth.tier == .a ? " A" : "") + more
    }

    static let members: Members<Self> = [
        "id": .value(\.row.record.id), "due": .value(\.row.record.due), "state": .word(\.row.contents.state),
        "owner": .value(\.row.contents.owner), "subject": .value(\.row.subject), "side": .value(\.row.record.side),
        "group": .value(\.row.record.group), "language": .value(\.row.record.language),
        "urgency": .value(\.row.contents.urgency),
        "unanswered": .value(\.row.unanswered), "opened": .value(\.row.contents.opened),
        "updated": .value(\.row.record.updated), "source": .value(\.row.record.key.source),
        "code": .value(\.row.record.key.code), "account": .value(\.row.record.key.account),
        "marketplace": .value(\.row.record.marketplace), "listings": .value(\.row.record.listings),
        "atRisk": .value(\.worth.atRisk), "tier": .value(\.worth.tier?.rawValue), "stakes": .value(\.worth.stakes),
        "disputed": .value { $0.row.record.dispute == .open },
        "conflicts": .words { $0.row.contents.conflicts.map(\.field) },
    ]
}
