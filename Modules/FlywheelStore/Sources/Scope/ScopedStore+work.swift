public import FlywheelKit

/// An exception belongs to the account of its subject; so does all that is kept of it.
extension ScopedStore {
    /// See ``WorkStore/unfinishedExceptions()``.
    public func unfinishedExceptions() throws(StoreError) -> [ExceptionRecord] {
        try store.unfinishedExceptions().filter(owns)
    }

    /// See ``WorkStore/unfinishedIDs()``. Where there are any, the last may be another account's: it says no more than how many
    /// were ever opened, as ids of one's own do.
    public func unfinishedIDs() throws(StoreError) -> ClosedRange<ExceptionID>? {
        let first = try store.exceptions(listed: .unfinished, of: accounts, after: ExceptionID(0), limit: 1).first?.id
        guard let first, let all = try store.unfinishedIDs(), first <= all.upperBound else { return nil }
        return first...all.upperBound
    }

    /// See ``WorkStore/readUnfinished(_:_:)``.
    public func readUnfinished(
        _ ids: ClosedRange<ExceptionID>, _ body: (ExceptionLine) -> Void
    ) throws(StoreError) {
        let families = Set(try families().keys)
        try store.readUnfinished(ids) { line in if families.contains(line.family) { body(line) } }
    }

    /// See ``WorkStore/handledExceptions()``.
    public func handledExceptions() throws(StoreError) -> [ExceptionRecord] {
        try store.handledExceptions().filter(owns)
    }

    /// See ``WorkStore/detections(of:accounts:since:)``.
    public func detections(
        of workflow: String, accounts: Set<String>?, since moment: Instant
    ) throws(StoreError) -> [Instant: Int] {
        try store.detections(
            of: workflow, accounts: accounts.map(self.accounts.intersection) ?? self.accounts, since: moment)
    }

    /// See ``WorkStore/exceptions(on:)``.
    public func exceptions(on subject: Subject) throws(StoreError) -> [ExceptionRecord] {
        owns(subject) ? try store.exceptions(on: subject) : []
    }

    /// See ``WorkStore/dismissedExceptions()``.
    public func dismissedExceptions() throws(StoreError) -> [ExceptionRecord] {
        try store.dismissedExceptions().filter(owns)
    }

    /// See ``WorkStore/lastFinal(of:)``.
    public func lastFinal(of fingerprints: [Fingerprint]) throws(StoreError) -> [Fingerprint: ExceptionRecord] {
        try store.lastFinal(of: fingerprints.filter { owns($0.subject) })
    }

    /// See ``WorkStore/members(of:)``.
    public func members(of id: ExceptionID) throws(StoreError) -> [ExceptionRecord] {
        try store.members(of: id).filter(owns)
    }

    /// See ``WorkStore/exception(_:)``.
    public func exception(_ id: ExceptionID) throws(StoreError) -> ExceptionRecord? {
        guard let exception = try store.exception(id), owns(exception) else { return nil }
        return exception
    }

    /// See ``WorkStore/exceptionIDs(in:of:)``.
    public func exceptionIDs(
        in range: ClosedRange<ExceptionID>, of accounts: Set<String>
    ) throws(StoreError) -> [ExceptionID] {
        try store.exceptionIDs(in: range, of: accounts.intersection(self.accounts))
    }

