import FlywheelKit
import FlywheelStore
import Testing

/// What is decided about how to work and measured of it.
extension Bench {
    /// A record that was never kept, under the next number of its kind.
    private func record(
        _ kind: LoopRecord.Kind, _ key: String, workflow: String? = nil, state: String = "open", body: String = "{}"
    ) throws -> LoopRecord {
        LoopRecord(
            kind, number: try store.reserve(1, of: kind), key: key, workflow: workflow, state: state, at: noon,
            by: "ada", body: body)
    }

    func loopRecordsReturnAsTheyWere() throws {
        for kind in LoopRecord.Kind.allCases {
            var kept = try record(kind, "é\t|\(kind)", workflow: kind == .habit ? nil : "b", body: "{\"a\":[1]}")
            try store.keep([kept], by: person, at: noon)
            kept.version = 1
            #expect(try store.loopRecord(kind, kept.number) == kept)
            #expect(try store.loopRecord(kind, keyed: kept.key) == kept)
            kept.state = "done"
            kept.at = noon.advanced(byDays: 1)
            kept.by = "ben"
            kept.body = "{}"
            try store.keep([kept], by: person, at: noon)
            kept.version = 2
            try reopen()
            #expect(try store.loopRecords(kind) == [kept])
            #expect(try store.loopRecord(kind, kept.number + 1) == nil)
            #expect(try store.loopRecord(kind, keyed: "") == nil)
            let history = try store.history(of: kept.id).map(\.event)
            #expect(history.map(\.verb) == [.recorded, .recorded] && history.map(\.state) == ["open", "done"])
            #expect(try store.reserve(2, of: kind) > kept.number)
        }
        #expect(Set(LoopRecord.Kind.allCases.map(\.letter)).count == LoopRecord.Kind.allCases.count)
        #expect(try store.journalFaults().isEmpty)
    }

    func loopRecordsAreKeptTogetherOrNotAtAll() throws {
        let first = try record(.proposal, "a")
        try store.keep([first], by: person, at: noon)
        let length = try store.journalLength()
        let second = try record(.proposal, "b")
        let sameKey = try record(.proposal, "a")
        #expect(throws: StoreError.recordsChangedMeanwhile([sameKey.id])) {
            try self.store.keep(
                [second, sameKey], knobs: ("pricing", "{}"), events: [], by: person, at: noon)
        }
        var renamed = try #require(try store.loopRecord(.proposal, first.number))
        var outdated = renamed
        outdated.version = 7
        renamed = LoopRecord(
            .proposal, number: first.number, key: "c", state: "open", at: noon, by: "ada", version: 1)
        #expect(throws: StoreError.recordsChangedMeanwhile([outdated.id, renamed.id, first.id])) {
            try self.store.keep([outdated, renamed, first, second], by: person, at: noon)
        }
        #expect(try store.loopRecords(.proposal).map(\.number) == [first.number])
        #expect(try store.stageStates().isEmpty)
        #expect(try store.journalLength() == length)
        let event = JournalEvent(.approved, second.id, state: second.state, detail: "more")
        try store.keep([second], knobs: ("pricing", "{\"a\":1}"), events: [event], by: person, at: noon)
        #expect(try store.stageStates() == [StageState(workflow: "pricing", knobs: "{\"a\":1}")])
        #expect(try store.journalLength() == length + 1)
        #expect(try store.history(of: second.id).map(\.event.verb) == [.recorded, .approved])
        #expect(try store.history(of: "pricing").map(\.event.verb) == [.tuned])
        #expect(try store.journalFaults().isEmpty)
    }

    func loopRecordsAreFoundByWorkflowAndState() throws {
        let records = try [("a", "x"), ("b", "x"), (nil, "x"), ("a", "y")].enumerated().map { index, pair in
            try record(.candidate, "\(index)", workflow: pair.0, state: pair.1)
        }
        try store.keep(records + [try record(.link, "0", workflow: "a", state: "x")], by: person, at: noon)
        func found(_ workflow: String?, _ state: String?) throws -> [String] {
            try store.loopRecords(.candidate, workflow: workflow, state: state).map(\.key)
        }
        #expect(try found(nil, nil) == ["0", "1", "2", "3"])
        #expect(try found("a", nil) == ["0", "3"])
        #expect(try found(nil, "x") == ["0", "1", "2"])
        #expect(try found("a", "x") == ["0"])
        #expect(try found("c", "x").isEmpty)
    }

    func decisionsShareTheirNumbers() throws {
        let first = try store.reserve(2, of: .decision)
        let desk = try store.reserve(1, of: DecisionRecord.self)
        #expect(desk.number == first + 2)
        #expect(try store.reserve(1, of: .decision) == first + 3)
        #expect(try store.reserve(1, of: .proposal) == 1)
    }

    func keptKnobsOutliveARotation() throws {
        var turn = try begin()
        turn.learned = [StageState(workflow: "b", model: "1", record: "2")]
        try store.publish(turn)
        var next = try begin()
        try store.keep([], knobs: ("b", "{\"least\":3}"), events: [], by: person, at: noon)
        next.learned = [StageState(workflow: "b", knobs: "old", model: "3", record: "4")]
        try store.publish(next)
        #expect(
            try store.stageStates() == [
                StageState(workflow: "b", knobs: "{\"least\":3}", model: "3", record: "4")
            ])
        #expect(try store.journalFaults().isEmpty)
    }

    func simulationsAreSaidBeforeAnythingElse() throws {
        #expect(try !store.isSimulated())
        try store.markSimulated(seed: .max, by: person, at: noon)
        try reopen()
        #expect(try store.isSimulated())
        #expect(throws: StoreError.holdsData) { try self.store.markSimulated(seed: 1, by: person, at: noon) }
        #expect(try store.events().map(\.event) == [.simulated(seed: .max)])
        #expect(try store.journalFaults().isEmpty)
    }
}
