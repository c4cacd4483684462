import FlywheelStore
import Foundation
import GRDB

extension SQLiteStore {
    /// Compares cases and sealed texts with what the journal says of them.
    static func checkCases(_ db: Database, _ audit: inout JournalAudit) throws {
        let cases = try Row.fetchCursor(db, sql: "SELECT id, state FROM desk_case ORDER BY id")
        while let row = try cases.next() {
            audit.check(CaseID(try row.get("id")).description, is: try row.get("state"))
        }
        let texts = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, text, key, detail FROM personal_text
                    JOIN event ON event.subject = 'C' || desk_case AND verb = 'noted'
                WHERE key IS NOT NULL AND detail LIKE 'D' || number || ' %' ORDER BY number
                """)
        while let row = try texts.next() {
            let id = DecisionID(try row.get("number"))
            let key = Array(try row.get("key", as: Data.self))
            let detail = NoteDigest.detail(of: id, try row.get("text"), key: key)
            audit.check(note: id.description, is: detail, journalled: try row.get("detail"))
        }
    }
}
