public import FlywheelKit

/// What is kept, and the few ways to change it. One conformance suite holds every implementation to the same behaviour.
///
/// - Everything written is invisible until it is finished: a staged import or rotation that a crash cut off leaves nothing.
/// - What a call has returned from is durable.
/// - Changes to exceptions name the version they were decided on; one that is out of date is refused, not merged.
public protocol Store: FactStore, WorkStore, ChangeStore, CaseStore, LearningStore, PeopleStore, OutboxStore,
    RequestStore
{
    /// Reads the whole journal and says where events or seals do not agree, first fault first; empty when all is well.
    func journalFaults() throws(StoreError) -> [JournalFault]
    /// The number of entries in the journal.
    func journalLength() throws(StoreError) -> Int64
    /// Everything that happened, oldest first.
    func events() throws(StoreError) -> [JournalLine]
    /// What happened in the entries after the one at `sequence`, oldest first: as many whole entries as have `limit` events
    /// together, and at least one. Empty where no later entry has an event.
    func events(after sequence: Int64, limit: Int) throws(StoreError) -> [JournalLine]
    /// The newest entry's place in the journal; 0 while there is none.
    func journalEnd() throws(StoreError) -> Int64
    /// Everything that happened to a subject, such as `X1042`, oldest first; what happened to several at once as well.
    func history(of subject: String) throws(StoreError) -> [(at: Instant, actor: Actor, event: JournalEvent)]
    /// What happened to each of these exceptions by itself, oldest first: all of its history but an opening together with
    /// others. One to which nothing did is left out.
    func histories(of exceptions: [ExceptionID]) throws(StoreError) -> [ExceptionID: [WorkEvent]]
}

/// Facts: what sources reported, as columns.
public protocol FactStore: Sendable {
    /// Begins an import that no reader sees until it is finished.
    func beginImport(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> ImportID
    /// Adds rows to an import. Rows are placed so that listings of one product share a chunk.
    func stage(_ rows: FactRows, for id: ImportID) throws(StoreError)
    /// Adds rows that did not become facts.
    func stage(_ rejects: [Reject], for id: ImportID) throws(StoreError)
    /// Makes an import visible, kept or quarantined, and journals it.
    func finishImport(_ id: ImportID, as state: ImportRecord.State, _ summary: ImportSummary) throws(StoreError)
    /// Forgets a staged import as though it had never begun.
    func abandonImport(_ id: ImportID) throws(StoreError)
    /// Accepts a quarantined import, or discards one that is quarantined or kept, and journals it.
    func decideImport(_ id: ImportID, accept: Bool, by actor: Actor, at: Instant) throws(StoreError)
    /// All finished imports, oldest first.
    func imports() throws(StoreError) -> [ImportRecord]
    /// The rejects of an import, by line, `limit` of them from the `offset`th on.
    func rejects(of id: ImportID, offset: Int, limit: Int) throws(StoreError) -> [Reject]

    /// The subjects that an import brought something of, whether it is finished or not.
    func subjects(of id: ImportID) throws(StoreError) -> SubjectSet

    /// All chunks of a kind, in the order they are worked through.
    func chunks(of kind: Subject.Kind) throws(StoreError) -> [ChunkPlace]
    /// Which subjects a chunk holds.
    func rows(of chunk: ChunkPlace) throws(StoreError) -> ChunkRows
    /// What the given imports brought to a chunk for some columns of a feed, in the order of `sources`; an import that
    /// brought nothing is left out.
    func facts(
        in chunk: ChunkPlace, feed: FeedKey, columns: [String], from sources: [ImportID]
    ) throws(StoreError) -> [FactBlock]
}

/// Work: exceptions, the queue, outcomes, what was learned.
public protocol WorkStore: Sendable {
    /// Begins a rotation that no reader sees until it is published; leftovers of unpublished ones are swept.
    func beginRotation(asOf: Instant, currency: Currency) throws(StoreError) -> RotationID
    /// Sets ids aside for exceptions a rotation is about to open.
    ///
    /// - Returns: the first of `count` that follow each other; those that are not used are never given again.
    func reserveExceptions(_ count: Int) throws(StoreError) -> ExceptionID
    /// Adds exceptions a rotation opens, each with an id set aside for it, in the order of their ids.
    func stage(_ exceptions: [ExceptionRecord], for rotation: RotationID) throws(StoreError)
    /// Adds rows of a rotation's queue, in any order: those of exceptions that wait for work once it is published.
    func stage(_ queue: [QueueRow], for rotation: RotationID) throws(StoreError)
    /// Makes a rotation's exceptions, changes, outcomes and queue visible at once, and journals them; nothing of it when
    /// another hand changed an exception meanwhile: the ids are in ``StoreError/changedMeanwhile(_:)``.
    func publish(_ turn: Turn) throws(StoreError)
    /// The newest published rotation.
    func currentRotation() throws(StoreError) -> RotationRecord?

