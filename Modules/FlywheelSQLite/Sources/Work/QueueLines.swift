public import FlywheelStore
import FlywheelKit
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/readQueue(_:of:_:where:_:)``.
    public func readQueue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, _ positions: ClosedRange<Int>,
        where takes: (QueueRow) -> Bool, _ body: (QueueLine) -> Void
    ) throws(StoreError) -> Bool {
        try read { db in
            guard let current = try db.currentRotation() else { return false }
            let own = try accounts.map { try self.ownRows(of: $0, in: current, db) }
            var goesOn = false
            var families = Families(db)
            var statement = try BulkStatement(db, Self.lineSQL)
            try db.walk(lane, of: current, own, from: positions.lowerBound) { row in
                guard row.position <= positions.upperBound else {
                    goesOn = true
                    return false
                }
                guard takes(row) else { return true }
                statement.bind(row.exception.number)
                try statement.forEachRow { columns in body(try QueueLine(row, &columns, &families)) }
                return true
            }
            return goesOn
        }
    }

    static let lineSQL = """
        SELECT family, state, source, onset, detected, opened, due, claimed, owner, claimed_by, snooze, parent,
            terms_at_open
        FROM exception WHERE id = ? AND state < 3
        """
}

extension QueueLine {
    fileprivate init(_ row: QueueRow, _ columns: inout RowReader, _ families: inout Families) throws {
        self.init(
            row: row, family: try families.family(columns.integer()),
            state: try ExceptionRecord.State(number: columns.integer()), source: try columns.word("source"),
            onset: try columns.optionalInstant(), detected: Instant(seconds: try columns.integer()),
            opened: RotationID(try columns.integer()), due: try columns.optionalInstant(),
            claimed: try columns.optionalInstant(), owner: try columns.optionalText(),
            claimedBy: try columns.optionalText(),
            snooze: try columns.optionalText().map { try CanonicalJSON.value(Snooze.self, from: $0) },
            parent: try columns.optionalInteger().map { ExceptionID($0) },
            terms: try row.terms ?? columns.optionalBlob() ?? [])
    }
}

extension Database {
    /// Goes through the rows of a lane from a position on, those of some accounts alone with the places they have among those,
    /// for as long as it is asked to.
    func walk(
        _ lane: QueueRow.Lane, of rotation: Int64, _ own: OwnRows?, from first: Int, _ body: (QueueRow) throws -> Bool
    ) throws {
        var next = own.map { $0.position(after: first - 1, in: lane) } ?? first
        while let from = next, let part = try queuePart(lane, from: from, of: rotation) {
            for var row in part.rows where row.position >= from {
                if let own {
                    guard let place = own.place(of: row.position, in: lane) else { continue }
                    row.position = place
                }
                guard try body(row) else { return }
            }
            let last = part.rows.last?.position ?? from
            next = own.map { $0.position(from: last + 1, in: lane) } ?? last + 1
        }
    }
}
