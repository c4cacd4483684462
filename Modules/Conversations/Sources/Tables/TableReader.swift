import Calendars
import FlywheelKit
import Imports

/// Reads rows of tickets, of messages and of what happened. Rows of one ticket that stand together make one conversation;
/// where they do not, each run of them is a piece of it.
struct TableReader {
    let path: String
    let context: ConversationContext
    let limits: ReadLimits

    func read(_ take: (ReadOutcome) throws -> Void) throws {
        var rows = try TableRows(.open(path: path, limits: limits), limits: limits)
        guard let layout = TableLayout(rows.head, mapping: context.mapping) else {
            throw ConversationFileError.missingHeadings(
                context.mapping?.headings.values.sorted() ?? ["ticket id", "subject"],
                found: rows.head.first?.cells.map(\.text) ?? [])
        }
        try take(.unused(layout.unused))
        let dates = TableDates(layout, rows.head, context)
        var current: TableConversation?
        try rows.forEach(after: layout.line) { row in
            guard let code = layout.text(.ticket, of: row) else {
                return try take(
                    .rejected(layout.reject(row, .ticket, expected: "the number of a ticket", found: nil)))
            }
            // Several tickets would have it in common.
            if code.utf8.span.isDestroyedNumber {
                let expected = "all digits of the number of a ticket (a spreadsheet has rounded it)"
                return try take(.rejected(layout.reject(row, .ticket, expected: expected, found: code)))
            }
            if let finished = current, finished.code != code {
                try take(.conversation(finished.conversation))
                current = nil
            }
            let moments: TableMoments
            do throws(RowTrouble) {
                moments = try TableMoments(row, layout, dates)
            } catch {
                return try take(.rejected(error.reject))
            }
            if current == nil { current = TableConversation(source: layout.source, code: code) }
            current?.add(row, layout, moments)
        }
        if let current { try take(.conversation(current.conversation)) }
    }
}

/// A row that cannot be read.
struct RowTrouble: Error {
    let reject: RejectedRecord
}

/// The moments of a row.
struct TableMoments {
    private var moments: [TableField: Instant] = [:]

    init(_ row: TableRow, _ layout: TableLayout, _ dates: TableDates) throws(RowTrouble) {
        for field in TableDates.fields where layout.columns[field] != nil {
            moments[field] = try dates.instant(field, of: row, layout)
        }
        if moments[.at] == nil, layout.columns[.at] != nil, layout.columns[.message] == nil {
            throw RowTrouble(reject: layout.reject(row, .at, expected: "when it happened", found: nil))
        }
    }

    /// Nil where the row does not say.
    subscript(field: TableField) -> Instant? { moments[field] }

    /// When what the row says was true; nil where it does not say.
    var ofRow: Instant? { moments[.updated] ?? moments[.at] }
}

/// How a table writes moments.
struct TableDates {
    private let order: DateOrder
    private let zone: TimeZoneTable

    /// What is a moment.
    static let fields: [TableField] = [.opened, .updated, .firstAnswered, .solved, .closed, .at]

    init(_ layout: TableLayout, _ head: [TableRow], _ context: ConversationContext) {
        var evidence = DateOrderEvidence()
        for row in head where row.line > layout.line {
            for field in Self.fields { layout.text(field, of: row).map { evidence.observe($0.utf8.span) } }
        }
        order = context.dateOrder ?? evidence.order(preferring: context.usualDateOrder)
        zone = context.zone
    }

    /// The moment a row says; nil where it says none.
    func instant(
        _ field: TableField, of row: TableRow, _ layout: TableLayout
    ) throws(RowTrouble) -> Instant? {
        guard let text = layout.text(field, of: row) else { return nil }
        do throws(ValueError) {
            return try Instant(written: text, order: order, zone: zone)
        } catch {
            throw RowTrouble(reject: layout.reject(row, field, expected: "\(error.expected)", found: text))
        }
    }
}

extension ConversationContext {
    /// How days are written where the file does not show it.
    var usualDateOrder: DateOrder { Region(marketplace: marketplace ?? "").dateOrder }
}
