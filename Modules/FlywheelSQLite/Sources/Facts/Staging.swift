public import FlywheelKit
public import FlywheelStore
import GRDB
import Synchronization

/// The store's own columns beside those of the feed; names of feeds' columns never begin with `@`.
enum OwnColumn {
    /// The chunk row of each entry, as whole numbers.
    static let rows = "@rows"
    /// The chunk rows for which the part names a product, as whole numbers.
    static let named = "@named"
    /// The product of each of those, as texts.
    static let product = "@product"
}

extension SQLiteStore {
    /// See ``FlywheelStore/FactStore/stage(_:for:)``. Rows are gathered in memory, and written when there are many.
    public func stage(_ rows: FactRows, for id: ImportID) throws(StoreError) {
        try rows.check()
        try intake.withLock { intake throws(StoreError) in
            if intake.imports[id] == nil { intake.imports[id] = try begun(id) }
            if intake.add(rows, to: id) >= memoryLimit { try write(id, &intake) }
        }
    }

    /// An import that is in progress, but was not begun by this object.
    private func begun(_ id: ImportID) throws(StoreError) -> Intake.Import {
        try read { db in
            _ = try self.record(id, in: [.staging], db)
            let scope = try Int64.fetchOne(db, sql: "SELECT scope FROM import WHERE id = ?", arguments: [id.number])
            return Intake.Import(scope: scope ?? 0)
        }
    }

    /// Writes what an import has gathered.
    ///
    /// Places are found before the transaction, so that other writers wait for little, and found again when another
    /// program has given out places in between.
    func write(_ id: ImportID, _ intake: inout Intake) throws(StoreError) {
        guard let pending = intake.imports[id], !pending.batches.isEmpty else { return }
        do throws(StoreError) {
            while true {
                try read { db in try intake.refresh(pending.scope, db) }
                guard let placed = intake.place(id) else { return }
                if try write(placed, of: id, &intake) { break }
                intake.forget(pending.scope)
            }
        } catch {
            intake.forget(pending.scope)
            throw error
        }
        intake.imports[id]?.batches = []
        intake.imports[id]?.bytes = 0
    }

    /// Writes placed rows, unless places have changed since.
    private func write(
        _ placed: PlacedBatches, of id: ImportID, _ intake: inout Intake
    ) throws(StoreError) -> Bool {
        guard let pending = intake.imports[id] else { return true }
        let scope = pending.scope
        let directory = intake.directories[scope] ?? Directory()
        let confirmed = pending.confirmed
        let written = try writeStaged { db -> (version: Int64, confirmed: [Int: Bitmap])? in
            _ = try self.record(id, in: [.staging], db)
            guard try intake.isCurrent(scope, db) else { return nil }
            let version = try intake.keep(scope, db)
            var noted = confirmed
            try pipelined(placed.chunks.count) { index in
                let chunk = placed.chunks[index]
                return EncodedPart(placed.part(for: chunk), in: chunk, of: directory, confirmed: confirmed[chunk])
            } use: { index, part in
                guard !part.columns.isEmpty else {
                    throw StoreError.refused("batches of \(id) disagree on the type of a column")
                }
                noted[placed.chunks[index]] = part.confirmed
                try db.addPart(part.columns, of: id.number, in: directory.chunks[placed.chunks[index]].id)
            }
            return (version, noted)
        }
        guard let written else { return false }
        intake.noteKept(scope, as: written.version)
        intake.imports[id]?.confirmed = written.confirmed
        return true
    }
}

/// A part as it is written.
private struct EncodedPart: Sendable {
    /// The columns by name; none when batches disagree on the type of one.
    let columns: [(name: String, data: [UInt8])]
    /// The rows for which it is written by now that the import names the product they have.
    let confirmed: Bitmap

    init(_ part: FactPart?, in chunk: Int, of directory: Directory, confirmed: Bitmap?) {
        var confirmed = confirmed ?? Bitmap(repeating: false, count: 0)
        guard let part else {
            columns = []
            self.confirmed = confirmed
            return
        }
        let claims = part.claims
        let isHeld = claims.rows.indices.map { directory.holds(claims, $0, in: chunk) }
        let wanted = claims.rows.indices.filter { index in
            let row = Int(claims.rows[index])
            return !(isHeld[index] && row < confirmed.count && confirmed[row])
        }
        confirmed.formUnion(rows: wanted.filter { isHeld[$0] }.map { claims.rows[$0] })
        columns = part.encoded(claims: wanted.count == claims.rows.count ? claims : claims.picked(wanted))
        self.confirmed = confirmed
    }
}

extension FactPart {
    /// The columns of the part as bytes, by name.
    func encoded(claims: Claims) -> [(name: String, data: [UInt8])] {
        var encoded = columns.sorted { $0.key < $1.key }.map { ($0.key, ColumnCodec.encode($0.value)) }
        encoded.append((OwnColumn.rows, ColumnCodec.encode(rows: rows)))
        if !claims.rows.isEmpty {
            encoded.append((OwnColumn.named, ColumnCodec.encode(rows: claims.rows)))
            encoded.append((OwnColumn.product, ColumnCodec.encode(.texts(Values(all: claims.products)))))
        }
        return encoded
    }
}

extension Database {
    /// Writes columns of equal length as the next part of what an import brought to a chunk.
    func addPart(_ columns: [(name: String, data: [UInt8])], of id: Int64, in chunk: Int64) throws {
        let last = try Int.fetchOne(
            cachedStatement(sql: "SELECT MAX(part) FROM fact WHERE chunk = ? AND import = ?"), arguments: [chunk, id])
        try setPart(last.map { $0 + 1 } ?? 0, columns, of: id, in: chunk)
    }

    /// Writes columns of equal length as a part that is not there yet.
    func setPart(_ part: Int, _ columns: [(name: String, data: [UInt8])], of id: Int64, in chunk: Int64) throws {
        var insert = try BulkStatement(
            self, "INSERT INTO fact (chunk, import, part, name, data) VALUES (?, ?, ?, ?, ?)")
        for (name, data) in columns {
            insert.bind(chunk)
            insert.bind(id)
            insert.bind(Int64(part))
            insert.bind(name)
            insert.bind(data)
            try insert.run()
        }
    }
}
