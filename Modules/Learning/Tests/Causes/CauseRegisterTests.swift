import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

@testable import Learning

@Suite struct CauseRegisterTests {
    private let ledger: Ledger
    private let register: CauseRegister

    init() throws {
        ledger = try Ledger(.sqlite)
        register = CauseRegister(store: ledger.store, plan: ledger.plan)
    }

    private func merge(_ cause: String, into other: String, at days: Double = 2) throws -> LoopRecord {
        try register.merge(
            cause, into: other, of: "suppressions", by: Actor(.person, "ann"), at: Ledger.day(days))
    }

    /// Three closes, two of them for a cause of people's own, one of which the data have not judged.
    private func close() throws {
        let ids = try ledger.turn(at: 0, opens: ["K1", "K2", "K3"].map { Ledger.fingerprint($0) })
        try ledger.bench("ann", at: 0.1).close(ids[0], rootCause: "photo", newCause: true)
        // It is known from then on.
        try ledger.bench("ben", at: 0.2).close(ids[1], rootCause: "photo")
        try ledger.bench("ben", at: 0.3).close(ids[2], rootCause: "image")
        try ledger.turn(at: 1, ends: [(ids[0], .verified), (ids[2], .verified)])
    }

    @Test func aCauseThatSomebodyClosedWithIsListedAndOffered() throws {
        #expect(try register.causes(at: Ledger.day(0)).map(\.id) == ["image"])
        try close()
        let causes = try register.causes(at: Ledger.day(1))
        #expect(causes.map(\.id) == ["photo", "image"] && causes.map(\.count) == [2, 1])
        #expect(causes.map(\.title) == [nil, "The picture is wrong."])
        #expect(causes[0].last == Ledger.day(0.2) && causes[0].readAs == nil)
        let next = try ledger.turn(at: 2, opens: [Ledger.fingerprint("K9")])
        let refusal = #expect(throws: WorkError.self) {
            try ledger.bench("ann", at: 2).close(next[0], rootCause: "foto")
        }
        guard case .causeUnknown(_, "foto", let offered) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(offered.map(\.id) == ["image", "photo"])
    }

    @Test func aMergeIsADecisionAndChangesNoOutcome() throws {
        try close()
        let before = try ledger.store.outcomes()
        let record = try merge("photo", into: "image")
        #expect(record.state == "in-force" && record.workflow == "suppressions" && record.id == "D1")
        #expect(try register.causes(at: Ledger.day(1.9)).map(\.readAs) == [nil, nil])
        #expect(try register.causes(at: Ledger.day(2)).map(\.readAs) == ["image", nil])
        #expect(try ledger.store.outcomes() == before)
        #expect(try ledger.store.journalFaults().isEmpty)
        let decisions = try ledger.reader.history(until: Ledger.day(3)).decisions
        #expect(decisions.map(\.evidence) == [["image: 1 closes", "photo: 2 closes"]])
    }

    @Test func onlyKnownCausesAreMergedAndInNoCircle() throws {
        try close()
        #expect(throws: CauseError.unknown("foto", workflow: "suppressions", known: ["photo", "image"])) {
            try merge("foto", into: "image")
        }
        #expect(throws: CauseError.circle("image", "image")) { try merge("image", into: "image") }
        _ = try merge("photo", into: "image")
        #expect(throws: CauseError.readSo("photo", "image")) { try merge("photo", into: "image", at: 3) }
        #expect(throws: CauseError.circle("image", "photo")) { try merge("image", into: "photo", at: 3) }
        #expect(try ledger.store.loopRecords(.decision).count == 1)
    }
}
