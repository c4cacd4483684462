import FlywheelKit
import FlywheelStore
import GRDB

extension ExceptionRecord.State {
    /// The states by the number they are kept as. Those that are open come first, then those not finished, so that
    /// indexes can tell by one comparison; a new one is added at the end.
    static let stored: [Self] = [
        .predicted, .active, .notFixed, .verifying, .verified, .unverified, .cleared, .lapsed, .withdrawn,
        .dismissed,
    ]

    /// The number it is kept as.
    var number: Int64 {
        switch self {
        case .predicted: 0
        case .active: 1
        case .notFixed: 2
        case .verifying: 3
        case .verified: 4
        case .unverified: 5
        case .cleared: 6
        case .lapsed: 7
        case .withdrawn: 8
        case .dismissed: 9
        }
    }

    /// The state of that number.
    init(number: Int64) throws(StoreError) {
        guard let place = Int(exactly: number), Self.stored.indices.contains(place) else {
            throw .failed("column state holds \(number), which is no State")
        }
        self = Self.stored[place]
    }
}

/// Reads exceptions from rows that hold ``columns``.
struct ExceptionReader {
    /// What it reads of an exception, in order.
    static let columns = """
        id, family, code, discriminator, version, state, onset, detected, opened, changed, previous, due, claimed, \
        closed, owner, assigned_by, claimed_by, closed_by, root_cause, snooze, steps_done, source, model, evidence, \
        exposure, terms_at_open, terms_at_close, parent, predicted, came_true, order_arrives
        """
    private var families: Families

    init(_ db: Database) { families = Families(db) }

    /// The exception in the next columns of a row.
    mutating func record(_ row: inout RowReader) throws -> ExceptionRecord {
        let id = ExceptionID(try row.integer())
        let family = try families.family(row.integer())
        let fingerprint = family.fingerprint(code: try row.text(), discriminator: try row.text())
        let version = Int(try row.integer())
        let state = try ExceptionRecord.State(number: row.integer())
        let onset = try row.optionalInstant()
        let detected = Instant(seconds: try row.integer())
        let opened = RotationID(try row.integer())
        let changed = RotationID(try row.integer())
        let previous = try row.optionalInteger().map { ExceptionID($0) }
        let due = try row.optionalInstant()
        let claimed = try row.optionalInstant()
        let closed = try row.optionalInstant()
        let owner = try row.optionalText()
        let assignedBy = try row.optionalText()
        let claimedBy = try row.optionalText()
        let closedBy = try row.optionalText()
        let rootCause = try row.optionalText()
        let snooze = try row.optionalText().map { try CanonicalJSON.value(Snooze.self, from: $0) }
        let stepsDone = try row.text().split(separator: " ").compactMap { Int($0) }
        let source: ExceptionRecord.Source = try row.word("source")
        let model = try row.text()
        var record = ExceptionRecord(
            id: id, fingerprint: fingerprint, source: source, state: state, onset: onset, detected: detected,
            opened: opened, evidence: EvidenceText(try row.text()), exposure: try row.exposure(of: id), model: model,
            previous: previous)
        record.version = version
        record.changed = changed
        record.due = due
        record.claimed = claimed
        record.closed = closed
        record.owner = owner
        record.assignedBy = assignedBy
        record.claimedBy = claimedBy
        record.closedBy = closedBy
        record.rootCause = rootCause
        record.snooze = snooze
        record.stepsDone = stepsDone
        record.termsAtOpen = try row.optionalBlob() ?? []
        record.termsAtClose = try row.optionalBlob()
        record.parent = try row.optionalInteger().map { ExceptionID($0) }
        record.predicted = try row.optionalInstant()
        record.cameTrue = try row.optionalInstant()
        record.orderArrives = try row.optionalInstant()
        return record
    }
}

extension BulkStatement {
    /// Binds what may change of an exception, in the order that inserting and replacing share.
    ///
    /// - Parameter evidence: the exception's, written down.
    mutating func bindChanging(_ exception: ExceptionRecord, evidence: String, in rotation: RotationID) throws {
        bind(exception.state.number)
        bind(exception.onset?.seconds)
        bind(rotation.number)
        bind(exception.previous?.number)
        bind(exception.due?.seconds)
        bind(exception.claimed?.seconds)
        bind(exception.closed?.seconds)
        bind(exception.owner)
        bind(exception.assignedBy)
        bind(exception.claimedBy)
        bind(exception.closedBy)
        bind(exception.rootCause)
        bind(try exception.snooze.map(CanonicalJSON.text))
        bind(exception.stepsDone.map(String.init).joined(separator: " "))
        bind(exception.model)
        bind(evidence)
        bind(ExposureCodec.encode(exception.exposure))
        bind(exception.termsAtClose)
        bind(exception.parent?.number)
        bind(exception.predicted?.seconds)
        bind(exception.cameTrue?.seconds)
        bind(exception.orderArrives?.seconds)
    }
}

extension Database {
    /// Adds exceptions that a rotation opens, each with its evidence written down.
    func insert(
        _ exceptions: some Sequence<(exception: ExceptionRecord, evidence: String)>, opened rotation: RotationID
    ) throws {
        var families = Families(self)
        var statement = try BulkStatement(
            self,
            """
            INSERT INTO exception (state, onset, changed, previous, due, claimed, closed, owner, assigned_by,
                claimed_by, closed_by, root_cause, snooze, steps_done, model, evidence, exposure, terms_at_close, parent,
                predicted, came_true, order_arrives, id, family, code, discriminator, version, source, detected, opened,
                terms_at_open)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
            """)
        for (exception, evidence) in exceptions {
            try statement.bindChanging(exception, evidence: evidence, in: rotation)
            statement.bind(exception.id.number)
            statement.bind(try families.numberMakingOne(of: FingerprintFamily(exception.fingerprint)))
            statement.bind(exception.fingerprint.subject.code)
            statement.bind(exception.fingerprint.discriminator)
            statement.bind(exception.source.rawValue)
            statement.bind(exception.detected.seconds)
            statement.bind(rotation.number)
            statement.bind(exception.termsAtOpen)
            try statement.run()
        }
    }

    /// Replaces everything that may change of exceptions, and counts the changes.
    ///
    /// - Parameter handled: the current rotation, where a person changed them.
    /// - Returns: those whose version was no longer the one expected.
    func replace(
        _ changes: [(exception: ExceptionRecord, expecting: Int)], handled: Int64? = nil
    ) throws -> [ExceptionID] {
        var statement = try BulkStatement(
            self,
            """
            UPDATE exception SET state = ?, onset = ?, changed = ?, previous = ?, due = ?, claimed = ?, closed = ?,
                owner = ?, assigned_by = ?, claimed_by = ?, closed_by = ?, root_cause = ?, snooze = ?, steps_done = ?,
                model = ?, evidence = ?, exposure = ?, terms_at_close = ?, parent = ?, predicted = ?, came_true = ?,
                order_arrives = ?, terms_at_open = COALESCE(?, terms_at_open), handled = COALESCE(?, handled), version = version + 1
            WHERE id = ? AND version = ?
            """)
        var outdated: [ExceptionID] = []
        for (exception, version) in changes {
            try statement.bindChanging(exception, evidence: exception.evidence.text(), in: exception.changed)
            // What a person adds gets its first terms from a later rotation; what a stage finds opens with them.
            statement.bind(exception.source == .person ? exception.termsAtOpen : nil)
            statement.bind(handled)
            statement.bind(exception.id.number)
            statement.bind(Int64(version))
            try statement.run()
            if changesCount != 1 { outdated.append(exception.id) }
        }
        return outdated
    }
}
