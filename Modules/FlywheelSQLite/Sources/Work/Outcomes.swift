public import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/outcomes()``.
    public func outcomes() throws(StoreError) -> [OutcomeRecord] {
        try read { db in
            var outcomes: [OutcomeRecord] = []
            var families = Families(db)
            var statement = try BulkStatement(
                db,
                """
                SELECT \(OutcomeLine.columns), exposure, at_open, at_end FROM outcome JOIN outcome_terms USING (exception)
                ORDER BY exception
                """)
            try statement.forEachRow { row in outcomes.append(try OutcomeRecord(&row, &families)) }
            return outcomes
        }
    }

    /// See ``FlywheelStore/WorkStore/outcomes(endedSince:)``. Lines are short, and looked through; what is long is read of those
    /// that count alone.
    public func outcomes(endedSince moment: Instant) throws(StoreError) -> [OutcomeRecord] {
        try read { db in
            var outcomes: [OutcomeRecord] = []
            var families = Families(db)
            var statement = try BulkStatement(
                db,
                """
                SELECT \(OutcomeLine.columns), exposure, CASE WHEN predicted IS NOT NULL THEN at_open END
                FROM outcome JOIN outcome_terms USING (exception) WHERE ended >= ? ORDER BY exception
                """)
            statement.bind(moment.seconds)
            try statement.forEachRow { row in
                let line = try OutcomeLine(&row)
                outcomes.append(
                    OutcomeRecord(
                        line, in: try families.family(line.family), exposure: try row.exposure(of: line.exception),
                        termsAtOpen: try row.optionalBlob() ?? [], termsAtEnd: []))
            }
            return outcomes
        }
    }

    /// See ``FlywheelStore/WorkStore/outcomeIDs()``.
    public func outcomeIDs() throws(StoreError) -> (first: ExceptionID, last: ExceptionID, count: Int)? {
        try read { db in
            let row = try Row.fetchOne(db, sql: "SELECT MIN(exception), MAX(exception), COUNT(*) FROM outcome")
            guard let row, let first = try row.get(0, as: Int64?.self), let last = try row.get(1, as: Int64?.self)
            else { return nil }
            return (ExceptionID(first), ExceptionID(last), try row.get(2))
        }
    }

    /// See ``FlywheelStore/WorkStore/readOutcomes(_:_:)``.
    public func readOutcomes(
        _ ids: ClosedRange<ExceptionID>, _ body: (OutcomeLine) -> Void
    ) throws(StoreError) {
        try read { db in
            var statement = try BulkStatement(
                db,
                "SELECT \(OutcomeLine.columns) FROM outcome WHERE exception BETWEEN ? AND ? ORDER BY exception")
            statement.bind(ids.lowerBound.number)
            statement.bind(ids.upperBound.number)
            try statement.forEachRow { row in body(try OutcomeLine(&row)) }
        }
    }

    /// See ``FlywheelStore/WorkStore/usedCauses(of:)``.
    public func usedCauses(of accounts: Set<String>?) throws(StoreError) -> [UsedCause] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT workflow, cause, SUM(closes) AS closes, MAX(last) AS last FROM (
                        SELECT family, root_cause AS cause, COUNT(*) AS closes, MAX(ended) AS last FROM outcome
                        WHERE root_cause IS NOT NULL AND source IS NOT 'group' GROUP BY family, cause
                        UNION ALL
                        SELECT family, root_cause, COUNT(*), MAX(closed) FROM visible_exception
                        WHERE state < 4 AND state = ?1 AND root_cause IS NOT NULL AND source <> 'group'
                        GROUP BY family, root_cause)
                    JOIN family ON family.id = family
                    WHERE ?2 IS NULL OR account IN (SELECT value FROM json_each(?2))
                    GROUP BY workflow, cause ORDER BY workflow, cause
                    """, arguments: [ExceptionRecord.State.verifying.number, accounts.map(Database.list)]
            ).map { row in
                try UsedCause(
                    workflow: row.get("workflow"), cause: row.get("cause"), count: row.get("closes"),
                    last: row.instant("last"))
            }
        }
    }

    /// See ``FlywheelStore/WorkStore/families()``.
    public func families() throws(StoreError) -> [Int64: FingerprintFamily] {
        try read { db in
            var families: [Int64: FingerprintFamily] = [:]
            var statement = try BulkStatement(
                db, "SELECT id, workflow, kind, subject, account, marketplace FROM family")
            try statement.forEachRow { row in families[try row.integer()] = try FingerprintFamily(&row) }
            return families
        }
    }
}

extension Database {
    /// Removes what exceptions left that have not ended after all; some left nothing.
    func takeBackOutcomes(of exceptions: [ExceptionID]) throws {
        for id in exceptions {
            try run("DELETE FROM outcome WHERE exception = ?", [id.number])
            try run("DELETE FROM outcome_terms WHERE exception = ?", [id.number])
        }
    }

    /// Writes what ended exceptions leave; a second outcome of one exception is refused.
    func insert(_ outcomes: [OutcomeRecord]) throws {
        var families = Families(self)
        let places = Array(repeating: "?", count: 40).joined(separator: ", ")
        var lines = try BulkStatement(
            self, "INSERT OR IGNORE INTO outcome (\(OutcomeLine.columns)) VALUES (\(places))")
        var terms = try BulkStatement(self, "INSERT INTO outcome_terms VALUES (?, ?, ?, ?)")
        for outcome in outcomes {
            let family = try families.numberMakingOne(of: FingerprintFamily(outcome.fingerprint))
            lines.bind(OutcomeLine(outcome, family: family))
            try lines.run()
            guard changesCount == 1 else {
                throw StoreError.refused("\(outcome.exception) has an outcome already; outcomes never change")
            }
            terms.bind(outcome.exception.number)
            terms.bind(ExposureCodec.encode(outcome.exposure))
            terms.bind(outcome.termsAtOpen)
            terms.bind(outcome.termsAtEnd)
            try terms.run()
        }
    }
}
