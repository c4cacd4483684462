import FlywheelKit
import FlywheelStore

/// Work: what is published, and what a rotation has staged so far.
struct MemoryWork: Sendable {
    private struct Staged {
        var exceptions: [ExceptionRecord] = []
        var queue: [QueueRow] = []
    }

    /// All exceptions, by id.
    private(set) var exceptions: [ExceptionRecord] = []
    /// The current queue, by lane and position.
    private(set) var queue: [QueueRow] = []
    /// All published rotations, oldest first.
    private(set) var rotations: [RotationRecord] = []
    var current: RotationRecord? { rotations.last }
    private(set) var outcomes: [ExceptionID: OutcomeRecord] = [:]
    /// What fingerprints of exceptions have in common, numbered from 1.
    private(set) var families: [FingerprintFamily: Int64] = [:]
    private(set) var states: [String: StageState] = [:]
    private(set) var tiers: [TierColumn] = []
    var journal = MemoryJournal()
    /// All changes of listings, by id.
    private(set) var listingChanges: [ChangeRecord] = []
    var notes: [NoteRecord] = []
    /// The desk's cases.
    var cases = MemoryCases()
    /// What was decided and measured.
    var loop = MemoryLoop()
    /// What leaves the house.
    var outbox = MemoryOutbox()
    /// What was asked to be done once.
    var requests: [RequestKey: RequestRecord] = [:]
    /// Who may come in.
    var people = MemoryPeople()
    /// What people can still undo, with who can.
    var steps: [(actor: String, step: WorkStep)] = []
    /// Exceptions that a person changed.
    var handled: Set<ExceptionID> = []

    /// Where each of the first exceptions stands in ``queue``; below zero where it does not.
    private var places: [Int32] = []
    /// The places in ``queue`` by the code that they are about something of.
    private var placesByCode = PlacesByCode([], [])
    /// The newest final exception of each fingerprint.
    private var finals: [Fingerprint: ExceptionID] = [:]
    /// What people dismissed and that was not said to be over since.
    private(set) var dismissed: Set<ExceptionID> = []
    private var staged: [RotationID: Staged] = [:]
    private var published: Set<RotationID> = []
    private var lastRotation: Int64 = 0
    private var lastException: Int64 = 0
    private var lastChange: Int64 = 0

    // MARK: Rotations

    /// Begins a rotation; one that was begun earlier and never published is forgotten.
    mutating func begin() -> RotationID {
        lastRotation += 1
        let id = RotationID(lastRotation)
        staged = [id: Staged()]
        return id
    }

    mutating func reserve(_ count: Int) -> ExceptionID {
        defer { lastException += Int64(count) }
        return ExceptionID(lastException + 1)
    }

    mutating func reserveChanges(_ count: Int) -> ChangeID {
        defer { lastChange += Int64(count) }
        return ChangeID(lastChange + 1)
    }

    mutating func stage(_ opened: [ExceptionRecord], for rotation: RotationID) throws(StoreError) {
        try requireStaging(rotation)
        staged[rotation]?.exceptions += opened
    }

    mutating func stage(_ rows: [QueueRow], for rotation: RotationID) throws(StoreError) {
        try requireStaging(rotation)
        staged[rotation]?.queue += rows
    }

    mutating func publish(_ turn: Turn) throws(StoreError) {
        let id = turn.rotation.id
        try requireStaging(id)
        let returned = Set(turn.returned)
        if let twice = turn.outcomes.first(where: {
            outcomes[$0.exception] != nil && !returned.contains($0.exception)
        }) {
            throw .refused("\(twice.exception) has an outcome already; outcomes never change")
        }
        try refuseAdded(during: turn)
        let superseded = try replaced(turn.superseded)
        try replace(turn.changes)
        dismissed.formUnion(turn.dismissed)
        dismissed.subtract(turn.over)
        listingChanges = superseded + turn.proposals
        let own = staged.removeValue(forKey: id) ?? Staged()
        let isInOrder = exceptions.last.map { last in own.exceptions.allSatisfy { last.id < $0.id } } ?? true
        exceptions += own.exceptions
        // What a person added while the rotation looked has a later id than what it opens.
        if !isInOrder { exceptions.sort { $0.id < $1.id } }
        numberFamilies(of: own.exceptions)
        for place in own.exceptions.places(where: { $0.state.isFinal }) { noteFinal(own.exceptions[place]) }
        for id in returned { outcomes[id] = nil }
        for outcome in turn.outcomes {
            outcomes[outcome.exception] = outcome
            numberFamily(of: outcome.fingerprint)
        }
        for var state in turn.learned {
            state.knobs = states[state.workflow]?.knobs ?? ""
            states[state.workflow] = state
        }
        queue = own.queue.sorted { ($0.lane.rawValue, $0.position) < ($1.lane.rawValue, $1.position) }
        places = [Int32](repeating: -1, count: exceptions.count)
        for (place, row) in queue.enumerated() {
            if let index = index(of: row.exception) { places[index] = Int32(place) }
        }
        placesByCode = PlacesByCode(exceptions, places)
        tiers = turn.tiers
        rotations.append(turn.rotation)
        published.insert(id)
        journal.append(turn.events, at: turn.rotation.asOf, by: .flywheel)
    }

