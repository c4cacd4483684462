import FlywheelKit
import FlywheelStore
import Foundation
import GRDB

/// One batch of what an import brought to a chunk.
struct Part {
    var source: Int64
    var number: Int
    /// As much of it as was asked for.
    var facts = FactPart()
}

extension Database {
    /// The parts of imports in a chunk, in the order of import and number, their columns checked and decoded.
    ///
    /// - Parameters:
    ///   - sources: the imports.
    ///   - names: the columns to read, the store's own among them, or `nil` for all.
    func parts(of sources: [Int64], in chunk: Int64, columns names: [String]?) throws -> [Part] {
        let list = Database.list(sources)
        let rows =
            if let names {
                try Row.fetchCursor(
                    cachedStatement(sql: Self.namedPartsSQL), arguments: [chunk, list, try CanonicalJSON.text(names)])
            } else {
                try Row.fetchCursor(cachedStatement(sql: Self.partsSQL), arguments: [chunk, list])
            }
        var parts: [Part] = []
        while let row = try rows.next() {
            let source: Int64 = try row.get(0)
            let number: Int = try row.get(1)
            let name: String = try row.get(2)
            if parts.last.map({ ($0.source, $0.number) != (source, number) }) ?? true {
                parts.append(Part(source: source, number: number))
            }
            do {
                try row.withUnsafeData(atIndex: 3) { data in
                    try (data ?? Data()).withUnsafeBytes { try parts[parts.count - 1].facts.set(name, $0) }
                }
            } catch let damage as ColumnDamage {
                let feed = try String.fetchOne(self, sql: "SELECT feed FROM import WHERE id = ?", arguments: [source])
                throw StoreError.failed(
                    "column \(name) of \(feed ?? "a feed") from \(ImportID(source)) in chunk \(chunk) \(damage)")
            }
        }
        return parts
    }

    private static let partsSQL = """
        SELECT import, part, name, data FROM fact
        WHERE chunk = ? AND import IN (SELECT value FROM json_each(?)) ORDER BY import, part
        """
    static let namedPartsSQL = """
        SELECT import, part, name, data FROM fact
        WHERE chunk = ? AND import IN (SELECT value FROM json_each(?))
            AND name IN (SELECT value FROM json_each(?)) ORDER BY import, part
        """

    /// The products that imports name in a chunk.
    func claims(of source: Int64, in chunk: Int64) throws -> Claims {
        let parts = try parts(of: [source], in: chunk, columns: [OwnColumn.named, OwnColumn.product])
        return Claims(joining: parts.map(\.facts.claims))
    }

    /// The chunks that an import brought something to, in order.
    func chunks(of source: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            self, sql: "SELECT DISTINCT chunk FROM fact WHERE import = ? ORDER BY chunk", arguments: [source])
    }
}

extension FactPart {
    fileprivate mutating func set(_ name: String, _ bytes: UnsafeRawBufferPointer) throws(ColumnDamage) {
        switch name {
        case OwnColumn.rows: rows = try ColumnCodec.decodeRows(bytes)
        case OwnColumn.named: claims.rows = try ColumnCodec.decodeRows(bytes)
        case OwnColumn.product:
            claims.products = String.values(of: try ColumnCodec.decode(bytes))?.storage ?? []
        default: columns[name] = try ColumnCodec.decode(bytes)
        }
    }
}