    /// All exceptions that are not final, by id.
    func unfinishedExceptions() throws(StoreError) -> [ExceptionRecord]
    /// Ids between which all of them are; `nil` where there are none.
    func unfinishedIDs() throws(StoreError) -> ClosedRange<ExceptionID>?
    /// Looks at those of them in a range, by id. Several ranges may be read at the same time.
    func readUnfinished(
        _ ids: ClosedRange<ExceptionID>, _ body: (ExceptionLine) -> Void
    ) throws(StoreError)
    /// Those of them that a person changed since they were opened or added, by id: few, however many wait.
    func handledExceptions() throws(StoreError) -> [ExceptionRecord]
    /// How many exceptions of a workflow that are not final were first seen at each moment since one, groups among them, of
    /// some accounts alone where they are given.
    func detections(
        of workflow: String, accounts: Set<String>?, since moment: Instant
    ) throws(StoreError) -> [Instant: Int]
    /// All exceptions about one subject, those that have ended among them, oldest first.
    func exceptions(on subject: Subject) throws(StoreError) -> [ExceptionRecord]
    /// The newest final exception for each of these fingerprints that has one.
    func lastFinal(of fingerprints: [Fingerprint]) throws(StoreError) -> [Fingerprint: ExceptionRecord]
    /// The exceptions that people dismissed and that were not said to be over since, by id; none that stands for others.
    func dismissedExceptions() throws(StoreError) -> [ExceptionRecord]
    /// The exceptions that another stands for, final ones too, by id.
    func members(of id: ExceptionID) throws(StoreError) -> [ExceptionRecord]
    /// One exception.
    func exception(_ id: ExceptionID) throws(StoreError) -> ExceptionRecord?
    /// Which exceptions in a range of ids are of these accounts, ascending.
    func exceptionIDs(
        in range: ClosedRange<ExceptionID>, of accounts: Set<String>
    ) throws(StoreError) -> [ExceptionID]
    /// A part of a list, by id: the exceptions behind one, of some accounts alone where they are given.
    func exceptions(
        listed list: ExceptionList, of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [ExceptionRecord]
    /// How many a list holds; `limit` where there are as many or more.
    func countExceptions(
        listed list: ExceptionList, of accounts: Set<String>?, limit: Int
    ) throws(StoreError) -> Int
    /// Replaces an exception whose version is still `expecting`, keeps what was written with it, journals both, and
    /// remembers what it takes to undo them. No event but the note's own is journalled where `event` is left out.
    func change(
        _ exception: ExceptionRecord, expecting version: Int, event: JournalEvent?, note: String?, by actor: Actor,
        at: Instant
    ) throws(StoreError)
    /// Adds an exception that a person found, journals it, and says which id it was given;
    /// ``StoreError/standsAlready(_:)`` when one of its fingerprint is not final.
    func add(_ exception: ExceptionRecord, note: String?, by actor: Actor, at: Instant) throws(StoreError)
        -> ExceptionID
    /// Journals what changes no record.
    func record(_ event: JournalEvent, by actor: Actor, at: Instant) throws(StoreError)
    /// What was written about an exception and not deleted, oldest first.
    func notes(on id: ExceptionID) throws(StoreError) -> [NoteRecord]
    /// The last change that somebody made and has not undone, of one exception or of any.
    func lastStep(by name: String, of id: ExceptionID?) throws(StoreError) -> WorkStep?
    /// Undoes a change on whose exception nothing was built since, else ``StoreError/changedMeanwhile(_:)``: restores what it
    /// replaced, deletes what was written with it, and journals that. The change before it can then be undone in turn.
    ///
    /// - Returns: the exception as it is now.
    func undo(_ step: WorkStep, by actor: Actor, at: Instant) throws(StoreError) -> ExceptionRecord

    /// A page of the current rotation's queue in one lane, of exceptions that still wait for work, from a position on.
    ///
    /// - Parameter accounts: the queue of these accounts alone, with its own positions, as though it held no other rows; of all
    ///   accounts where this is `nil`.
    func queue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, after position: Int, limit: Int
    ) throws(StoreError) -> [QueueEntry]
    /// Looks at the lines of a lane of the current queue that wait for work, from one position to another, in their order.
    /// Several ranges may be read at the same time.
    ///
    /// - Parameter takes: says which rows are asked for; of others nothing further is read.
    /// - Returns: whether the lane goes on behind the range.
    func readQueue(
        _ lane: QueueRow.Lane, of accounts: Set<String>?, _ positions: ClosedRange<Int>,
        where takes: (QueueRow) -> Bool, _ body: (QueueLine) -> Void
    ) throws(StoreError) -> Bool
    /// Where an exception stands in the current rotation's queue, or in that of some accounts alone.
    func place(of id: ExceptionID, among accounts: Set<String>?) throws(StoreError) -> QueueEntry?
    /// The current queue's rows on one subject and those of its product, in queue order.
    func places(on subject: Subject) throws(StoreError) -> [QueueEntry]
    /// The current queue's rows of exceptions that wait for work and hold a snooze, over or not, in queue order.
    func snoozed() throws(StoreError) -> [QueueEntry]
    /// How many rows of the current queue, or of that of some accounts alone, wait for work, snoozed ones among them, by lane.
    func openCounts(of accounts: Set<String>?) throws(StoreError) -> [QueueRow.Lane: Int]

