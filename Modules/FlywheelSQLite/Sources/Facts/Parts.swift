import FlywheelKit
import FlywheelStore
import Foundation
import GRDB

/// One batch of what an import brought to a chunk.
struct Part {
    var source: Int64
    var chunk: Int64
    var number: Int
    var columns: [String: ColumnData]

    /// The chunk row of each entry.
    var rows: Values<Int> { columns[OwnColumn.rows].flatMap(Int.values(of:)) ?? Values() }
    /// The product each entry names.
    var products: Values<String>? { columns[OwnColumn.product].flatMap(String.values(of:)) }
}

extension Database {
    /// The parts of imports in the order of import, chunk and number, their columns checked and decoded.
    ///
    /// - Parameters:
    ///   - sources: the imports, or `nil` for all.
    ///   - chunk: the chunk, or `nil` for all.
    ///   - names: the columns to read, or `nil` for all.
    func parts(of sources: [Int64]?, in chunk: Int64?, columns names: [String]?) throws -> [Part] {
        var conditions: [String] = []
        var arguments: [any DatabaseValueConvertible] = []
        if let sources {
            conditions.append("import IN (SELECT value FROM json_each(?))")
            arguments.append(Database.list(sources))
        }
        if let chunk {
            conditions.append("chunk = ?")
            arguments.append(chunk)
        }
        if let names {
            conditions.append("name IN (SELECT value FROM json_each(?))")
            arguments.append(try canonicalJSON(names))
        }
        let filter = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        let rows = try Row.fetchCursor(
            cachedStatement(
                sql: "SELECT import, chunk, part, name, data FROM fact \(filter) ORDER BY import, chunk, part"),
            arguments: StatementArguments(arguments))
        var parts: [Part] = []
        while let row = try rows.next() {
            let source: Int64 = try row.get(0)
            let chunk: Int64 = try row.get(1)
            let number: Int = try row.get(2)
            let name: String = try row.get(3)
            if parts.last.map({ ($0.source, $0.chunk, $0.number) != (source, chunk, number) }) ?? true {
                parts.append(Part(source: source, chunk: chunk, number: number, columns: [:]))
            }
            do {
                parts[parts.count - 1].columns[name] = try row.withUnsafeData(atIndex: 4) { data in
                    try (data ?? Data()).withUnsafeBytes { try ColumnCodec.decode($0) }
                }
            } catch let damage as ColumnDamage {
                let feed = try String.fetchOne(self, sql: "SELECT feed FROM import WHERE id = ?", arguments: [source])
                throw StoreError.failed(
                    "column \(name) of \(feed ?? "a feed") from \(ImportID(source)) in chunk \(chunk) \(damage)")
            }
        }
        return parts
    }
}
