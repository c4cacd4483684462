import FlywheelKit
public import FlywheelStore

extension MemoryStore {
    /// See ``FlywheelStore/WorkStore/exceptions(listed:of:after:limit:)``.
    public func exceptions(
        listed list: ExceptionList, of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [ExceptionRecord] {
        let work = currentWork
        let listed = work.exceptions.lazy.filter { exception in
            exception.id > id && accounts?.contains(exception.fingerprint.subject.account) ?? true
                && work.holds(exception, list)
        }
        return Array(listed.prefix(limit))
    }

    /// See ``FlywheelStore/WorkStore/countExceptions(listed:of:limit:)``.
    public func countExceptions(
        listed list: ExceptionList, of accounts: Set<String>?, limit: Int
    ) throws(StoreError) -> Int {
        try exceptions(listed: list, of: accounts, after: ExceptionID(0), limit: limit).count
    }

    /// See ``FlywheelStore/WorkStore/outcomes(of:after:limit:)``.
    public func outcomes(
        of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [OutcomeRecord] {
        let work = currentWork
        return try exceptions(listed: .ended, of: accounts, after: id, limit: limit).compactMap { work.outcomes[$0.id] }
    }

    /// See ``FlywheelStore/WorkStore/listings(of:after:limit:)``.
    public func listings(
        of accounts: Set<String>?, after place: RankedListing.Place?, limit: Int
    ) throws(StoreError) -> [RankedListing] {
        let listings = currentWork.listings(of: accounts).filter { listing in place.map { $0 < listing.place } ?? true }
        return Array(listings.prefix(limit))
    }

    /// See ``FlywheelStore/WorkStore/countListings(of:)``.
    public func countListings(of accounts: Set<String>?) throws(StoreError) -> ClosedRange<Int> {
        let count = currentWork.listings(of: accounts).count
        return count...count
    }
}

extension MemoryWork {
    /// The listings on which something waits for work, as they were ranked.
    fileprivate func listings(of accounts: Set<String>?) -> [RankedListing] {
        let entries = queue.compactMap(entry).filter { entry in
            let subject = entry.exception.fingerprint.subject
            return subject.kind == .listing && !entry.exception.isGroup && accounts?.contains(subject.account) ?? true
        }
        func atRisk(_ entries: [QueueEntry]) -> Int64 { entries.reduce(0) { $0 + ($1.row.atRisk ?? 0) } }
        return Dictionary(grouping: entries, by: \.exception.fingerprint.subject).compactMap { subject, entries in
            let open = entries.filter(\.exception.state.isOpen)
            guard !open.isEmpty, let first = entries.map(\.exception.id).min() else { return nil }
            return RankedListing(
                subject: subject, place: RankedListing.Place(atRisk: atRisk(entries), exception: first),
                atRisk: atRisk(open))
        }.sorted { $0.place < $1.place }
    }

    fileprivate func holds(_ exception: ExceptionRecord, _ list: ExceptionList) -> Bool {
        switch list {
        case .unfinished: !exception.state.isFinal
        case .ended: outcomes[exception.id] != nil
        case .all: !exception.state.isFinal || outcomes[exception.id] != nil
        }
    }
}
