public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

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
            let seen = try db.seen(in: chunk.id)
            var rows = ChunkRows(
                codes: Values(),
                products: Values())
            var codes = [String?](repeating: nil, count: seen.count)
            var products = codes
            let found = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT row, code, CASE WHEN import.state = 'kept' THEN product END
                        FROM placement LEFT JOIN import ON import.id = product_import WHERE chunk = ?
                        """), arguments: [chunk.id])
            while let row = try found.next() {
                let place: Int = try row.get(0)
                guard place < seen.count, seen[place] else { continue }
                codes[place] = try row.get(1)
                products[place] = try row.get(2)
            }
            rows.codes = Values(codes)
            rows.products = Values(products)
            return rows
        }
    }

    /// See ``FlywheelStore/FactStore/facts(in:feed:columns:from:)``. Only kept imports of the feed bring anything; one
    /// that has rows in the chunk and none of the columns brings its rows alone.
    public func facts(
        in chunk: ChunkPlace, feed: FeedKey, columns: [String], from sources: [ImportID]
    ) throws(StoreError) -> [FactBlock] {
        try read { db in
            let kept = try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM import
                    WHERE state = 'kept' AND feed = ? AND id IN (SELECT value FROM json_each(?))
                    """,
                arguments: [feed.text, Database.list(sources.map(\.number))])
            let parts = try db.parts(of: kept, in: chunk.id, columns: columns + [OwnColumn.rows])
            let bySource = Dictionary(grouping: parts, by: \.source)
            return try sources.compactMap { source in
                try bySource[source.number].map { try FactBlock(joining: $0, from: source, columns) }
            }
        }
    }
}

extension FactBlock {
    /// The parts of one import as one block; a column that only some of them have is unknown in the others.
    init(joining parts: [Part], from source: ImportID, _ names: [String]) throws(StoreError) {
        var columns: [String: ColumnData] = [:]
        for name in names {
            guard let type = parts.lazy.compactMap({ $0.columns[name]?.type }).first else { continue }
            let pieces = parts.map { $0.columns[name] ?? ColumnData(unknown: $0.rows.count, of: type) }
            guard let column = ColumnData.joined(pieces) else {
                throw .failed("column \(name) of \(source) holds values of more than one type")
            }
            columns[name] = column
        }
        self.init(
            source: source, rows: parts.flatMap { part in part.rows.storage.map(Int32.init(truncatingIfNeeded:)) },
            columns: columns)
    }
}

extension Database {
    /// The rows of a chunk that a kept import has facts for; as long as the last of them.
    func seen(in chunk: Int64) throws -> Bitmap {
        let bytes = try Data.fetchOne(self, sql: "SELECT seen FROM chunk WHERE id = ?", arguments: [chunk]) ?? Data()
        guard !bytes.isEmpty else { return Bitmap(repeating: false, count: 0) }
        do {
            let column = try bytes.withUnsafeBytes { try ColumnCodec.decode($0) }
            return column.flags.known
        } catch let damage as ColumnDamage {
            throw StoreError.failed("the list of rows in use of chunk \(chunk) \(damage)")
        }
    }

    /// Writes the rows of a chunk that a kept import has facts for.
    func setSeen(_ seen: Bitmap, in chunk: Int64) throws {
        let flags = Values<Bool>(storage: [Bool](repeating: false, count: seen.count), known: seen)
        try run("UPDATE chunk SET seen = ? WHERE id = ?", [Data(ColumnCodec.encode(.flags(flags))), chunk])
    }
}

extension ColumnData {
    fileprivate var flags: Values<Bool> { Bool.values(of: self) ?? Values() }
}