    /// Gives what fingerprints of a family have in common a number, where it has none.
    mutating func numberFamily(of fingerprint: Fingerprint) {
        let family = FingerprintFamily(fingerprint)
        families[family] = families[family] ?? Int64(families.count + 1)
    }

    /// The same of many: neighbours have most in common, and all cores look for those that have not.
    private mutating func numberFamilies(of exceptions: [ExceptionRecord]) {
        let differing = concurrentMap(exceptions.count, run: 4_096) { place in
            place == 0
                || FingerprintFamily(exceptions[place].fingerprint)
                    != FingerprintFamily(exceptions[place - 1].fingerprint)
        }
        for place in differing.indices where differing[place] { numberFamily(of: exceptions[place].fingerprint) }
    }

    /// Refuses a rotation that opens what a person added while it looked: it would stand twice.
    private func refuseAdded(during turn: Turn) throws(StoreError) {
        let id = turn.rotation.id
        let added = exceptions.filter { $0.source == .person && !$0.state.isFinal }
        guard !added.isEmpty else { return }
        let ended = Set(turn.changes.lazy.map(\.exception).filter(\.state.isFinal).map(\.id))
        let opened = Set(staged[id, default: Staged()].exceptions.map(\.fingerprint))
        guard let twice = added.first(where: { !ended.contains($0.id) && opened.contains($0.fingerprint) }) else {
            return
        }
        throw .refused("\(twice.id) was added while \(id) looked; rotate again")
    }

    private func requireStaging(_ id: RotationID) throws(StoreError) {
        guard staged[id] == nil else { return }
        throw published.contains(id) ? .refused("\(id) is published already") : .unknown("rotation \(id)")
    }

    /// Changes the numbers that steer a workflow's detection.
    mutating func tune(_ workflow: String, to knobs: String) {
        states[workflow, default: StageState(workflow: workflow)].knobs = knobs
    }

    // MARK: Exceptions

    /// Where an exception stands in ``exceptions``.
    private func index(of id: ExceptionID) -> Int? {
        guard let first = exceptions.first?.id.number, let last = exceptions.last?.id.number else { return nil }
        // Most ids follow each other; where all do, none has to be looked at.
        let guess = Int(id.number - first)
        if exceptions.indices.contains(guess), last - first == exceptions.count - 1 || exceptions[guess].id == id {
            return guess
        }
        let place = exceptions.prefixCount { $0.id < id }
        return place < exceptions.count && exceptions[place].id == id ? place : nil
    }

    func exception(_ id: ExceptionID) -> ExceptionRecord? { index(of: id).map { exceptions[$0] } }

    /// Whether any exception is final.
    var hasFinal: Bool { !finals.isEmpty }

    /// The newest final exception of a fingerprint.
    func lastFinal(of fingerprint: Fingerprint) -> ExceptionRecord? { finals[fingerprint].flatMap(exception) }

    /// Replaces all of these or none, and counts their versions.
    mutating func replace(_ changes: [(exception: ExceptionRecord, expecting: Int)]) throws(StoreError) {
        var conflicts: [ExceptionID] = []
        var places: [Int] = []
        var seen: Set<ExceptionID> = []
        for (exception, version) in changes {
            guard let index = index(of: exception.id) else { throw .unknown("exception \(exception.id)") }
            places.append(index)
            // The second change of one was not decided on what the first left.
            let isSecond = !seen.insert(exception.id).inserted
            if isSecond || exceptions[index].version != version { conflicts.append(exception.id) }
        }
        guard conflicts.isEmpty else { throw .changedMeanwhile(conflicts) }
        for (index, change) in zip(places, changes) {
            let wasFinal = exceptions[index].state.isFinal
            exceptions[index] = change.exception
            exceptions[index].version = change.expecting + 1
            if change.exception.state.isFinal {
                noteFinal(change.exception)
            } else if wasFinal {
                forgetFinal(change.exception.fingerprint)
            }
        }
    }

    /// The listings' changes with these in the place of those they were decided on, all of them or none.
    private func replaced(
        _ changes: [(change: ChangeRecord, expecting: Int)]
    ) throws(StoreError) -> [ChangeRecord] {
        var (next, outdated): ([ChangeRecord], [ExceptionID]) = (listingChanges, [])
        for (change, version) in changes {
            guard let place = next.firstIndex(where: { $0.id == change.id }) else {
                throw .unknown("change \(change.id)")
            }
            if next[place].version != version { outdated.append(change.exception) }
            next[place] = change
            next[place].version = version + 1
        }
        guard outdated.isEmpty else { throw .changedMeanwhile(outdated) }
        return next
    }

