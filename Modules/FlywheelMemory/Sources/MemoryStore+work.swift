public import FlywheelKit
public import FlywheelStore

extension MemoryStore {
    /// See ``FlywheelStore/WorkStore/beginRotation(asOf:currency:)``.
    public func beginRotation(asOf: Instant, currency: Currency) throws(StoreError) -> RotationID {
        try withWork { work throws(StoreError) in work.begin() }
    }

    /// See ``FlywheelStore/WorkStore/reserveExceptions(_:)``.
    public func reserveExceptions(_ count: Int) throws(StoreError) -> ExceptionID {
        try withWork { work throws(StoreError) in work.reserve(count) }
    }

    /// See ``FlywheelStore/WorkStore/stage(_:for:)``.
    public func stage(_ exceptions: [ExceptionRecord], for rotation: RotationID) throws(StoreError) {
        try withWork { work throws(StoreError) in try work.stage(exceptions, for: rotation) }
    }

    /// See ``FlywheelStore/WorkStore/stage(_:for:)``.
    public func stage(_ queue: [QueueRow], for rotation: RotationID) throws(StoreError) {
        try withWork { work throws(StoreError) in try work.stage(queue, for: rotation) }
    }

    /// See ``FlywheelStore/WorkStore/publish(_:)``.
    public func publish(_ turn: Turn) throws(StoreError) {
        try withWork { work throws(StoreError) in try work.publish(turn) }
    }

    /// See ``FlywheelStore/WorkStore/currentRotation()``.
    public func currentRotation() throws(StoreError) -> RotationRecord? { currentWork.current }

    /// See ``FlywheelStore/WorkStore/unfinishedExceptions()``.
    public func unfinishedExceptions() throws(StoreError) -> [ExceptionRecord] {
        currentWork.exceptions.filter { !$0.state.isFinal }
    }

    /// See ``FlywheelStore/WorkStore/unfinishedIDs()``.
    public func unfinishedIDs() throws(StoreError) -> ClosedRange<ExceptionID>? {
        let unfinished = try unfinishedExceptions()
        guard let first = unfinished.first, let last = unfinished.last else { return nil }
        return first.id...last.id
    }

    /// See ``FlywheelStore/WorkStore/readUnfinished(_:_:)``.
    public func readUnfinished(
        _ ids: ClosedRange<ExceptionID>, _ body: (ExceptionLine) -> Void
    ) throws(StoreError) {
        let work = currentWork
        for exception in work.exceptions where !exception.state.isFinal && ids.contains(exception.id) {
            guard let family = work.families[FingerprintFamily(exception.fingerprint)] else { continue }
            body(ExceptionLine(exception, family: family))
        }
    }

    /// See ``FlywheelStore/WorkStore/handledExceptions()``.
    public func handledExceptions() throws(StoreError) -> [ExceptionRecord] {
        let work = currentWork
        return work.exceptions.filter { !$0.state.isFinal && work.handled.contains($0.id) }
    }

    /// See ``FlywheelStore/WorkStore/detections(of:accounts:since:)``.
    public func detections(
        of workflow: String, accounts: Set<String>?, since moment: Instant
    ) throws(StoreError) -> [Instant: Int] {
        currentWork.exceptions.reduce(into: [:]) { counts, exception in
            let fingerprint = exception.fingerprint
            guard !exception.state.isFinal, fingerprint.workflow == workflow, exception.detected >= moment,
                accounts?.contains(fingerprint.subject.account) ?? true
            else { return }
            counts[exception.detected, default: 0] += 1
        }
    }

    /// See ``FlywheelStore/WorkStore/exceptions(on:)``.
    public func exceptions(on subject: Subject) throws(StoreError) -> [ExceptionRecord] {
        currentWork.exceptions.filter { $0.fingerprint.subject == subject }
    }

    /// See ``FlywheelStore/WorkStore/dismissedExceptions()``.
    public func dismissedExceptions() throws(StoreError) -> [ExceptionRecord] {
        let work = currentWork
        return work.dismissed.sorted().compactMap(work.exception)
    }

    /// See ``FlywheelStore/WorkStore/lastFinal(of:)``.
    public func lastFinal(of fingerprints: [Fingerprint]) throws(StoreError) -> [Fingerprint: ExceptionRecord] {
        let work = currentWork
        guard work.hasFinal else { return [:] }
        return fingerprints.reduce(into: [:]) { found, fingerprint in
            found[fingerprint] = work.lastFinal(of: fingerprint)
        }
    }

    /// See ``FlywheelStore/WorkStore/members(of:)``.
    public func members(of id: ExceptionID) throws(StoreError) -> [ExceptionRecord] {
        currentWork.exceptions.filter { $0.parent == id }
    }

    /// See ``FlywheelStore/WorkStore/exception(_:)``.
    public func exception(_ id: ExceptionID) throws(StoreError) -> ExceptionRecord? { currentWork.exception(id) }

    /// See ``FlywheelStore/WorkStore/exceptionIDs(in:of:)``.
    public func exceptionIDs(
        in range: ClosedRange<ExceptionID>, of accounts: Set<String>
    ) throws(StoreError) -> [ExceptionID] {
        currentWork.exceptions.filter { range.contains($0.id) && accounts.contains($0.fingerprint.subject.account) }
            .map(\.id)
    }

