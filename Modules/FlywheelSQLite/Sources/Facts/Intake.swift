import FlywheelKit
import FlywheelStore
import GRDB

/// What a program has at hand while it imports: where subjects stand, and rows that are not written yet.
struct Intake {
    /// An import in progress.
    struct Import {
        /// The number of its kind, account and marketplace.
        let scope: Int64
        /// Rows that are not written yet, and about how many bytes they take.
        var batches: [FactRows] = []
        var bytes = 0
        /// Of each chunk, by position, the rows for which it is written already that the import names the product they
        /// have: a file of sales names it every day anew.
        var confirmed: [Int: Bitmap] = [:]
    }

    private(set) var directories: [Int64: Directory] = [:]
    private var versions: [Int64: Int64] = [:]
    private var next: Int64 = 1
    var imports: [ImportID: Import] = [:]

    /// Brings the directory of a scope up to what the store holds.
    mutating func refresh(_ scope: Int64, _ db: Database) throws {
        let version = try db.count(of: "placed")
        next = max(next, try Int64.fetchOne(db, sql: "SELECT COALESCE(MAX(id), 0) + 1 FROM chunk") ?? 1)
        guard versions[scope] != version else { return }
        let changed = try db.placements(
            where: "scope = ? AND placed > ?", [scope, directories[scope] == nil ? -1 : versions[scope]])
        for (id, rows) in changed { directories[scope, default: Directory()].load(rows, of: id) }
        if !changed.isEmpty { forgetConfirmed(scope) }
        versions[scope] = version
    }

    /// Adds rows to what an import has gathered.
    ///
    /// - Returns: about how many bytes that is by now.
    mutating func add(_ rows: FactRows, to id: ImportID) -> Int {
        imports[id]?.batches.append(rows)
        imports[id]?.bytes += rows.bytes
        return imports[id]?.bytes ?? 0
    }

    /// Places the rows of an import that are not written yet, and takes them apart by chunk.
    mutating func place(_ id: ImportID) -> PlacedBatches? {
        guard let pending = imports[id] else { return nil }
        let places = directories[pending.scope, default: Directory()].place(pending.batches, of: id, next: &next)
        var placed = PlacedBatches()
        placed.add(pending.batches, at: places, chunks: directories[pending.scope]?.chunks.count ?? 0)
        return placed
    }

    /// Carries out what keeping an import changes.
    mutating func apply(_ settlement: Settlement, in scope: Int64) -> [Int: [Int32: Place]] {
        guard !settlement.changes.isEmpty else { return [:] }
        forgetConfirmed(scope)
        return settlement.apply(to: &directories[scope, default: Directory()])
    }

    /// Whether the directory of a scope is what the store holds.
    func isCurrent(_ scope: Int64, _ db: Database) throws -> Bool { try versions[scope] == db.count(of: "placed") }

    /// Writes down where subjects stand since the directory changed.
    func keep(_ scope: Int64, _ db: Database) throws -> Int64 {
        try directories[scope].map { try db.keep($0, scope: scope) } ?? db.count(of: "placed")
    }

    /// Notes that the store holds the directory of a scope.
    mutating func noteKept(_ scope: Int64, as version: Int64) {
        directories[scope]?.noteKept()
        versions[scope] = version
    }

    /// Forgets a directory that holds what the store does not; it is read anew when it is needed.
    mutating func forget(_ scope: Int64) {
        directories[scope] = nil
        versions[scope] = nil
        forgetConfirmed(scope)
    }

    private mutating func forgetConfirmed(_ scope: Int64) {
        for (id, pending) in imports where pending.scope == scope { imports[id]?.confirmed = [:] }
    }
}
