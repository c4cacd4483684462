import FlywheelKit
import FlywheelStore
import GRDB
import Synchronization

extension SQLiteStore {
    /// Moves an import from one state to another and, where its facts begin or cease to count, lets rows and products follow.
    ///
    /// What follows is worked out before the transaction, so that other writers do not wait for it, and worked out again
    /// when another import was kept or taken back in between.
    func settle(
        _ id: ImportID, from: [ImportRecord.State], to: ImportRecord.State,
        journal: (Database, ImportRecord) throws -> Void
    ) throws(StoreError) {
        try intake.withLock { intake throws(StoreError) in
            try write(id, &intake)
            var isDone = false
            while !isDone {
                let (plan, hiding) = try read { db -> (KeepPlan?, HidePlan?) in
                    let record = try self.record(id, in: from, db)
                    let plan = to == .kept ? try KeepPlan(record, &intake, db) : nil
                    return (plan, record.state == .kept ? try HidePlan(record, db) : nil)
                }
                do throws(StoreError) {
                    isDone = try write { db -> Bool in
                        let record = try self.record(id, in: from, db)
                        if let plan, try !plan.isCurrent(intake, db) { return false }
                        guard try hiding?.isCurrent(db) ?? (record.state != .kept) else { return false }
                        try journal(db, record)
                        try db.execute(
                            sql: "UPDATE import SET state = ? WHERE id = ?", arguments: [to.rawValue, id.number])
                        try plan?.apply(&intake, db)
                        try hiding?.apply(db)
                        return true
                    }
                } catch {
                    if let plan { intake.forget(plan.scope) }
                    throw error
                }
            }
            intake.imports[id] = nil
        }
    }
}

/// What keeping an import changes in where subjects stand: which rows come into use, which products are new.
struct KeepPlan {
    let scope: Int64
    /// How often imports had been kept or taken back when the plan was made; it is void once that has grown.
    private let generation: Int64
    private var seen: [(chunk: Int64, rows: Bitmap)] = []
    private var settlement: Settlement

    init(_ record: ImportRecord, _ intake: inout Intake, _ db: Database) throws {
        let source = record.id.number
        generation = try db.count(of: "kept")
        scope = try Int64.fetchOne(db, sql: "SELECT scope FROM import WHERE id = ?", arguments: [source]) ?? 0
        settlement = Settlement(record.id)
        try intake.refresh(scope, db)
        guard let directory = intake.directories[scope] else { return }
        let kept = try Row.fetchAll(
            db,
            sql: """
                SELECT id, effective_at FROM import WHERE scope = ? AND (state = 'kept' OR id = ?)
                ORDER BY effective_at DESC
                """, arguments: [scope, source]
        ).map { row in (id: ImportID(try row.get(0)), at: Instant(seconds: try row.get(1))) }
        for chunk in try db.chunks(of: source) {
            let parts = try db.parts(
                of: [source], in: chunk, columns: [OwnColumn.rows, OwnColumn.named, OwnColumn.product])
            var rows = Bitmap(repeating: false, count: 0)
            for part in parts { rows.formUnion(rows: part.facts.rows) }
            seen.append((chunk, rows))
            guard let position = directory.position(of: chunk) else { continue }
            let claims = Claims(joining: parts.map(\.facts.claims))
            let changes = try settlement.changes(of: claims, in: position, of: directory, kept: kept) { id in
                try db.claims(of: id.number, in: chunk)
            }
            settlement.add(changes)
        }
    }

    /// Whether nothing has happened that makes the plan void.
    func isCurrent(_ intake: Intake, _ db: Database) throws -> Bool {
        try generation == db.count(of: "kept") && intake.isCurrent(scope, db)
    }

    /// Carries the plan out.
    func apply(_ intake: inout Intake, _ db: Database) throws {
        _ = try db.next("kept")
        for (chunk, rows) in seen {
            try db.setSeen(db.seen(in: chunk).union(rows), in: chunk)
        }
        let moves = intake.apply(settlement, in: scope)
        let version = try intake.keep(scope, db)
        if let directory = intake.directories[scope] {
            for (chunk, moved) in moves.sorted(by: { $0.key < $1.key }) {
                let targets = moved.mapValues { (chunk: directory.chunks[Int($0.chunk)].id, row: $0.row) }
                try db.moveFacts(targets, from: directory.chunks[chunk].id)
            }
        }
        intake.noteKept(scope, as: version)
    }
}
