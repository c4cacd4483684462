import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What people do between finding and closing, by the rules of the workbench.
@Suite struct DeskTests {
    private let store = MemoryStore()

    private func bench(_ name: String, at now: Instant = .noon) throws -> Workbench {
        try Workbench(store, plan: Plan([InstalledStage(BlockedStage.self)]), actor: Actor(.person, name), now: now)
    }

    /// One open exception in the store, at risk for so much, with a playbook of two steps.
    private func opened(_ state: ExceptionRecord.State = .active, atRisk: Int64? = 1_000) throws -> ExceptionID {
        let currency = try #require(Currency("USD"))
        let rotation = try store.beginRotation(asOf: .noon - 1, currency: currency)
        var exception = try ExceptionRecord.sample(.blocked("A"), state)
        exception.evidence = EvidenceText(try CanonicalJSON.text(BlockedStage.Evidence(percent: 100, scope: .row)))
        let id = try store.reserveExceptions(1)
        exception.id = id
        try store.stage([exception], for: rotation)
        try store.stage(
            [QueueRow(exception: id, lane: .active, position: 1, atRisk: atRisk, tier: nil, terms: nil)], for: rotation)
        try store.publish(Turn(RotationRecord(id: rotation, asOf: .noon - 1, currency: currency, summary: "")))
        return id
    }

    private func events(of id: ExceptionID) throws -> [String] {
        try store.history(of: id.description).map { "\($0.event.verb) \($0.event.detail)" }
    }

    // MARK: Assigning

    @Test func anAssignmentNamesItsOwnerAndWhoGaveIt() throws {
        let id = try opened()
        let assigned = try bench("ann").assign(id, to: "ben")
        #expect(assigned.owner == "ben" && assigned.assignedBy == "ann" && assigned.claimedBy == nil)
        #expect(try bench("cleo").assign(id, to: "ben").version == assigned.version, "again changes nothing")
        #expect(try events(of: id) == ["assigned ben"])
        #expect(try bench("cleo").claim(id).assignedBy == nil, "who takes it answers for it")
    }

    @Test func anAssignmentOutlastsTheClaimOfItsOwnerAndNotThatOfAnother() throws {
        let id = try opened()
        try bench("ann").assign(id, to: "ben")
        try bench("ben").claim(id)
        let released = try bench("ben").release(id)
        #expect(released.owner == "ben" && released.assignedBy == "ann" && released.claimedBy == nil)
        try bench("cleo").claim(id)
        let free = try bench("cleo").release(id)
        #expect(free.owner == nil && free.assignedBy == nil, "who took it over may let go of it")
    }

    @Test func whatSomebodyHasIsNotAssignedPutOffOrStepped() throws {
        let id = try opened()
        try bench("ann").claim(id)
        let refused = WorkError.claimedBy(id, "ann", at: .noon)
        #expect(throws: refused) { try bench("ben").assign(id, to: "ben") }
        #expect(throws: refused) { try bench("ben").snooze(id, until: .noon + 1, reason: "later") }
        #expect(throws: refused) { try bench("ben").markStep(1, of: id) }
        let given = try bench("ann").assign(id, to: "ben")
        #expect(given.claimedBy == nil && given.owner == "ben", "one's own claim ends with handing over")
    }