    /// See ``FlywheelStore/WorkStore/queue(_:of:after:limit:)``.
    public func queue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, after position: Int, limit: Int
    ) throws(StoreError) -> [QueueEntry] { currentWork.page(lane, of: accounts, after: position, limit: limit) }

    /// See ``FlywheelStore/WorkStore/readQueue(_:of:_:where:_:)``.
    public func readQueue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, _ positions: ClosedRange<Int>,
        where takes: (QueueRow) -> Bool, _ body: (QueueLine) -> Void
    ) throws(StoreError) -> Bool {
        let rows = currentWork.page(lane, of: accounts, after: positions.lowerBound - 1, limit: .max)
        for entry in rows where entry.row.position <= positions.upperBound && takes(entry.row) { body(entry.line) }
        return rows.contains { $0.row.position > positions.upperBound }
    }

    /// See ``FlywheelStore/WorkStore/place(of:among:)``.
    public func place(of id: ExceptionID, among accounts: Set<String>?) throws(StoreError) -> QueueEntry? {
        currentWork.place(of: id, among: accounts)
    }

    /// See ``FlywheelStore/WorkStore/places(on:)``. A listing's rows are its own and those on its product as a subject;
    /// rows whose exception has been closed since the rotation are among them.
    public func places(on subject: Subject) throws(StoreError) -> [QueueEntry] {
        let product = subject.kind == .listing ? currentFacts.product(of: subject) : nil
        let both =
            [subject]
            + (product.map { code in
                [Subject(.product, account: subject.account, marketplace: subject.marketplace, code: code)]
            } ?? [])
        return currentWork.rows(on: both)
    }

    /// See ``FlywheelStore/WorkStore/openCounts(of:)``.
    public func openCounts(of accounts: Set<String>?) throws(StoreError) -> [QueueRow.Lane: Int] {
        currentWork.openCounts(of: accounts)
    }

    /// See ``FlywheelStore/WorkStore/outcomes()``.
    public func outcomes() throws(StoreError) -> [OutcomeRecord] {
        currentWork.outcomes.values.sorted { $0.exception < $1.exception }
    }

    /// See ``FlywheelStore/WorkStore/outcomes(endedSince:)``.
    public func outcomes(endedSince moment: Instant) throws(StoreError) -> [OutcomeRecord] {
        try outcomes().filter { $0.ended >= moment }.map { outcome in
            var outcome = outcome
            if outcome.predicted == nil { outcome.termsAtOpen = [] }
            outcome.termsAtEnd = []
            return outcome
        }
    }

    /// See ``FlywheelStore/WorkStore/outcomeIDs()``.
    public func outcomeIDs() throws(StoreError) -> (first: ExceptionID, last: ExceptionID, count: Int)? {
        let ids = currentWork.outcomes.keys
        guard let first = ids.min(), let last = ids.max() else { return nil }
        return (first, last, ids.count)
    }

    /// See ``FlywheelStore/WorkStore/readOutcomes(_:_:)``.
    public func readOutcomes(
        _ ids: ClosedRange<ExceptionID>, _ body: (OutcomeLine) -> Void
    ) throws(StoreError) {
        let work = currentWork
        for (id, outcome) in work.outcomes.sorted(by: { $0.key < $1.key }) where ids.contains(id) {
            guard let family = work.families[FingerprintFamily(outcome.fingerprint)] else { continue }
            body(OutcomeLine(outcome, family: family))
        }
    }

    /// See ``FlywheelStore/WorkStore/usedCauses(of:)``.
    public func usedCauses(of accounts: Set<String>?) throws(StoreError) -> [UsedCause] {
        let work = currentWork
        func counts(_ fingerprint: Fingerprint) -> Bool { accounts?.contains(fingerprint.subject.account) ?? true }
        let outcomes = work.outcomes.values.filter { !$0.isGroup && counts($0.fingerprint) }
        let ended = outcomes.compactMap { outcome in
            outcome.rootCause.map { (workflow: outcome.fingerprint.workflow, cause: $0, at: outcome.ended) }
        }
        let closed = work.exceptions.filter { $0.state == .verifying && !$0.isGroup && counts($0.fingerprint) }
        let waiting = closed.compactMap { exception in
            exception.rootCause.flatMap { cause in
                exception.closed.map { (workflow: exception.fingerprint.workflow, cause: cause, at: $0) }
            }
        }
        let closes = Dictionary(grouping: ended + waiting) { [$0.workflow, $0.cause] }
        return closes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { key, closes in
            closes.map(\.at).max().map {
                UsedCause(workflow: key[0], cause: key[1], count: closes.count, last: $0)
            }
        }
    }

    /// See ``FlywheelStore/WorkStore/families()``.
    public func families() throws(StoreError) -> [Int64: FingerprintFamily] {
        Dictionary(currentWork.families.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// See ``FlywheelStore/WorkStore/rotations()``.
    public func rotations() throws(StoreError) -> [RotationRecord] { currentWork.rotations }

    /// See ``FlywheelStore/WorkStore/stageStates()``.
    public func stageStates() throws(StoreError) -> [StageState] {
        currentWork.states.values.sorted { $0.workflow < $1.workflow }
    }

    /// See ``FlywheelStore/WorkStore/tiers()``.
    public func tiers() throws(StoreError) -> [TierColumn] { currentWork.tiers }
}
