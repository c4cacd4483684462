import FlywheelStore
import GRDB

/// A column of text that people may have written, whatever its table is for, or that holds words of a source.
struct FreeText {
    /// Table and column.
    private let table: String
    private let column: String
    /// What names a row.
    private let keys: [String]
    /// What becomes of the row beside its text: what seals it in the journal no longer does, and nobody writes back what they
    /// read before.
    private let besides: String

    /// All such columns.
    static let all = [
        FreeText(table: "personal_text", column: "text", keys: ["id"], besides: ", key = NULL"),
        FreeText(table: "desk_case", column: "body", keys: ["id"], besides: ", version = version + 1"),
        FreeText(table: "case_step_part", column: "before", keys: ["step", "desk_case"], besides: ""),
        FreeText(table: "decision", column: "body", keys: ["id"], besides: ""),
        FreeText(table: "outreach", column: "body", keys: ["id"], besides: ""),
        FreeText(table: "saved_view", column: "query", keys: ["list", "name", "owner"], besides: ""),
        FreeText(table: "note", column: "text", keys: ["id"], besides: ", key = x''"),
        FreeText(table: "reject", column: "excerpt", keys: ["import", "line", "number"], besides: ""),
        FreeText(table: "reject", column: "reason", keys: ["import", "line", "number"], besides: ""),
        FreeText(table: "import", column: "file_name", keys: ["id"], besides: ""),
    ]

    /// The keys of rows whose text is one of those.
    func rows(_ db: Database, where matches: (String) -> Bool) throws -> [[DatabaseValue]] {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(column), \(keys.joined(separator: ", ")) FROM \(table)")
        var found: [[DatabaseValue]] = []
        while let row = try rows.next() {
            if matches(try row.get(0)) { found.append(Array(row.databaseValues.dropFirst())) }
        }
        return found
    }

    /// Replaces the text of a row.
    func redact(_ row: [DatabaseValue], _ redaction: Redaction, in db: Database) throws {
        let condition = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        let text = try String.fetchOne(
            db, sql: "SELECT \(column) FROM \(table) WHERE \(condition)", arguments: StatementArguments(row))
        guard let text, let redacted = redaction.redacted(text) else { return }
        try db.run(
            "UPDATE \(table) SET \(column) = ?\(besides) WHERE \(condition)",
            [redacted] + StatementArguments(row))
    }
}
