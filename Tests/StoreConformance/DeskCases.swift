import FlywheelKit
import FlywheelStore
import Testing

/// What people do to exceptions, and how they take it back.
extension Bench {
    private func found(_ code: String) throws -> ExceptionRecord {
        let rotation = try #require(try store.currentRotation()?.id)
        return ExceptionRecord(
            fingerprint: fingerprint(code), source: .person, state: .active, onset: nil, detected: noon,
            opened: rotation, evidence: "", exposure: .none, model: "")
    }

    /// Has somebody claim an exception and write something with it.
    private func claim(_ id: ExceptionID, by actor: Actor, note: String? = nil) throws {
        var exception = try exception(id)
        exception.claimedBy = actor.name
        let event = JournalEvent(.claimed, id.description, state: exception.state.rawValue)
        try store.change(exception, expecting: exception.version, event: event, note: note, by: actor, at: noon)
    }

    func notesStandApartFromTheJournal() throws {
        let id = try open("K1")[0]
        try store.change(
            try exception(id), expecting: 1, event: nil, note: "called Jane Roe", by: person, at: noon)
        try claim(id, by: person, note: "second")
        let notes = try store.notes(on: id)
        #expect(notes.map(\.text) == ["called Jane Roe", "second"])
        #expect(notes.allSatisfy { $0.author == person.name && $0.at == noon && $0.exception == id })
        let history = try store.history(of: id.description)
        #expect(history.map(\.event.verb) == [.opened, .noted, .claimed, .noted])
        #expect(history.compactMap { NoteDigest.id(in: $0.event.detail) } == notes.map(\.id))
        #expect(history.allSatisfy { !$0.event.detail.contains("Jane") })
        #expect(try exception(id).version == 3)
        #expect(try store.notes(on: ExceptionID(99)).isEmpty)
        #expect(try store.journalFaults().isEmpty)
    }

    func textsWithNULAreKeptWhole() throws {
        let exception = try open("K1")[0]
        try claim(exception, by: person, note: "called the brand\0they answer")
        #expect(try store.notes(on: exception).map(\.text) == ["called the brand\u{FFFD}they answer"])
        let (id, party, message) = try take("1")
        let decision = try store.reserve(1, of: DecisionRecord.self)
        var act = CaseAct([try caseRecord(id)], expecting: 1, .decided)
        act.decisions = [
            DecisionRecord(id: decision, case: id, at: noon, by: "ada", role: "lead", kind: "refund")
        ]
        act.texts = [
            PersonalText(.message, message.number, case: id, party: party, at: noon, "one\0two"),
            PersonalText(.rationale, decision.number, case: id, party: party, at: noon, "loyal\0customer"),
        ]
        try store.perform(act, by: person, at: noon)
        #expect(try texts(.cases([id]), .message, .rationale) == ["one\u{FFFD}two", "loyal\u{FFFD}customer"])
        #expect(try store.journalFaults().isEmpty)
    }

    func changesAreUndoneOneByOne() throws {
        let id = try open("K1")[0]
        let fresh = try exception(id)
        try claim(id, by: person, note: "mine")
        for _ in 1...3 { try claim(id, by: person) }
        for _ in 1...3 {
            _ = try store.undo(try #require(try store.lastStep(by: person.name, of: id)), by: person, at: noon)
        }
        try change(id, to: .verifying, .closed)
        let close = try #require(try store.lastStep(by: person.name, of: id))
        #expect(close.verb == .closed && close.version == 9 && close.note == nil)
        #expect(try store.lastStep(by: "somebody", of: nil) == nil)
        #expect(try store.undo(close, by: person, at: noon).state == .active)
        #expect(try exception(id).claimedBy == person.name)

        let claim = try #require(try store.lastStep(by: person.name, of: nil))
        #expect(claim.verb == .claimed && claim.version == 10 && claim.note != nil)
        let undone = try store.undo(claim, by: person, at: noon)
        #expect(try exception(id) == undone)
        #expect(undone.handling == fresh.handling && undone.version == 11)
        #expect(try store.notes(on: id).isEmpty, "what was written with it goes with it")
        #expect(try store.lastStep(by: person.name, of: id) == nil)
        let events = try store.history(of: id.description).map(\.event).suffix(2)
        #expect(events.map(\.verb) == [.undone, .undone])
        #expect(events.map(\.detail) == ["closed", "claimed"])
        #expect(try store.journalFaults().isEmpty)
    }

    func whatWasBuiltOnIsNotUndone() throws {
        let id = try open("K1")[0]
        let other = Actor(.person, "ben")
        try claim(id, by: person)
        let step = try #require(try store.lastStep(by: person.name, of: id))
        try store.change(try exception(id), expecting: 2, event: nil, note: "look", by: other, at: noon)
        let stands = try exception(id)
        #expect(throws: StoreError.changedMeanwhile([id])) { try self.store.undo(step, by: person, at: noon) }
        #expect(try exception(id) == stands)
        // Once the other hand lets go, nothing is built on it any more.
        let theirs = try #require(try store.lastStep(by: other.name, of: id))
        _ = try store.undo(theirs, by: other, at: noon)
        let again = try #require(try store.lastStep(by: person.name, of: id))
        #expect(try store.undo(again, by: person, at: noon).claimedBy == nil)
        #expect(throws: StoreError.changedMeanwhile([id]), "twice") {
            try self.store.undo(again, by: person, at: noon)
        }
    }

