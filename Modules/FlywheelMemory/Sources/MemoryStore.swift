public import FlywheelKit
public import FlywheelStore
import Synchronization

/// A store that keeps nothing: for a trial over files that shall leave no trace, and for tests.
///
/// It behaves as every store does, but ends with the object. Readers look at one consistent state and do not wait for
/// one another.
public final class MemoryStore: Store {
    private let facts: Mutex<MemoryFacts>
    private let work = Mutex(MemoryWork())

    /// An empty store.
    ///
    /// - Parameter rowsPerChunk: how many rows a chunk holds, few to show what happens between chunks; `nil` goes by the
    ///   size of the catalogue.
    public init(rowsPerChunk: Int? = Chunk.capacity) { facts = Mutex(MemoryFacts(rowsPerChunk: rowsPerChunk)) }

    /// The facts as they are now; what changes later changes a copy.
    var currentFacts: MemoryFacts { facts.withLock { $0 } }

    /// The work as it is now.
    var currentWork: MemoryWork { work.withLock { $0 } }

    func withFacts<Result: Sendable>(
        _ body: (inout MemoryFacts) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try facts.withLock { facts throws(StoreError) in try body(&facts) }
    }

    func withWork<Result: Sendable>(
        _ body: (inout MemoryWork) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try work.withLock { work throws(StoreError) in try body(&work) }
    }

    // MARK: Journal

    /// See ``FlywheelStore/Store/journalFaults()``.
    public func journalFaults() throws(StoreError) -> [JournalFault] {
        let work = currentWork
        var audit = work.journal.audit()
        for record in currentFacts.finished { audit.check(record.id.description, is: record.state.rawValue) }
        for exception in work.exceptions { audit.check(exception.id.description, is: exception.state.rawValue) }
        for change in work.listingChanges { audit.check(change.id.description, is: change.state.rawValue) }
        for record in work.cases.records.values { audit.check(record.id.description, is: record.state) }
        for record in work.loop.all { audit.check(record.id, is: record.state) }
        for record in work.outbox.subscriptions { audit.check(record.id.description, is: record.state.rawValue) }
        for person in work.people.people { audit.check(person.id.description, is: person.state) }
        return audit.faults.sorted { $0.sequence < $1.sequence }
    }

    /// See ``FlywheelStore/Store/journalLength()``.
    public func journalLength() throws(StoreError) -> Int64 { Int64(currentWork.journal.entries.count) }

    /// See ``FlywheelStore/Store/events()``.
    public func events() throws(StoreError) -> [JournalLine] { currentWork.journal.lines }

    /// See ``FlywheelStore/Store/events(after:limit:)``.
    public func events(after sequence: Int64, limit: Int) throws(StoreError) -> [JournalLine] {
        currentWork.journal.lines(after: sequence, limit: limit)
    }

    /// See ``FlywheelStore/Store/journalEnd()``.
    public func journalEnd() throws(StoreError) -> Int64 { currentWork.journal.end }

    /// See ``FlywheelStore/Store/history(of:)``.
    public func history(of subject: String) throws(StoreError) -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        currentWork.journal.history(of: subject)
    }

    /// See ``FlywheelStore/Store/histories(of:)``.
    public func histories(of exceptions: [ExceptionID]) throws(StoreError) -> [ExceptionID: [WorkEvent]] {
        let journal = currentWork.journal
        return exceptions.reduce(into: [:]) { histories, id in
            let own = journal.history(of: id.description).filter { $0.event.count == 1 }
            if !own.isEmpty { histories[id] = own.map { WorkEvent(at: $0.at, by: $0.actor, $0.event) } }
        }
    }
}