    /// See ``WorkStore/exceptions(listed:of:after:limit:)``.
    public func exceptions(
        listed list: ExceptionList, of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [ExceptionRecord] {
        try store.exceptions(listed: list, of: narrowed(accounts), after: id, limit: limit)
    }

    /// See ``WorkStore/countExceptions(listed:of:limit:)``.
    public func countExceptions(
        listed list: ExceptionList, of accounts: Set<String>?, limit: Int
    ) throws(StoreError) -> Int {
        try store.countExceptions(listed: list, of: narrowed(accounts), limit: limit)
    }

    /// See ``WorkStore/change(_:expecting:event:note:by:at:)``.
    public func change(
        _ exception: ExceptionRecord, expecting version: Int, event: JournalEvent?, note: String?, by actor: Actor,
        at: Instant
    ) throws(StoreError) {
        try require(exception.id)
        try require(account: exception.fingerprint.subject.account)
        if let event { try require(event, besides: [exception.id.description]) }
        try store.change(exception, expecting: version, event: event, note: note, by: actor, at: at)
    }

    /// See ``WorkStore/add(_:note:by:at:)``.
    public func add(
        _ exception: ExceptionRecord, note: String?, by actor: Actor, at: Instant
    ) throws(StoreError) -> ExceptionID {
        try require(account: exception.fingerprint.subject.account)
        return try store.add(exception, note: note, by: actor, at: at)
    }

    /// See ``WorkStore/record(_:by:at:)``.
    public func record(_ event: JournalEvent, by actor: Actor, at: Instant) throws(StoreError) {
        try require(event)
        try store.record(event, by: actor, at: at)
    }

    /// See ``WorkStore/notes(on:)``.
    public func notes(on id: ExceptionID) throws(StoreError) -> [NoteRecord] {
        try owns(id) ? try store.notes(on: id) : []
    }

    /// See ``WorkStore/lastStep(by:of:)``. Where the last of all was a change of something else, there is none.
    public func lastStep(by name: String, of id: ExceptionID?) throws(StoreError) -> WorkStep? {
        guard let step = try store.lastStep(by: name, of: id), try owns(step.exception) else { return nil }
        return step
    }

    /// See ``WorkStore/undo(_:by:at:)``. A step is only what the store itself gave out as the last one.
    public func undo(_ step: WorkStep, by actor: Actor, at: Instant) throws(StoreError) -> ExceptionRecord {
        try require(step.exception)
        guard try store.lastStep(by: actor.name, of: step.exception) == step else {
            throw .changedMeanwhile([step.exception])
        }
        return try store.undo(step, by: actor, at: at)
    }

    // MARK: Queue

    /// See ``WorkStore/queue(_:of:after:limit:)``.
    public func queue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, after position: Int, limit: Int
    ) throws(StoreError) -> [QueueEntry] {
        try store.queue(lane, of: narrowed(accounts), after: position, limit: limit)
    }

    /// See ``WorkStore/readQueue(_:of:_:where:_:)``.
    public func readQueue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, _ positions: ClosedRange<Int>,
        where takes: (QueueRow) -> Bool, _ body: (QueueLine) -> Void
    ) throws(StoreError) -> Bool {
        try store.readQueue(lane, of: narrowed(accounts), positions, where: takes, body)
    }

    /// See ``WorkStore/place(of:among:)``.
    public func place(of id: ExceptionID, among accounts: Set<String>?) throws(StoreError) -> QueueEntry? {
        try store.place(of: id, among: narrowed(accounts))
    }

    /// See ``WorkStore/places(on:)``.
    public func places(on subject: Subject) throws(StoreError) -> [QueueEntry] {
        guard owns(subject) else { return [] }
        return try own(try store.places(on: subject))
    }

    /// See ``WorkStore/snoozed()``.
    public func snoozed() throws(StoreError) -> [QueueEntry] { try own(try store.snoozed()) }

    /// See ``WorkStore/openCounts(of:)``.
    public func openCounts(of accounts: Set<String>?) throws(StoreError) -> [QueueRow.Lane: Int] {
        try store.openCounts(of: narrowed(accounts))
    }

    /// See ``WorkStore/listings(of:after:limit:)``.
    public func listings(
        of accounts: Set<String>?, after place: RankedListing.Place?, limit: Int
    ) throws(StoreError) -> [RankedListing] {
        try store.listings(of: narrowed(accounts), after: place, limit: limit)
    }

    /// See ``WorkStore/countListings(of:)``.
    public func countListings(of accounts: Set<String>?) throws(StoreError) -> ClosedRange<Int> {
        try store.countListings(of: narrowed(accounts))
    }

    func narrowed(_ accounts: Set<String>?) -> Set<String> {
        accounts.map(self.accounts.intersection) ?? self.accounts
    }

    /// The entries that exist, with the positions they have among those.
    private func own(_ entries: [QueueEntry]) throws(StoreError) -> [QueueEntry] {
        var own: [QueueEntry] = []
        for entry in entries where owns(entry.exception) {
            if let place = try store.place(of: entry.exception.id, among: accounts) { own.append(place) }
        }
        return own
    }
}