    func handledExceptionsAreThoseThatPeopleChanged() throws {
        let ids = try open("K1", "K2", "K3", "K4")
        #expect(try store.handledExceptions().isEmpty)
        try claim(ids[2], by: person)
        try change(ids[0], to: .verifying, .closed)
        _ = try store.undo(try #require(try store.lastStep(by: person.name, of: ids[2])), by: person, at: noon)
        #expect(try store.handledExceptions() == [try exception(ids[0]), try exception(ids[2])])
        var turn = try begin()
        for id in ids.prefix(2) { turn.change(try exception(id), to: .verified, .verified) }
        try store.publish(turn)
        #expect(try store.handledExceptions().map(\.id) == [ids[2]])
    }

    func unfinishedIsLookedThroughByRange() throws {
        #expect(try store.unfinishedIDs() == nil)
        let ids = try open("K1", "K2", "K3", "K4")
        try claim(ids[2], by: person)
        try change(ids[3], to: .verifying, .closed)
        var turn = try begin()
        turn.change(try exception(ids[0]), to: .cleared, .cleared)
        try store.publish(turn)
        var next = try begin()
        _ = try stage([fingerprint("K5")], in: &next)
        for _ in 0..<2 {
            var found: [ExceptionLine] = []
            let bounds = try #require(try store.unfinishedIDs())
            #expect(bounds.contains(ids[1]) && bounds.contains(ids[3]))
            try store.readUnfinished(ids[0]...ExceptionID(.max)) { found.append($0) }
            let family = try #require(found.first?.family)
            #expect(
                try found == ids.dropFirst().map { ExceptionLine(try exception($0), family: family) },
                "not what has ended, nor what no rotation has published")
            #expect(try store.families()[family] == FingerprintFamily(fingerprint("K2")))
            found = []
            try store.readUnfinished(ids[1]...ids[2]) { found.append($0) }
            #expect(found.map(\.id) == [ids[1], ids[2]])
            try reopen()
        }
    }

    func detectionsAreCounted() throws {
        let ids = try open("K1", "K2")
        let (workflow, detected) = (fingerprint("K1").workflow, try exception(ids[0]).detected)
        #expect(try store.detections(of: workflow, since: detected) == [detected: 2])
        #expect(try store.detections(of: workflow, since: detected.advanced(bySeconds: 1)).isEmpty)
        #expect(try store.detections(of: "pricing", since: detected).isEmpty)
        #expect(try store.detections(of: workflow, accounts: ["south"], since: detected).isEmpty)
        #expect(try store.detections(of: workflow, accounts: ["north"], since: detected) == [detected: 2])
        var turn = try begin()
        turn.change(try exception(ids[0]), to: .cleared, .cleared)
        _ = try stage([fingerprint("K3")], in: &turn)
        #expect(try store.detections(of: workflow, since: detected) == [detected: 2], "until it is published")
        try store.publish(turn)
        let counts = try store.detections(of: workflow, since: detected)
        #expect(counts.values.reduce(0, +) == 2)
    }

    func addedExceptionsCountAtOnce() throws {
        try open("K1")
        let id = try store.add(try found("K2"), note: "seen", by: person, at: noon)
        let added = try exception(id)
        #expect(added.source == .person && !added.isSeenByStage && added.version == 1)
        #expect(try store.unfinishedExceptions().map(\.id).contains(id))
        #expect(try store.notes(on: id).map(\.text) == ["seen"])
        let step = try #require(try store.lastStep(by: person.name, of: id))
        #expect(try store.undo(step, by: person, at: noon).state == .withdrawn)
        #expect(try !store.unfinishedExceptions().map(\.id).contains(id))
        #expect(try store.lastFinal(of: [fingerprint("K2")]).isEmpty, "what was taken back never was")
        #expect(try store.history(of: id.description).map(\.event.verb) == [.added, .noted, .undone])
        try store.record(JournalEvent(.playbookOpened, id.description, detail: "p"), by: person, at: noon)
        #expect(try exception(id).version == 2)
        #expect(try store.journalFaults().isEmpty)
    }

    func oneProblemIsAddedOnce() throws {
        let id = try open("K1")[0]
        let twin = try found("K1")
        #expect(throws: StoreError.standsAlready(id)) {
            try self.store.add(twin, note: "n", by: person, at: noon)
        }
        try change(id, to: .cleared, .cleared)
        let again = try store.add(twin, note: nil, by: person, at: noon)
        #expect(again != id)
        #expect(try store.notes(on: again).isEmpty)
    }

    func rotationGivesWayToWhatWasAdded() throws {
        try open("K1")
        var turn = try begin()
        let ids = try stage([fingerprint("K2")], in: &turn)
        try queue(ids, in: turn)
        let added = try store.add(try found("K2"), note: nil, by: person, at: noon)
        let refusal = "\(added) was added while \(turn.rotation.id) looked; rotate again"
        #expect(throws: StoreError.refused(refusal)) { try self.store.publish(turn) }
        let next = try begin()
        try queue([added], in: next)
        try store.publish(next)
        #expect(try store.queue(.active, after: 0, limit: 9).map(\.exception.id) == [added])
        #expect(try store.journalFaults().isEmpty)
    }

    func snoozedRowsAreListed() throws {
        let ids = try open("K1", "K2", "K3")
        for id in [ids[2], ids[0]] {
            var exception = try exception(id)
            exception.snooze = Snooze(
                until: noon.advanced(byDays: 1), reason: nil, by: person.name, at: noon, worth: nil)
            let event = JournalEvent(.snoozed, id.description, state: "active")
            try store.change(exception, expecting: 1, event: event, by: person, at: noon)
        }
        #expect(try store.snoozed().map(\.exception.id) == [ids[0], ids[2]])
        #expect(try store.queue(.active, after: 0, limit: 9).count == 3)
        try change(ids[0], to: .verifying, .closed)
        #expect(try store.snoozed().map(\.row.position) == [3])
    }
}
