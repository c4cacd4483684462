public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB
import Synchronization

extension SQLiteStore {
    /// See ``FlywheelStore/FactStore/chunks(of:)``.
    public func chunks(of kind: Subject.Kind) throws(StoreError) -> [ChunkPlace] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT chunk.id, account, marketplace FROM chunk JOIN scope ON scope.id = chunk.scope
                    WHERE kind = ? AND length(seen) > 0 ORDER BY chunk.id
                    """, arguments: [kind.rawValue]
            ).map { row in
                try ChunkPlace(id: row.get(0), kind: kind, account: row.get(1), marketplace: row.get(2))
            }
        }
    }

    /// See ``FlywheelStore/FactStore/rows(of:)``.
    public func rows(of chunk: ChunkPlace) throws(StoreError) -> ChunkRows {
        try read { db in
            guard let rows = try db.placements(where: "chunk.id = ?", [chunk.id]).first?.rows else {
                return ChunkRows(codes: Values(), products: Values())
            }
            let seen = try db.seen(in: chunk.id)
            var isKept: [Int: Bool] = [:]
            for source in Set(rows.sources.lazy.compactMap(\.self)) { isKept[source] = try db.isKept(Int64(source)) }
            return rows.visible(seen, isKept: { isKept[$0] ?? false })
        }
    }

    /// See ``FlywheelStore/FactStore/facts(in:feed:columns:from:)``. Only kept imports of the feed bring anything; one
    /// that has rows in the chunk and none of the columns brings its rows alone.
    public func facts(
        in chunk: ChunkPlace, feed: FeedKey, columns: [String], from sources: [ImportID]
    ) throws(StoreError) -> [FactBlock] {
        try read { db in
            let kept = try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT id FROM import
                        WHERE state = 'kept' AND feed = ? AND id IN (SELECT value FROM json_each(?))
                        """), arguments: [feed.text, Database.list(sources.map(\.number))])
            let parts = try db.parts(of: kept, in: chunk.id, columns: columns + [OwnColumn.rows])
            let bySource = Dictionary(grouping: parts, by: \.source)
            return try sources.compactMap { source in
                guard let parts = bySource[source.number]?.map(\.facts) else { return nil }
                guard let whole = parts.count == 1 ? parts[0] : FactPart(joining: parts) else {
                    throw StoreError.failed(
                        "a column of \(source) in chunk \(chunk.id) holds values of more than one type")
                }
                return FactBlock(source: source, rows: whole.rows, columns: whole.columns)
            }
        }
    }

    /// See ``FlywheelStore/FactStore/subjects(of:)``.
    public func subjects(of id: ImportID) throws(StoreError) -> SubjectSet {
        try intake.withLock { intake throws(StoreError) in try write(id, &intake) }
        return try read { db in
            var subjects = SubjectSet()
            for chunk in try db.chunks(of: id.number) {
                for part in try db.parts(of: [id.number], in: chunk, columns: [OwnColumn.rows]) {
                    subjects.insert(part.facts.rows, of: chunk)
                }
            }
            return subjects
        }
    }
}

extension Database {
    /// The rows of a chunk that a kept import has facts for; as long as the last of them.
    func seen(in chunk: Int64) throws -> Bitmap {
        let row = try Row.fetchOne(
            cachedStatement(sql: "SELECT seen FROM chunk WHERE id = ? AND length(seen) > 0"), arguments: [chunk])
        guard let row else { return Bitmap(repeating: false, count: 0) }
        do { return try row.column(0, of: Bool.self).known } catch let damage as ColumnDamage {
            throw StoreError.failed("the list of rows in use of chunk \(chunk) \(damage)")
        }
    }

    /// Writes the rows of a chunk that a kept import has facts for.
    func setSeen(_ seen: Bitmap, in chunk: Int64) throws {
        let flags = Values<Bool>(storage: [Bool](repeating: false, count: seen.count), known: seen)
        let bytes = seen.count == 0 ? Data() : Data(ColumnCodec.encode(.flags(flags)))
        try run("UPDATE chunk SET seen = ? WHERE id = ?", [bytes, chunk])
    }
}
