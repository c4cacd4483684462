public import FlywheelKit

/// The journal as far as it tells of what exists. What happened to several at once is told of those alone that are here; the
/// rank that a claim had among the rows of all accounts is left out.
extension ScopedStore {
    /// See ``Store/journalFaults()``.
    public func journalFaults() throws(StoreError) -> [JournalFault] { throw concernsAll("an audit of the journal") }

    /// The number of entries that tell of what exists.
    public func journalLength() throws(StoreError) -> Int64 {
        Int64(Set(try events().map(\.sequence)).count)
    }

    /// See ``Store/journalEnd()``. It is the place where the whole journal ends, as in the numbers of its entries.
    public func journalEnd() throws(StoreError) -> Int64 { try store.journalEnd() }

    /// See ``Store/events()``.
    public func events() throws(StoreError) -> [JournalLine] { try own(try store.events()) }

    /// See ``Store/events(after:limit:)``. Entries that tell of nothing here are read over, to the next that does or the end.
    public func events(after sequence: Int64, limit: Int) throws(StoreError) -> [JournalLine] {
        var last = sequence
        while true {
            let lines = try store.events(after: last, limit: limit)
            guard let newest = lines.last else { return [] }
            let own = try own(lines)
            if !own.isEmpty { return own }
            last = newest.sequence
        }
    }

    /// See ``Store/history(of:)``.
    public func history(of subject: String) throws(StoreError) -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        var ownership = Ownership(self)
        guard try ownership.includes(subject) else { return [] }
        return try store.history(of: subject).map { at, actor, event in
            var event = event.told
            if event.count > 1 { (event.subject, event.count) = (subject, 1) }
            return (at, actor, event)
        }
    }

    /// See ``Store/histories(of:)``.
    public func histories(of exceptions: [ExceptionID]) throws(StoreError) -> [ExceptionID: [WorkEvent]] {
        var own: [ExceptionID] = []
        for id in exceptions where try owns(id) { own.append(id) }
        return try store.histories(of: own).mapValues { events in
            events.map { WorkEvent(at: $0.at, by: $0.actor, $0.event.told) }
        }
    }

    /// Refuses an event about something that is not here, unless it is among `others`.
    func require(_ event: JournalEvent, besides others: Set<String> = []) throws(StoreError) {
        var ownership = Ownership(self)
        for subject in event.subjects where !others.contains(subject) {
            guard try ownership.includes(subject) else { throw .unknown(subject) }
        }
    }

    private func own(_ lines: [JournalLine]) throws(StoreError) -> [JournalLine] {
        var ownership = Ownership(self)
        var own: [JournalLine] = []
        for line in lines {
            for event in try ownership.parts(of: line.event) {
                var part = line
                part.event = event.told
                own.append(part)
            }
        }
        return own
    }
}

extension JournalEvent {
    /// The event without what it says about the rows of all accounts.
    fileprivate var told: JournalEvent {
        guard verb == .claimed else { return self }
        var told = self
        told.detail = ""
        return told
    }
}
