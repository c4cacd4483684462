import FlywheelKit
import FlywheelStore
import GRDB

/// Where a subject stands.
struct Place: Hashable {
    var chunk: Int64
    var row: Int
}

/// Gives the subjects of one import their places, within one transaction.
///
/// A subject keeps its place for ever, unless its product turns out to stand elsewhere. A new one goes to the chunk of
/// its product, else to the last chunk that has room, else to a new one; only for a product's sake does a chunk outgrow
/// its capacity. All subjects of a product share a chunk at all times, whether or not the product counts already.
struct Placer {
    private let db: Database
    private let scope: Int64
    private let source: Int64
    private let find: Statement
    private let findProduct: Statement
    private let insert: Statement
    private var sizes: [Int64: Int]
    private var open: Int64?
    private var homes: [String: Int64] = [:]

    init(for draft: ImportDraft, _ id: ImportID, _ db: Database) throws {
        self.db = db
        source = id.number
        scope = try db.scope(draft.subject, account: draft.account, marketplace: draft.marketplace)
        // One number for chunk and row spares an object for each subject looked up.
        find = try db.cachedStatement(sql: "SELECT chunk << 32 | row FROM placement WHERE scope = ? AND code = ?")
        findProduct = try db.cachedStatement(
            sql: "SELECT chunk FROM placement WHERE scope = ? AND product = ? LIMIT 1")
        insert = try db.cachedStatement(sql: "INSERT INTO placement VALUES (?, ?, ?, ?, ?, ?)")
        let chunks = try Row.fetchAll(db, sql: "SELECT id, size FROM chunk WHERE scope = ?", arguments: [scope])
        sizes = try chunks.reduce(into: [:]) { sizes, row in
            sizes[try row.get("id")] = try row.get("size", as: Int.self)
        }
        open = sizes.filter { $0.value < Chunk.capacity }.keys.max()
    }

    /// The place of a subject, a new one when it has none.
    mutating func place(_ code: String, product: String?) throws -> Place {
        if let packed = try Int64.fetchOne(find, arguments: [scope, code]) {
            return Place(chunk: packed >> 32, row: Int(packed & 0xFFFF_FFFF))
        }
        let home = try product.flatMap { try homes[$0] ?? Int64.fetchOne(findProduct, arguments: [scope, $0]) }
        let place = try newPlace(in: home)
        if let product { homes[product] = place.chunk }
        try insert.execute(
            arguments: [place.chunk, place.row, scope, code, product, product == nil ? nil : source])
        return place
    }

    /// Writes down how far the chunks are filled.
    func finish() throws {
        for (chunk, size) in sizes {
            try db.run("UPDATE chunk SET size = ? WHERE id = ? AND size < ?", [size, chunk, size])
        }
    }

    private mutating func newPlace(in home: Int64?) throws -> Place {
        let chunk = try home ?? open ?? newChunk()
        let row = sizes[chunk, default: 0]
        sizes[chunk] = row + 1
        if chunk == open, row + 1 >= Chunk.capacity { open = sizes.filter { $0.value < Chunk.capacity }.keys.max() }
        return Place(chunk: chunk, row: row)
    }

    private mutating func newChunk() throws -> Int64 {
        try db.execute(sql: "INSERT INTO chunk (scope) VALUES (?)", arguments: [scope])
        open = db.lastInsertedRowID
        return db.lastInsertedRowID
    }
}

extension Database {
    /// The number of a kind, account and marketplace, a new one when they are new.
    func scope(_ kind: Subject.Kind, account: String, marketplace: String) throws -> Int64 {
        let key: StatementArguments = [kind.rawValue, account, marketplace]
        let known = try Int64.fetchOne(
            self, sql: "SELECT id FROM scope WHERE kind = ? AND account = ? AND marketplace = ?", arguments: key)
        if let known { return known }
        try execute(sql: "INSERT INTO scope (kind, account, marketplace) VALUES (?, ?, ?)", arguments: key)
        return lastInsertedRowID
    }
}
