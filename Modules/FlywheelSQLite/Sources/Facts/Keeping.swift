import FlywheelKit
import FlywheelStore
import GRDB

extension SQLiteStore {
    /// Moves an import from one state to another and, where its facts begin to count, lets rows and products follow.
    ///
    /// What follows is worked out before the transaction, so that other writers do not wait for it, and worked out again
    /// when another import was kept in between.
    func settle(
        _ id: ImportID, from: ImportRecord.State, to: ImportRecord.State,
        journal: (Database, ImportRecord) throws -> Void
    ) throws(StoreError) {
        while true {
            let plan = try read { db -> KeepPlan? in
                let record = try self.record(id, in: [from], db)
                return to == .kept ? try KeepPlan(record, db) : nil
            }
            let isDone = try write { db -> Bool in
                let record = try self.record(id, in: [from], db)
                if let plan, try plan.generation != db.count(of: "kept") { return false }
                try journal(db, record)
                try db.execute(
                    sql: "UPDATE import SET state = ? WHERE id = ?", arguments: [to.rawValue, id.number])
                try plan?.apply(db)
                return true
            }
            if isDone { return }
        }
    }
}

/// What keeping an import changes in where subjects stand: which rows come into use, which products are new.
struct KeepPlan {
    /// How many imports had been kept when the plan was made; it is void once there are more.
    let generation: Int64
    private let source: Int64
    private let scope: Int64?
    private var seen: [(chunk: Int64, rows: Bitmap)] = []
    private var products: [(place: Place, product: String)] = []

    init(_ record: ImportRecord, _ db: Database) throws {
        generation = try db.count(of: "kept")
        source = record.id.number
        let chunks = try Int64.fetchAll(
            db, sql: "SELECT DISTINCT chunk FROM fact WHERE import = ? ORDER BY chunk", arguments: [source])
        scope = try chunks.first.flatMap {
            try Int64.fetchOne(db, sql: "SELECT scope FROM chunk WHERE id = ?", arguments: [$0])
        }
        for chunk in chunks {
            let parts = try db.parts(of: [source], in: chunk, columns: [OwnColumn.rows, OwnColumn.product])
            seen.append((chunk, Bitmap(rows: parts.lazy.flatMap { $0.rows.storage })))
            try addProducts(claimed: parts.claims, in: chunk, db)
        }
    }

    /// Notes the products that the import's being kept changes: each subject has the product that the import with the
    /// newest effective time names, the smaller text where two name it at the same time.
    private mutating func addProducts(claimed: [Int: String], in chunk: Int64, _ db: Database) throws {
        guard !claimed.isEmpty else { return }
        var contested: Set<Int> = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT row, product, product_import, import.state = 'kept'
                FROM placement LEFT JOIN import ON import.id = product_import WHERE chunk = ?
                """, arguments: [chunk])
        while let row = try rows.next() {
            let place: Int = try row.get(0)
            let product: String? = try row.get(1)
            let isOwn = try row.get(2, as: Int64?.self) == source
            let isKept = try row.get(3, as: Bool?.self) ?? false
            guard let claim = claimed[place], claim != product || !(isOwn || isKept) else { continue }
            if isKept {
                contested.insert(place)
            } else {
                products.append((Place(chunk: chunk, row: place), claim))
            }
        }
        for (row, product) in try newest(contested, in: chunk, db) where product == claimed[row] {
            products.append((Place(chunk: chunk, row: row), product))
        }
    }

    /// What the newest import that names a product for each of these rows names, this one among those already kept.
    private func newest(_ rows: Set<Int>, in chunk: Int64, _ db: Database) throws -> [Int: String] {
        guard !rows.isEmpty else { return [:] }
        let sources = try Row.fetchAll(
            db,
            sql: """
                SELECT id, effective_at FROM import WHERE (state = 'kept' OR id = ?)
                    AND id IN (SELECT import FROM fact WHERE chunk = ? AND name = ?)
                ORDER BY effective_at DESC
                """, arguments: [source, chunk, OwnColumn.product])
        var newest: [Int: (at: Int64, product: String)] = [:]
        for candidate in sources {
            let at: Int64 = try candidate.get(1)
            if newest.count == rows.count, newest.values.allSatisfy({ $0.at > at }) { break }
            let parts = try db.parts(
                of: [try candidate.get(0)], in: chunk, columns: [OwnColumn.rows, OwnColumn.product])
            for (row, product) in parts.claims where rows.contains(row) {
                guard let found = newest[row] else {
                    newest[row] = (at, product)
                    continue
                }
                if found.at == at, product < found.product { newest[row] = (at, product) }
            }
        }
        return newest.mapValues(\.product)
    }

    /// Carries the plan out.
    func apply(_ db: Database) throws {
        _ = try db.next("kept")
        for (chunk, rows) in seen {
            try db.setSeen(db.seen(in: chunk).union(rows), in: chunk)
        }
        var moves: [Int64: [Int: Place]] = [:]
        for (place, product) in products.sorted(by: { ($0.place.chunk, $0.place.row) < ($1.place.chunk, $1.place.row) })
        {
            let home = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT chunk FROM placement
                        WHERE scope = ? AND product = ? AND NOT (chunk = ? AND row = ?) LIMIT 1
                        """), arguments: [scope, product, place.chunk, place.row])
            try db.run(
                "UPDATE placement SET product = ?, product_import = ? WHERE chunk = ? AND row = ?",
                [product, source, place.chunk, place.row])
            if let home, home != place.chunk {
                moves[place.chunk, default: [:]][place.row] = try db.movePlacement(from: place, to: home)
            }
        }
        for (chunk, moved) in moves.sorted(by: { $0.key < $1.key }) { try db.moveFacts(moved, from: chunk) }
    }
}

extension [Part] {
    /// The product these parts name for each row; of several the smallest, so that the order of lines does not matter.
    var claims: [Int: String] {
        var claims: [Int: String] = [:]
        for part in self {
            guard let products = part.products else { continue }
            for (entry, row) in part.rows.storage.enumerated() {
                guard let product = products[entry] else { continue }
                claims[row] = claims[row].map { Swift.min($0, product) } ?? product
            }
        }
        return claims
    }
}

extension Bitmap {
    /// The bits of these rows, as many as the last of them needs.
    init(rows: some Sequence<Int>) {
        var words: [UInt64] = []
        var count = 0
        for row in rows {
            while words.count <= row >> 6 { words.append(0) }
            words[row >> 6] |= 1 << UInt64(row & 63)
            count = Swift.max(count, row + 1)
        }
        self.init(words: words, count: count)
    }

    /// The rows of either.
    func union(_ other: Bitmap) -> Bitmap {
        let (long, short) = count >= other.count ? (self, other) : (other, self)
        let words = long.words.indices.map {
            $0 < short.words.count ? long.words[$0] | short.words[$0] : long.words[$0]
        }
        return Bitmap(words: words, count: long.count)
    }
}
