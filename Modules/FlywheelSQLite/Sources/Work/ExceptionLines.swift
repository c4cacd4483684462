public import FlywheelStore
import FlywheelKit
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/unfinishedIDs()``.
    public func unfinishedIDs() throws(StoreError) -> ClosedRange<ExceptionID>? {
        try read { db in
            var bounds: ClosedRange<ExceptionID>?
            var statement = try BulkStatement(db, Self.unfinishedIDsSQL)
            try statement.forEachRow { row in
                guard let first = try row.optionalInteger(), let last = try row.optionalInteger() else { return }
                bounds = ExceptionID(first)...ExceptionID(last)
            }
            return bounds
        }
    }

    /// See ``FlywheelStore/WorkStore/readUnfinished(_:_:)``.
    public func readUnfinished(
        _ ids: ClosedRange<ExceptionID>, _ body: (ExceptionLine) -> Void
    ) throws(StoreError) {
        try read { db in
            var statement = try BulkStatement(db, Self.unfinishedLinesSQL)
            statement.bind(ids.lowerBound.number)
            statement.bind(ids.upperBound.number)
            try statement.forEachRow { row in body(try ExceptionLine(&row)) }
        }
    }

    static let unfinishedIDsSQL = """
        SELECT (SELECT MIN(id) FROM exception INDEXED BY exception_unfinished WHERE state < 4),
            (SELECT MAX(id) FROM exception INDEXED BY exception_unfinished WHERE state < 4)
        """

    static let unfinishedLinesSQL = """
        SELECT id, family, code, discriminator, source, state, onset, detected, predicted, came_true, order_arrives, due,
            owner, assigned_by, closed, closed_by, root_cause, steps_done, previous, terms_at_open
        FROM exception INDEXED BY exception_unfinished
        WHERE id BETWEEN ? AND ? AND state < 4 AND \(published) ORDER BY id
        """
}

extension ExceptionLine {
    fileprivate init(_ row: inout RowReader) throws {
        self.init(
            id: ExceptionID(try row.integer()), family: try row.integer(), code: try row.text(),
            discriminator: try row.text(), source: try row.word("source"),
            state: try ExceptionRecord.State(number: row.integer()), onset: try row.optionalInstant(),
            detected: Instant(seconds: try row.integer()), predicted: try row.optionalInstant(),
            cameTrue: try row.optionalInstant(), orderArrives: try row.optionalInstant(),
            due: try row.optionalInstant(),
            owner: try row.optionalText(), assignedBy: try row.optionalText(), closed: try row.optionalInstant(),
            closedBy: try row.optionalText(),
            rootCause: try row.optionalText(), stepsDone: try row.text().split(separator: " ").count,
            previous: try row.optionalInteger().map { ExceptionID($0) }, termsAtOpen: try row.optionalBlob() ?? [])
    }
}