    mutating func settle(_ changes: [SettledChange], by actor: Actor, at: Instant) throws(StoreError) {
        listingChanges = try replaced(changes.map { ($0.change, $0.change.version) })
        journal.append(changes.map(\.event), at: at, by: actor)
    }

    /// Adds an exception, and says which id it was given.
    mutating func insert(_ exception: ExceptionRecord) -> ExceptionID {
        var exception = exception
        exception.id = reserve(1)
        exceptions.append(exception)
        return exception.id
    }

    /// What was taken back never was.
    private mutating func noteFinal(_ exception: ExceptionRecord) {
        guard exception.state != .withdrawn else { return }
        finals[exception.fingerprint] = max(finals[exception.fingerprint] ?? exception.id, exception.id)
    }

    /// What stands again has not ended: the one before it is the newest that has.
    private mutating func forgetFinal(_ fingerprint: Fingerprint) {
        finals[fingerprint] = nil
        for exception in exceptions where exception.fingerprint == fingerprint && exception.state.isFinal {
            noteFinal(exception)
        }
    }

    // MARK: Queue

    func entry(_ row: QueueRow) -> QueueEntry? { exception(row.exception).map { QueueEntry(row: row, exception: $0) } }

    /// The queue of some accounts alone, each lane with positions of its own; as it is where none are given.
    private func queue(of accounts: Set<String>?) -> [QueueRow] {
        guard let accounts else { return queue }
        var last: [QueueRow.Lane: Int] = [:]
        return queue.compactMap { row in
            guard let account = exception(row.exception)?.fingerprint.subject.account, accounts.contains(account)
            else { return nil }
            var own = row
            own.position = last[row.lane, default: 0] + 1
            last[row.lane] = own.position
            return own
        }
    }

    /// The rows of a lane from a position on, of exceptions that still wait for work.
    func page(_ lane: QueueRow.Lane, of accounts: Set<String>?, after position: Int, limit: Int) -> [QueueEntry] {
        var page: [QueueEntry] = []
        let queue = queue(of: accounts)
        let first = queue.prefixCount { ($0.lane.rawValue, $0.position) <= (lane.rawValue, position) }
        for row in queue[first...] {
            guard page.count < limit, row.lane == lane else { break }
            if let entry = entry(row), entry.exception.state.isOpen { page.append(entry) }
        }
        return page
    }

    /// How many rows wait for work.
    func openCounts(of accounts: Set<String>?) -> [QueueRow.Lane: Int] {
        if accounts == nil { return openCounts }
        return queue(of: accounts).reduce(into: [:]) { counts, row in
            if exception(row.exception)?.state.isOpen == true { counts[row.lane, default: 0] += 1 }
        }
    }

    /// The same of all accounts: every row but those that somebody has closed since.
    private var openCounts: [QueueRow.Lane: Int] {
        var counts: [QueueRow.Lane: Int] = [:]
        var start = 0
        for lane in QueueRow.Lane.allCases {
            let end = queue.prefixCount { $0.lane.rawValue <= lane.rawValue }
            counts[lane] = end - start
            start = end
        }
        for id in handled where exception(id)?.state.isOpen == false {
            if let place = place(of: id) { counts[queue[place].lane, default: 0] -= 1 }
        }
        return counts.filter { $0.value > 0 }
    }

    /// Where an exception stands in ``queue``.
    private func place(of id: ExceptionID) -> Int? {
        guard let index = index(of: id), index < places.count, places[index] >= 0 else { return nil }
        return Int(places[index])
    }

    /// The rows of exceptions that wait for work and hold a snooze.
    var snoozed: [QueueEntry] {
        // Only people snooze.
        handled.filter { id in exception(id).map { $0.state.isOpen && $0.snooze != nil } ?? false }
            .compactMap { place(of: $0) }.sorted().compactMap { entry(queue[$0]) }
    }

    /// The rows on some subjects, in their order.
    func rows(on subjects: [Subject]) -> [QueueEntry] {
        Set(subjects.flatMap { placesByCode.places(of: $0.code) }).sorted().compactMap { entry(queue[$0]) }
            .filter { subjects.contains($0.exception.fingerprint.subject) }
    }

    func place(of id: ExceptionID, among accounts: Set<String>?) -> QueueEntry? {
        guard accounts != nil else { return place(of: id).map { queue[$0] }.flatMap(entry) }
        return queue(of: accounts).first { $0.exception == id }.flatMap(entry)
    }
}
