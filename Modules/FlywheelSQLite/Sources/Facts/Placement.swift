import FlywheelKit
import FlywheelStore
import Foundation
import GRDB

extension Database {
    /// The number of a kind, account and marketplace, a new one when they are new.
    func scope(_ kind: Subject.Kind, account: String, marketplace: String) throws -> Int64 {
        if let known = try knownScope(kind, account: account, marketplace: marketplace) { return known }
        try execute(
            sql: "INSERT INTO scope (kind, account, marketplace) VALUES (?, ?, ?)",
            arguments: [kind.rawValue, account, marketplace])
        return lastInsertedRowID
    }

    private func knownScope(_ kind: Subject.Kind, account: String, marketplace: String) throws -> Int64? {
        try Int64.fetchOne(
            self, sql: "SELECT id FROM scope WHERE kind = ? AND account = ? AND marketplace = ?",
            arguments: [kind.rawValue, account, marketplace])
    }

    /// The rows of chunks, decoded one by one.
    ///
    /// - Parameter condition: which rows of `chunk` are meant.
    func placements(where condition: String, _ arguments: StatementArguments) throws -> [(id: Int64, rows: PlacedRows)]
    {
        let rows = try Row.fetchCursor(
            cachedStatement(
                sql: """
                    SELECT chunk.id, codes, products, sources
                    FROM chunk JOIN placement ON placement.chunk = chunk.id WHERE \(condition) ORDER BY chunk.id
                    """), arguments: arguments)
        var found: [(id: Int64, rows: PlacedRows)] = []
        while let row = try rows.next() {
            let id: Int64 = try row.get(0)
            do {
                let codes = try row.column(1, of: String.self)
                let products = try row.column(2, of: String.self)
                let sources = try row.column(3, of: Int.self)
                guard codes.count == products.count, codes.count == sources.count else {
                    throw StoreError.failed("the columns of rows of chunk \(id) differ in length; the file is damaged")
                }
                found.append((id, PlacedRows(codes: codes, products: products, sources: sources)))
            } catch let damage as ColumnDamage {
                throw StoreError.failed("a column of rows of chunk \(id) \(damage)")
            }
        }
        return found
    }

    /// Writes down the rows of those chunks of a directory that have changed.
    ///
    /// - Returns: what the counter of changes stands at from now on.
    func keep(_ directory: Directory, scope: Int64) throws -> Int64 {
        let changed = directory.chunks.indices.filter { directory.chunks[$0].isChanged }
        guard !changed.isEmpty else { return try count(of: "placed") }
        let version = try next("placed")
        var insert = try BulkStatement(
            self, "INSERT OR REPLACE INTO placement (chunk, codes, products, sources) VALUES (?, ?, ?, ?)")
        try pipelined(changed.count) { index in
            let rows = directory.content(of: changed[index])
            return [.texts(rows.codes), .texts(rows.products), .integers(rows.sources)].map(ColumnCodec.encode)
        } use: { index, columns in
            let id = directory.chunks[changed[index]].id
            try run(
                """
                INSERT INTO chunk (id, scope, placed) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET placed = excluded.placed
                """, [id, scope, version])
            insert.bind(id)
            for column in columns { insert.bind(column) }
            try insert.run()
        }
        return version
    }

    /// The product of a listing, where a kept import names one.
    ///
    /// All codes of the listing's account and marketplace are gone through, some 20 ms for a million.
    func product(of listing: Subject) throws -> String? {
        guard
            let scope = try knownScope(listing.kind, account: listing.account, marketplace: listing.marketplace)
        else { return nil }
        let codes = try Row.fetchCursor(
            self,
            sql: "SELECT chunk.id, codes FROM chunk JOIN placement ON placement.chunk = chunk.id WHERE scope = ?",
            arguments: [scope])
        while let row = try codes.next() {
            let id: Int64 = try row.get(0)
            do {
                let codes = try row.column(1, of: String.self)
                guard let place = codes.first(row: listing.code) else { continue }
                let rows = try placements(where: "chunk.id = ?", [id])
                guard let rows = rows.first?.rows, let source = rows.sources[place] else { return nil }
                return try isKept(Int64(source)) ? rows.products[place] : nil
            } catch let damage as ColumnDamage {
                throw StoreError.failed("the codes of chunk \(id) \(damage)")
            }
        }
        return nil
    }

    /// Whether an import counts.
    func isKept(_ source: Int64) throws -> Bool {
        try Bool.fetchOne(
            cachedStatement(sql: "SELECT state = 'kept' FROM import WHERE id = ?"), arguments: [source]) ?? false
    }
}

extension Row {
    /// The column that a field holds.
    func column<Value: ColumnValue>(_ index: Int, of type: Value.Type) throws -> Values<Value> {
        let column = try withUnsafeData(atIndex: index) { data in
            try (data ?? Data()).withUnsafeBytes { try ColumnCodec.decode($0) }
        }
        guard let values = Value.values(of: column) else {
            throw StoreError.failed(
                "field \(index) holds \(column.type), expected \(Value.columnType); the file is damaged")
        }
        return values
    }
}

extension Values<String> {
    /// The row of a text, compared byte by byte.
    fileprivate func first(row text: String) -> Int? {
        let wanted = Array(text.utf8)
        let known = known
        let texts = storage
        return texts.bytes.withUnsafeBytes { bytes in
            texts.indices.first { row in
                let range = texts.range(row)
                return range.count == wanted.count && known[row]
                    && UnsafeRawBufferPointer(rebasing: bytes[range]).elementsEqual(wanted)
            }
        }
    }
}
