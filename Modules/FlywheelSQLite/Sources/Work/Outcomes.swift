import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/outcomes()``.
    public func outcomes() throws(StoreError) -> [OutcomeRecord] {
        try read { db in
            var outcomes: [OutcomeRecord] = []
            var statement = try BulkStatement(db, "SELECT * FROM outcome ORDER BY exception")
            try statement.forEachRow { row in outcomes.append(try OutcomeRecord(&row)) }
            return outcomes
        }
    }
}

extension Database {
    /// Writes what ended exceptions leave; a second outcome of one exception is refused.
    func insert(_ outcomes: [OutcomeRecord]) throws {
        var statement = try BulkStatement(
            self,
            "INSERT OR IGNORE INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for outcome in outcomes {
            let fingerprint = outcome.fingerprint
            statement.bind(outcome.exception.number)
            statement.bind(fingerprint.workflow)
            statement.bind(fingerprint.kind)
            statement.bind(fingerprint.subject.kind.rawValue)
            statement.bind(fingerprint.subject.account)
            statement.bind(fingerprint.subject.marketplace)
            statement.bind(fingerprint.subject.code)
            statement.bind(fingerprint.discriminator)
            statement.bind(ExposureCodec.encode(outcome.exposure))
            statement.bind(outcome.verdict.rawValue)
            statement.bind(outcome.rootCause)
            statement.bind(outcome.isVerified.map { $0 ? 1 : 0 })
            statement.bind(outcome.onset.seconds)
            statement.bind(outcome.detected.seconds)
            statement.bind(outcome.claimed?.seconds)
            statement.bind(outcome.ended.seconds)
            statement.bind(outcome.verified?.seconds)
            statement.bind(outcome.termsAtOpen)
            statement.bind(outcome.termsAtEnd)
            statement.bind(outcome.predicted?.seconds)
            statement.bind(outcome.cameTrue?.seconds)
            try statement.run()
            guard changesCount == 1 else {
                throw StoreError.refused("\(outcome.exception) has an outcome already; outcomes never change")
            }
        }
    }
}

extension OutcomeRecord {
    fileprivate init(_ row: inout RowReader) throws {
        let id = ExceptionID(try row.integer())
        let workflow = try row.text()
        let kind = try row.text()
        let subject = Subject(
            try row.word("subject"), account: try row.text(), marketplace: try row.text(), code: try row.text())
        self.init(
            exception: id,
            fingerprint: Fingerprint(
                workflow: workflow, kind: kind, subject: subject, discriminator: try row.text()),
            exposure: try row.exposure(of: id), verdict: try row.word("verdict"), rootCause: try row.optionalText(),
            isVerified: try row.optionalInteger().map { $0 != 0 }, onset: Instant(seconds: try row.integer()),
            detected: Instant(seconds: try row.integer()), claimed: try row.optionalInstant(),
            ended: Instant(seconds: try row.integer()), verified: try row.optionalInstant(),
            termsAtOpen: try row.optionalBlob() ?? [], termsAtEnd: try row.optionalBlob() ?? [],
            predicted: try row.optionalInstant(), cameTrue: try row.optionalInstant())
    }
}