    /// Whoever has it may have left, and nobody else could work it.
    @Test func whatSomebodyHasIsTakenOverByAnAssignmentThatMay() throws {
        let (id, over) = (try opened(), try opened(.verified))
        try bench("ann").claim(id)
        let given = try bench("lea").assign(id, to: "ben", takingOver: true)
        #expect(given.claimedBy == nil && given.owner == "ben" && given.assignedBy == "lea")
        #expect(try events(of: id).last == "assigned ben")
        #expect(throws: WorkError.notClaimed(id)) { try bench("ann").release(id) }
        #expect(try bench("lea").undo(id).exception.claimedBy == "ann")
        try bench("lea").assign(id, to: "lea", takingOver: true)
        #expect(try bench("lea").close(id, rootCause: "policy").closedBy == "lea")
        #expect(throws: WorkError.notOpen(over, .verified)) {
            try bench("lea").assign(over, to: "ben", takingOver: true)
        }
    }

    // MARK: Notes

    @Test(arguments: [(" \n", 0), (String(repeating: "x", count: 4_001), 4_001)])
    func aNoteSaysSomethingInMeasure(_ text: String, _ count: Int) throws {
        let id = try opened()
        #expect(throws: WorkError.textLength(id, count)) { try bench("ann").note(id, text) }
        #expect(try store.notes(on: id).isEmpty)
    }

    @Test func whatIsOverCanBeWrittenAbout() throws {
        let id = try opened(.verified)
        try bench("ann").note(id, "it was the image")
        #expect(try store.notes(on: id).map(\.text) == ["it was the image"])
        #expect(try store.exception(id)?.state == .verified)
    }

    // MARK: Snoozing

    @Test func aReasonThatIsAWordIsJournalledAndATextIsNot() throws {
        let id = try opened()
        let word = try bench("ann").snooze(id, until: .noon + 1, reason: "supplier")
        #expect(word.snooze?.reason == "supplier" && word.snooze?.worth?.minorUnits == 1_000)
        #expect(word.isSnoozed(at: .noon) && !word.isSnoozed(at: .noon + 1))
        let text = try bench("ann").snooze(id, until: .noon + 2, reason: "Joe is on it")
        #expect(text.snooze?.reason == nil)
        #expect(try store.notes(on: id).map(\.text) == ["Joe is on it"])
        let events = try events(of: id)
        #expect(events.prefix(2) == ["snoozed \(Instant.noon + 1) supplier", "snoozed \(Instant.noon + 2)"])
        #expect(events.allSatisfy { !$0.contains("Joe") })
    }

    @Test(arguments: [Instant.noon, .noon - 1, .noon + 367])
    func aSnoozeEndsWithinTheYear(_ until: Instant) throws {
        let id = try opened()
        #expect(throws: WorkError.snoozeEnds(id, until)) { try bench("ann").snooze(id, until: until, reason: "r") }
        #expect(throws: WorkError.reasonMissing(id)) { try bench("ann").snooze(id, until: .noon + 1, reason: " ") }
        try bench("ann").snooze(id, until: .noon + 366, reason: "r")
    }

    @Test func claimingReopeningAndClosingEndASnooze() throws {
        let id = try opened()
        try bench("ann").snooze(id, until: .noon + 1, reason: "r")
        #expect(try bench("ben").reopen(id).snooze == nil)
        #expect(throws: WorkError.notReopenable(id, .active)) { try bench("ben").reopen(id) }
        try bench("ann").snooze(id, until: .noon + 1, reason: "r")
        #expect(try bench("ben").claim(id).snooze == nil)
        try bench("ben").snooze(id, until: .noon + 1, reason: "r")
        #expect(try bench("ben").close(id, rootCause: "policy").snooze == nil)
    }

    // MARK: Playbooks

    @Test func stepsAreMarkedOnceAndInRange() throws {
        let id = try opened()
        #expect(try bench("ann").markStep(2, of: id).stepsDone == [2])
        #expect(try bench("ben").markStep(1, of: id).stepsDone == [1, 2])
        #expect(try bench("ben").markStep(1, of: id).version == 3)
        #expect(throws: WorkError.noStep(id, 3, of: 2)) { try bench("ann").markStep(3, of: id) }
        #expect(try events(of: id) == ["stepDone 2", "stepDone 1"])
    }

    @Test func openingAPlaybookIsJournalledOnceForEachPerson() throws {
        let id = try opened()
        for name in ["ann", "ann", "ben"] { try bench(name).openPlaybook(of: id) }
        #expect(try events(of: id) == ["playbookOpened appeal", "playbookOpened appeal"])
        #expect(try store.exception(id)?.version == 1, "reading changes nothing")
        let closed = try opened(.verified)
        try bench("ann").openPlaybook(of: closed)
        #expect(try events(of: closed).isEmpty)
    }

    // MARK: Undoing

    @Test func everyChangeCanBeUndoneAndNothingElseChanges() throws {
        let changes: [(Workbench, ExceptionID) throws -> Void] = [
            { try $0.claim($1) }, { try $0.markStep(1, of: $1) }, { try $0.release($1) },
            { try $0.assign($1, to: "ben") }, { try $0.snooze($1, until: .noon + 1, reason: "Joe is on it") },
            { try $0.reopen($1) }, { try $0.note($1, "hm") }, { try $0.close($1, rootCause: "policy", note: "so") },
            { try $0.reopen($1) },
        ]
        let id = try opened()
        let ann = try bench("ann")
        var stood: [(Handling, [String])] = []
        for change in changes {
            stood.append((try #require(try store.exception(id)).handling, try store.notes(on: id).map(\.text)))
            try change(ann, id)
        }
        for (handling, notes) in stood.reversed() {
            #expect(try ann.undo(id).exception.handling == handling)
            #expect(try store.notes(on: id).map(\.text) == notes)
        }
        #expect(throws: WorkError.nothingToUndo(id, "ann")) { try ann.undo(id) }
    }

    @Test func withoutAnIdTheLastChangeIsUndone() throws {
        let (one, other) = (try opened(), try opened())
        try bench("ann").claim(one)
        try bench("ann").claim(other)
        try bench("ben").note(one, "mine?")
        #expect(try bench("ann").undo(nil).exception.id == other)
        #expect(throws: WorkError.builtOn(one, .claimed, by: "ben", .noted, at: .noon)) { try bench("ann").undo(nil) }
        #expect(try store.exception(one)?.claimedBy == "ann")
        #expect(throws: WorkError.nothingToUndo(nil, "cleo")) { try bench("cleo").undo(nil) }
        #expect(throws: WorkError.unknown(ExceptionID(99))) { try bench("ann").undo(ExceptionID(99)) }
        #expect(throws: WorkError.tooEarly(one, .noon)) { try bench("ann", at: .noon - 0.5).undo(one) }
    }
}
