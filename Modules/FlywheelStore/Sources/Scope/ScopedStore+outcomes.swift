public import FlywheelKit

/// An outcome belongs to the account of its exception. The rank it was claimed at counted the rows of all accounts, and the
/// decision that was to prevent it is about all of them: both are left out.
extension ScopedStore {
    /// See ``WorkStore/outcomes()``.
    public func outcomes() throws(StoreError) -> [OutcomeRecord] { own(try store.outcomes()) }

    /// See ``WorkStore/outcomes(of:after:limit:)``.
    public func outcomes(
        of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [OutcomeRecord] {
        own(try store.outcomes(of: narrowed(accounts), after: id, limit: limit))
    }

    /// See ``WorkStore/outcomes(endedSince:)``.
    public func outcomes(endedSince moment: Instant) throws(StoreError) -> [OutcomeRecord] {
        own(try store.outcomes(endedSince: moment))
    }

    private func own(_ outcomes: [OutcomeRecord]) -> [OutcomeRecord] {
        outcomes.filter { owns($0.fingerprint.subject) }.map { outcome in
            var outcome = outcome
            outcome.work = outcome.work.map(own)
            return outcome
        }
    }

    /// See ``WorkStore/outcomeIDs()``. Outcomes are looked through to answer it.
    public func outcomeIDs() throws(StoreError) -> (first: ExceptionID, last: ExceptionID, count: Int)? {
        guard let all = try store.outcomeIDs() else { return nil }
        var found: (first: ExceptionID, last: ExceptionID, count: Int)?
        try readOutcomes(all.first...all.last) { line in
            found = (found?.first ?? line.exception, line.exception, (found?.count ?? 0) + 1)
        }
        return found
    }

    /// See ``WorkStore/readOutcomes(_:_:)``.
    public func readOutcomes(
        _ ids: ClosedRange<ExceptionID>, _ body: (OutcomeLine) -> Void
    ) throws(StoreError) {
        let families = Set(try families().keys)
        try store.readOutcomes(ids) { line in
            guard families.contains(line.family) else { return }
            var line = line
            line.work = line.work.map(own)
            body(line)
        }
    }

    /// See ``WorkStore/families()``.
    public func families() throws(StoreError) -> [Int64: FingerprintFamily] {
        try store.families().filter { accounts.contains($0.value.account) }
    }

    /// See ``WorkStore/usedCauses(of:)``.
    public func usedCauses(of accounts: Set<String>?) throws(StoreError) -> [UsedCause] {
        try store.usedCauses(of: narrowed(accounts))
    }

    private func own(_ work: OutcomeWork) -> OutcomeWork {
        var work = work
        work.rankAtClaim = nil
        work.prevention = nil
        return work
    }
}
