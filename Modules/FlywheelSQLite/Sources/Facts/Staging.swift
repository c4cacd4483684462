public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

/// The store's own columns beside those of the feed; names of feeds' columns never begin with `@`.
enum OwnColumn {
    /// The chunk row of each entry, as whole numbers.
    static let rows = "@rows"
    /// The product each entry names, as texts.
    static let product = "@product"
}

extension SQLiteStore {
    /// See ``FlywheelStore/FactStore/stage(_:for:)``.
    public func stage(_ rows: FactRows, for id: ImportID) throws(StoreError) {
        try check(rows)
        try writeBatches(Array(rows.codes.indices)) { db, range in
            let draft = try self.record(id, in: [.staging], db).draft
            var placer = try Placer(for: draft, id, db)
            var indices: [Int64: [Int]] = [:]
            var places: [Int64: [Int]] = [:]
            for index in range {
                let place = try placer.place(rows.codes[index], product: rows.products[index])
                indices[place.chunk, default: []].append(index)
                places[place.chunk, default: []].append(place.row)
            }
            try placer.finish()
            for (chunk, indices) in indices.sorted(by: { $0.key < $1.key }) {
                var columns = rows.columns.mapValues { $0.picked(indices) }
                columns[OwnColumn.rows] = .integers(Values(all: places[chunk] ?? []))
                if rows.products.known.setCount > 0 {
                    columns[OwnColumn.product] = ColumnData.texts(rows.products).picked(indices)
                }
                try db.addPart(columns, of: id.number, in: chunk)
            }
        }
    }

    private func check(_ rows: FactRows) throws(StoreError) {
        guard rows.products.count == rows.codes.count else {
            throw .refused("\(rows.products.count) products for \(rows.codes.count) rows")
        }
        for (name, column) in rows.columns.sorted(by: { $0.key < $1.key }) {
            guard column.count == rows.codes.count else {
                throw .refused("column \(name) has \(column.count) values for \(rows.codes.count) rows")
            }
            guard !name.hasPrefix("@") else { throw .refused("column names do not begin with @, as \(name) does") }
        }
    }
}

extension Database {
    /// Writes columns of equal length as the next part of what an import brought to a chunk.
    func addPart(_ columns: [String: ColumnData], of id: Int64, in chunk: Int64) throws {
        let last = try Int.fetchOne(
            cachedStatement(sql: "SELECT MAX(part) FROM fact WHERE import = ? AND chunk = ?"), arguments: [id, chunk])
        try setPart(last.map { $0 + 1 } ?? 0, columns, of: id, in: chunk)
    }

    /// Writes columns of equal length as a part that is not there yet.
    func setPart(_ part: Int, _ columns: [String: ColumnData], of id: Int64, in chunk: Int64) throws {
        for (name, column) in columns.sorted(by: { $0.key < $1.key }) {
            try run(
                "INSERT INTO fact (import, chunk, part, name, data) VALUES (?, ?, ?, ?, ?)",
                [id, chunk, part, name, Data(ColumnCodec.encode(column))])
        }
    }
}