    /// A part of the listings on which something of the current queue waits for work, those with most at risk first as the
    /// rotation ranked them: those behind a place, of some accounts alone where they are given.
    func listings(
        of accounts: Set<String>?, after place: RankedListing.Place?, limit: Int
    ) throws(StoreError) -> [RankedListing]
    /// How many those are: what people closed since the rotation may or may not have left something open on its listing.
    func countListings(of accounts: Set<String>?) throws(StoreError) -> ClosedRange<Int>

    /// All published rotations, oldest first.
    func rotations() throws(StoreError) -> [RotationRecord]

    /// All outcomes, by exception.
    func outcomes() throws(StoreError) -> [OutcomeRecord]
    /// A part of all outcomes, by exception: those behind one, of some accounts alone where they are given.
    func outcomes(
        of accounts: Set<String>?, after id: ExceptionID, limit: Int
    ) throws(StoreError) -> [OutcomeRecord]
    /// Outcomes of exceptions that ended at a moment or later, by exception, without the terms of their amounts, but for those
    /// that predictions opened with: what a rotation looks back on, which years of outcomes do not make larger.
    func outcomes(endedSince moment: Instant) throws(StoreError) -> [OutcomeRecord]
    /// The first and the last exception that left an outcome, and how many did; `nil` where none did.
    func outcomeIDs() throws(StoreError) -> (first: ExceptionID, last: ExceptionID, count: Int)?
    /// Looks at the outcomes of exceptions in a range, by id. Several ranges may be read at the same time.
    func readOutcomes(
        _ ids: ClosedRange<ExceptionID>, _ body: (OutcomeLine) -> Void
    ) throws(StoreError)
    /// What fingerprints of each family have in common, by the number in ``OutcomeLine/family``.
    func families() throws(StoreError) -> [Int64: FingerprintFamily]
    /// The root causes that closes name, of some accounts alone where they are given, by workflow and cause.
    func usedCauses(of accounts: Set<String>?) throws(StoreError) -> [UsedCause]
    /// What was learned for each workflow that learned anything.
    func stageStates() throws(StoreError) -> [StageState]
    /// The tiers given by the last rotation.
    func tiers() throws(StoreError) -> [TierColumn]
}

extension WorkStore {
    /// Replaces an exception whose version is still `expecting`, with nothing written.
    public func change(
        _ exception: ExceptionRecord, expecting version: Int, event: JournalEvent, by actor: Actor, at: Instant
    ) throws(StoreError) {
        try change(exception, expecting: version, event: event, note: nil, by: actor, at: at)
    }

    /// A page of the queue of all accounts; see ``queue(_:of:after:limit:)``.
    public func queue(_ lane: QueueRow.Lane, after position: Int, limit: Int) throws(StoreError) -> [QueueEntry] {
        try queue(lane, of: nil, after: position, limit: limit)
    }

    /// Where an exception stands in the queue of all accounts.
    public func place(of id: ExceptionID) throws(StoreError) -> QueueEntry? { try place(of: id, among: nil) }

