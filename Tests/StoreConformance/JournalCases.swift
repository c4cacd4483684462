import FlywheelKit
import FlywheelStore
import Testing

extension Bench {
    func journalAgreesWithItself() throws {
        #expect(try store.journalFaults().isEmpty)
        try keep(draft("a"), factRows(["K1"]))
        let doubtful = try keep(draft("b"), factRows(["K1"]), as: .quarantined)
        try store.decideImport(doubtful, accept: false, by: person, at: noon)
        let ids = try open("K1", "K2")
        try change(ids[0], to: .verifying, .closed)
        try change(ids[0], to: .verified, .verified)
        try store.publish(begin())
        #expect(try store.journalFaults() == [])
        #expect(try store.journalLength() == 7)
    }

    func journalNoticesUnjournalledStates() throws {
        let ids = try open("K1", "K2")
        var exception = try exception(ids[1])
        exception.state = .cleared
        try store.change(
            exception, expecting: 1, event: JournalEvent(.claimed, ids[1].description), by: person, at: noon)
        let faults = try store.journalFaults()
        #expect(faults.map(\.sequence) == [1])
        #expect(
            faults.map(\.description) == ["\(ids[1]) is cleared, but entry 1, the last about it, left it active"])
    }

    func historyIsInOrder() throws {
        let ids = try open("K1", "K2")
        try change(ids[0], to: .verifying, .closed)
        try change(ids[1], to: .verifying, .closed)
        try change(ids[0], to: .notFixed, .notFixed)
        let history = try store.history(of: ids[0].description)
        #expect(history.map(\.event.verb) == [.opened, .closed, .notFixed])
        #expect(history.map(\.actor) == [.flywheel, person, person])
        #expect(history.allSatisfy { $0.at == noon && $0.event.subject == ids[0].description })
        #expect(try store.history(of: "X99").isEmpty)
        let events = try store.events()
        #expect(events.map(\.event.verb) == [.opened, .opened, .closed, .closed, .notFixed])
        #expect(events.map(\.event.subject) == [ids[0], ids[1], ids[0], ids[1], ids[0]].map(\.description))
        #expect(events.map(\.sequence) == [1, 1, 2, 3, 4])
        #expect(events.map(\.position) == [0, 1, 0, 0, 0])
        #expect(events.map(\.actor) == [.flywheel, .flywheel, person, person, person])
    }

    func openingOfNeighboursIsInTheHistoryOfEach() throws {
        var turn = try begin()
        let ids = try stage((0..<5).map { fingerprint("K\($0)") }, in: &turn)
        turn.events = [
            JournalEvent(.opened, ids[0].description, count: 3, cause: "\(turn.rotation.id)", state: "active"),
            JournalEvent(.opened, ids[3].description, count: 2, cause: "\(turn.rotation.id)", state: "active"),
        ]
        try queue(ids, in: turn)
        try store.publish(turn)
        let later = try open("K9")
        try change(ids[2], to: .verifying, .closed)
        for id in ids[..<2] { #expect(try store.history(of: id.description).map(\.event) == [turn.events[0]]) }
        #expect(try store.history(of: ids[2].description).map(\.event.verb) == [.opened, .closed])
        for id in ids[3...] { #expect(try store.history(of: id.description).map(\.event) == [turn.events[1]]) }
        #expect(try store.history(of: later[0].description).map(\.event.count) == [1])
        #expect(try store.history(of: "I\(ids[1].number)").isEmpty)
        #expect(try store.journalFaults() == [])
    }

    func journalIsReadOnInWholeEntries() throws {
        #expect(try store.journalEnd() == 0)
        #expect(try store.events(after: 0, limit: 5).isEmpty)
        let ids = try open("K1", "K2", "K3")
        try change(ids[0], to: .verifying, .closed)
        try change(ids[1], to: .verifying, .closed)
        try store.publish(begin())
        let all = try store.events()
        #expect(all.map(\.sequence) == [1, 1, 1, 2, 3])
        #expect(try store.journalEnd() == 4, "an entry without events is the newest")
        for (limit, sequences) in [(1, [1, 1, 1]), (3, [1, 1, 1]), (4, [1, 1, 1, 2]), (9, [1, 1, 1, 2, 3])] {
            #expect(try store.events(after: 0, limit: limit).map(\.sequence) == sequences.map(Int64.init), "\(limit)")
        }
        var read: [JournalLine] = []
        while case let page = try store.events(after: read.last?.sequence ?? 0, limit: 2), !page.isEmpty {
            read += page
        }
        #expect(read == all)
        #expect(try store.events(after: 2, limit: 1).map(\.sequence) == [3])
        #expect(try store.events(after: 99, limit: 1).isEmpty)
    }

    func reopenedStoreHasEverything() throws {
        let source = try keep(draft("a"), factRows(["K1", "K2"], ["P1", nil], ["price": integers(1, nil)]))
        let staged = try store.beginImport(draft("b"), by: person)
        let ids = try open("K1")
        try change(ids[0], to: .verifying, .closed)
        try reopen()
        #expect(try store.imports().map(\.id) == [source])
        #expect(try content("price", from: [source, staged]) == ["K1": [1], "K2": [nil]])
        #expect(try products() == ["K1": "P1"])
        #expect(try store.unfinishedExceptions().map(\.state) == [.verifying])
        #expect(try store.currentRotation()?.summary == "{\"rotation\":1}")
        #expect(try store.history(of: ids[0].description).count == 2)
        #expect(try store.journalFaults().isEmpty)
        #expect(throws: StoreError.alreadyImported(source)) { try self.store.beginImport(draft("a"), by: person) }
    }
}
