import FlywheelKit
import FlywheelStore
import Testing

/// What is proposed to change of listings, and what people make of it.
extension Bench {
    private func price(_ from: Int64, _ to: Int64) throws -> ListingChange {
        let dollar = try #require(Currency("USD"))
        return .price(
            PriceChange(
                from: Money(minorUnits: from, dollar), to: Money(minorUnits: to, dollar), unitsNow: 2, unitsThen: 3.5,
                gain: Money(minorUnits: 410, dollar)))
    }

    /// Has a rotation propose changes to end an exception.
    private func propose(_ changes: [ListingChange], for id: ExceptionID, in turn: inout Turn) throws -> [ChangeRecord]
    {
        let first = try store.reserveChanges(changes.count).number
        let fingerprint = try store.exception(id)?.fingerprint ?? fingerprint("K1")
        let records = changes.enumerated().map { index, change in
            ChangeRecord(
                id: ChangeID(first + Int64(index)), exception: id, fingerprint: fingerprint, proposal: change,
                proposed: turn.rotation.asOf, rotation: turn.rotation.id, mode: .test)
        }
        turn.proposals += records
        turn.events += records.map { JournalEvent(.proposed, $0.id.description, state: $0.state.rawValue) }
        return records
    }

    func proposalsCountOncePublished() throws {
        let exception = try open("K1")[0]
        var turn = try begin()
        try queue([exception], in: turn)
        let attributes = ListingChange.attributes([
            AttributeChange("brand", to: nil), AttributeChange("color", to: "é\t"),
        ])
        let records = try propose([price(2_000, 1_800), attributes], for: exception, in: &turn)
        #expect(try store.listingChanges(waiting: false).isEmpty)
        #expect(try store.listingChange(records[0].id) == nil)
        try store.publish(turn)
        #expect(try store.listingChanges(waiting: true) == records)
        #expect(try store.listingChanges(of: [exception]) == records)
        #expect(try store.listingChanges(of: [ExceptionID(99)]).isEmpty)
        #expect(try store.listingChange(records[1].id) == records[1])
        #expect(try store.history(of: records[0].id.description).map(\.event.verb) == [.proposed])
        try reopen()
        #expect(try store.listingChanges(waiting: false) == records)
        #expect(try store.reserveChanges(1) > records[1].id)
        #expect(try store.journalFaults().isEmpty)
    }

    func unpublishedProposalsAreSwept() throws {
        let exception = try open("K1")[0]
        var turn = try begin()
        _ = try propose([price(2_000, 1_800)], for: exception, in: &turn)
        var stale = try #require(try store.exception(exception))
        stale.version = 7
        turn.changes.append((stale, 7))
        #expect(throws: StoreError.changedMeanwhile([exception])) { try self.store.publish(turn) }
        #expect(try store.listingChanges(waiting: false).isEmpty)
        let next = try begin()
        try queue([exception], in: next)
        try store.publish(next)
        #expect(try store.listingChanges(waiting: false).isEmpty)
        #expect(try store.journalFaults().isEmpty)
    }

    func changesAreSettledTogetherOrNotAtAll() throws {
        let exception = try open("K1")[0]
        var turn = try begin()
        try queue([exception], in: turn)
        var records = try propose([price(2_000, 1_800), price(2_000, 1_700)], for: exception, in: &turn)
        try store.publish(turn)
        records[0].state = .approved
        records[0].mode = .live
        records[0].decided = noon
        records[0].decidedBy = person.name
        records[0].completed = try price(2_000, 1_900)
        records[0].proposal = try price(2_000, 1_801)
        try store.settle([SettledChange(records[0], .approved, detail: "live")], by: person, at: noon)
        let approved = try #require(try store.listingChange(records[0].id))
        records[0].version += 1
        #expect(approved == records[0])

        var written = approved
        written.state = .written
        written.written = ChangeRecord.File(path: "/a b/ü.txt", digest: "00ff", at: noon, by: person.name)
        var outdated = records[1]
        outdated.version = 5
        #expect(throws: StoreError.changedMeanwhile([exception])) {
            try self.store.settle(
                [SettledChange(written, .written), SettledChange(outdated, .refused)], by: person, at: noon)
        }
        #expect(try store.listingChange(approved.id) == approved)
        try store.settle([SettledChange(written, .written, detail: "00ff")], by: person, at: noon)
        written.version += 1
        #expect(try store.listingChange(approved.id) == written)
        #expect(try store.listingChanges(waiting: true) == [records[1]])
        let history = try store.history(of: approved.id.description)
        #expect(history.map(\.event.verb) == [.proposed, .approved, .written])
        #expect(history.map(\.event.state) == ["proposed", "approved", "written"])
        #expect(history.last?.event.detail == "00ff")
        let unknown = ChangeRecord(
            id: ChangeID(99), exception: exception, fingerprint: fingerprint("K1"), proposal: try price(1, 2),
            proposed: noon, rotation: turn.rotation.id, mode: .test)
        #expect(throws: StoreError.unknown("change L99")) {
            try self.store.settle([SettledChange(unknown, .refused)], by: person, at: noon)
        }
        #expect(try store.journalFaults().isEmpty)
    }

    func rotationGivesWayToADecision() throws {
        let exception = try open("K1")[0]
        var turn = try begin()
        try queue([exception], in: turn)
        let record = try propose([price(2_000, 1_800)], for: exception, in: &turn)[0]
        try store.publish(turn)

        var next = try begin()
        try queue([exception], in: next)
        var ended = record
        ended.state = .superseded
        next.superseded = [(ended, record.version)]
        next.events.append(JournalEvent(.superseded, record.id.description, state: "superseded"))
        let successor = try propose([price(2_000, 1_700)], for: exception, in: &next)[0]
        var approved = record
        approved.state = .approved
        try store.settle([SettledChange(approved, .approved)], by: person, at: noon)
        #expect(throws: StoreError.changedMeanwhile([exception])) { try self.store.publish(next) }
        #expect(try store.listingChanges(waiting: false).map(\.state) == [.approved])
        next.superseded = [(ended, record.version + 1)]
        try store.publish(next)
        #expect(try store.listingChanges(waiting: false).map(\.state) == [.superseded, .proposed])
        #expect(try store.listingChanges(waiting: true) == [successor])
        #expect(try store.journalFaults().isEmpty)
    }
}
