import Dispatch
import FlywheelKit
import FlywheelStore
import Synchronization
import Testing

extension Bench {
    func rotationIsInvisibleUntilPublished() throws {
        var turn = try begin()
        let ids = try stage([fingerprint("K1"), fingerprint("K2")], in: &turn)
        try queue(ids, in: turn)
        #expect(ids.count == 2 && ids[0] < ids[1])
        #expect(try store.currentRotation() == nil)
        #expect(try store.unfinishedExceptions().isEmpty)
        #expect(try store.exception(ids[0]) == nil)
        #expect(try store.queue(.active, after: 0, limit: 9).isEmpty)
        #expect(try store.place(of: ids[0]) == nil)
        #expect(try store.openCounts().isEmpty)
        #expect(throws: StoreError.unknown("exception \(ids[0])")) {
            var draft = ExceptionRecord(
                fingerprint: fingerprint("K1"), state: .active, onset: nil, detected: noon, opened: turn.rotation.id,
                evidence: "", exposure: .none, model: "")
            draft.id = ids[0]
            try self.store.change(draft, expecting: 1, event: JournalEvent(.claimed, "X1"), by: person, at: noon)
        }

        try store.publish(turn)
        #expect(try store.currentRotation() == turn.rotation)
        #expect(try store.unfinishedExceptions().map(\.id) == ids)
        let first = try exception(ids[0])
        #expect(first.fingerprint == fingerprint("K1") && first.version == 1 && first.opened == turn.rotation.id)
        #expect(try store.queue(.active, after: 0, limit: 9).map(\.exception) == store.unfinishedExceptions())
        #expect(try store.place(of: ids[1])?.row.position == 2)
        #expect(throws: StoreError.refused("\(turn.rotation.id) is published already")) { try self.store.publish(turn) }
    }

    func unpublishedRotationIsSwept() throws {
        let kept = try open("K1")
        var lost = try begin()
        let ids = try stage([fingerprint("K2")], in: &lost)
        try queue(kept + ids, in: lost)
        let next = try begin()
        #expect(next.rotation.id > lost.rotation.id)
        #expect(throws: StoreError.unknown("rotation \(lost.rotation.id)")) { try self.store.publish(lost) }
        try queue(kept, in: next)
        try store.publish(next)
        #expect(try store.unfinishedExceptions().map(\.id) == kept)
        #expect(try store.journalFaults().isEmpty)
    }

    func publishIsAllOrNothing() throws {
        let ids = try open("K1", "K2", "K3")
        var turn = try begin()
        for id in ids { turn.change(try exception(id), to: .cleared, .cleared) }
        turn.outcomes = ids.map { outcome(of: $0, .selfCleared) }
        turn.learned = [StageState(workflow: "suppressions", model: "{}")]
        turn.tiers = [TierColumn(chunk: 1, tiers: Values(["A"]), since: Values([Day(epochDays: 3)]))]
        try queue([], in: turn)
        try change(ids[0], to: .verifying, .closed)
        try change(ids[2], to: .verifying, .closed)
        let before = try store.journalLength()
        #expect(throws: StoreError.changedMeanwhile([ids[0], ids[2]])) { try self.store.publish(turn) }
        #expect(try store.journalLength() == before)
        #expect(try exception(ids[1]).state == .active && exception(ids[1]).version == 1)
        #expect(try store.outcomes().isEmpty && store.stageStates().isEmpty && store.tiers().isEmpty)
        #expect(try store.currentRotation()?.id != turn.rotation.id)

        turn.changes = []
        turn.events = []
        // The second change of one exception was not decided on what the first left.
        for _ in 0..<2 { turn.change(try exception(ids[1]), to: .cleared, .cleared) }
        #expect(throws: StoreError.changedMeanwhile([ids[1]])) { try self.store.publish(turn) }
        turn.changes = []
        turn.events = []
        for id in ids { turn.change(try exception(id), to: .cleared, .cleared) }
        try store.publish(turn)
        #expect(try ids.map { try exception($0).state } == [.cleared, .cleared, .cleared])
        #expect(try ids.map { try exception($0).version } == [3, 2, 3])
        #expect(try store.unfinishedExceptions().isEmpty)
        #expect(try store.journalFaults().isEmpty)
    }

    func unknownRecordsAreNotPublished() throws {
        let ids = try open("K1")
        let current = try #require(try store.currentRotation())
        var unknown = Turn(current)
        unknown.rotation.id = RotationID(current.id.number + 50)
        #expect(throws: StoreError.unknown("rotation \(unknown.rotation.id)")) { try self.store.publish(unknown) }
        var gone = try begin()
        gone.change(
            ExceptionRecord(
                id: ExceptionID(999), fingerprint: fingerprint("K9"), state: .active, onset: nil, detected: noon,
                opened: current.id, evidence: "", exposure: .none, model: ""), to: .cleared, .cleared)
        #expect(throws: StoreError.unknown("exception X999")) { try self.store.publish(gone) }
        #expect(try store.unfinishedExceptions().map(\.id) == ids)
    }

    func oneOfManyClaimsWins() throws {
        let id = try open("K1")[0]
        let seen = try exception(id)
        let results = Mutex<[String]>([])
        let store = store
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            var claimed = seen
            claimed.claimedBy = "person \(number)"
            do {
                try store.change(
                    claimed, expecting: seen.version,
                    event: JournalEvent(.claimed, id.description, state: "active"), by: person, at: noon)
                results.withLock { $0.append("won by \(number)") }
            } catch {
                results.withLock { $0.append("\(error)") }
            }
        }
        let outcomes = results.withLock(\.self)
        #expect(outcomes.count { $0.hasPrefix("won by") } == 1)
        #expect(outcomes.count { $0 == "changed by another hand: \(id)" } == 7)
        let winner = outcomes.first { $0.hasPrefix("won by") }?.dropFirst("won by ".count)
        #expect(try exception(id).claimedBy == winner.map { "person \($0)" })
        #expect(try exception(id).version == 2)
        #expect(try store.history(of: id.description).map(\.event.verb) == [.opened, .claimed])
        #expect(try store.journalFaults().isEmpty)
    }

    func changeNeedsItsVersion() throws {
        let id = try open("K1")[0]
        var exception = try exception(id)
        exception.state = .verifying
        exception.onset = nil
        exception.evidence = "{}"
        exception.owner = "team"
        exception.claimedBy = "ada"
        exception.claimed = noon
        exception.due = noon.advanced(byDays: 2)
        exception.closed = noon.advanced(byDays: 1)
        exception.closedBy = "ada"
        exception.rootCause = "main-image"
        exception.assignedBy = "ben"
        exception.stepsDone = [1, 3]
        exception.snooze = Snooze(
            until: noon.advanced(byDays: 3), reason: "supplier", by: "ada", at: noon,
            worth: Currency("USD").map { Money(minorUnits: 1_999, $0) })
        let event = JournalEvent(.closed, id.description, state: "verifying", detail: "main-image")
        try store.change(exception, expecting: 1, event: event, by: person, at: noon)
        exception.version = 2
        #expect(try self.exception(id) == exception)
        #expect(throws: StoreError.changedMeanwhile([id])) {
            try self.store.change(exception, expecting: 1, event: event, by: person, at: noon)
        }
        #expect(try store.history(of: id.description).count == 2)
    }
}
