import FlywheelKit
import FlywheelStore
import GRDB

/// What taking a kept import back changes: rows that it alone had facts for go out of use.
struct HidePlan {
    /// How often imports had been kept or taken back when the plan was made; it is void once that has grown.
    private let generation: Int64
    /// The rows of each of its chunks that other imports have facts for.
    private var left: [(chunk: Int64, rows: Bitmap)] = []

    init(_ record: ImportRecord, _ db: Database) throws {
        generation = try db.count(of: "kept")
        let others = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM import
                WHERE state = 'kept' AND id <> :id AND scope = (SELECT scope FROM import WHERE id = :id)
                """, arguments: ["id": record.id.number])
        for chunk in try db.chunks(of: record.id.number) {
            var rows = Bitmap(repeating: false, count: 0)
            for part in try db.parts(of: others, in: chunk, columns: [OwnColumn.rows]) {
                rows.formUnion(rows: part.facts.rows)
            }
            left.append((chunk, rows))
        }
    }

    /// Whether nothing has happened that makes the plan void.
    func isCurrent(_ db: Database) throws -> Bool { try generation == db.count(of: "kept") }

    /// Carries the plan out.
    func apply(_ db: Database) throws {
        _ = try db.next("kept")
        for (chunk, rows) in left { try db.setSeen(rows, in: chunk) }
    }
}