    /// How many rows of the queue of all accounts wait for work, by lane; see ``openCounts(of:)``.
    public func openCounts() throws(StoreError) -> [QueueRow.Lane: Int] { try openCounts(of: nil) }

    /// How many exceptions of all accounts were first seen when; see ``detections(of:accounts:since:)``.
    public func detections(of workflow: String, since moment: Instant) throws(StoreError) -> [Instant: Int] {
        try detections(of: workflow, accounts: nil, since: moment)
    }

    /// The root causes that closes name, by workflow and cause.
    public func usedCauses() throws(StoreError) -> [UsedCause] { try usedCauses(of: nil) }
}

/// Everything a rotation changes at the moment it becomes visible.
public struct Turn: Sendable {
    /// The rotation.
    public var rotation: RotationRecord
    /// Exceptions as they are from now on, each with the version it was decided on.
    public var changes: [(exception: ExceptionRecord, expecting: Int)]
    /// Dismissed exceptions that are over: the data show no more of them, or they stand under another id now.
    public var over: [ExceptionID]
    /// Exceptions whose end was a mistake: the outcomes that they left are taken back.
    public var returned: [ExceptionID]
    /// What ended exceptions leave.
    public var outcomes: [OutcomeRecord]
    /// What was learned from them; knobs are kept with ``LearningStore/keep(_:knobs:events:by:at:)`` alone, and stay.
    public var learned: [StageState]
    /// The listings' tiers.
    public var tiers: [TierColumn]
    /// Changes of listings that it proposes, each with an id set aside for it, in the order of their ids.
    public var proposals: [ChangeRecord]
    /// Changes of listings that are no longer proposed, each with the version it was decided on.
    public var superseded: [(change: ChangeRecord, expecting: Int)]
    /// What happened, in order: opened exceptions first.
    public var events: [JournalEvent]

    /// A turn that changes nothing.
    public init(_ rotation: RotationRecord) {
        self.rotation = rotation
        changes = []
        over = []
        returned = []
        outcomes = []
        learned = []
        tiers = []
        proposals = []
        superseded = []
        events = []
    }
}

extension Turn {
    /// What it ends because people dismissed it; what stands for others follows from them.
    public var dismissed: [ExceptionID] {
        changes.lazy.map(\.exception).filter { $0.state == .dismissed && !$0.isGroup }.map(\.id)
    }
}

/// Why a store refused.
public enum StoreError: Error, Hashable, Sendable {
    /// The same bytes, true at the same moment, were kept before, as that import.
    case alreadyImported(ImportID)
    /// There is no such record; the text names it.
    case unknown(String)
    /// The record's state does not allow it; the text says why.
    case refused(String)
    /// Another hand changed these meanwhile.
    case changedMeanwhile([ExceptionID])
    /// Another hand changed these cases meanwhile.
    case casesChangedMeanwhile([CaseID])
    /// Another hand changed or brought these meanwhile; by their ids, such as `D12`.
    case recordsChangedMeanwhile([String])
    /// The same problem is known already, as that exception.
    case standsAlready(ExceptionID)
    /// The store was written by a newer version of the program.
    case newerSchema(String)
    /// The store was written by an older version of the program and cannot be brought up to date for now; the text says why.
    case olderSchema(String)
    /// It is a backup, which nothing is written into; the text is its path.
    case backup(String)
    /// There is no room left to write; the text names where. Nothing of the step was written, reading goes on, and the same
    /// step can be done once there is room.
    case noRoom(String)
    /// The database said no; the text is its own.
    case failed(String)
}

extension StoreError: CustomStringConvertible {
    /// What was refused and why, in a sentence.
    public var description: String {
        switch self {
        case .alreadyImported(let id): "same contents as \(id)"
        case .unknown(let what): "there is no \(what)"
        case .refused(let why): why
        case .changedMeanwhile(let ids): "changed by another hand: \(ids.map(\.description).joined(separator: ", "))"
        case .casesChangedMeanwhile(let ids):
            "changed by another hand: \(ids.map(\.description).joined(separator: ", "))"
        case .recordsChangedMeanwhile(let ids): "changed by another hand: \(ids.joined(separator: ", "))"
        case .standsAlready(let id): "the same problem is \(id) already"
        case .newerSchema(let why), .olderSchema(let why), .noRoom(let why), .failed(let why): why
        case .backup(let path): "\(path) is a backup; it is read as it is, and nothing is written into it"
        }
    }
}
