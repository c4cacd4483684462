import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// People work while the wheel turns: what they changed since it read is theirs.
@Suite struct ConflictTests {
    private let memory: MemoryStore
    private let wheel: Wheel
    private let id: ExceptionID

    /// L03 stands, and the next file no longer shows it.
    init() throws {
        memory = try store(Export.sample)
        wheel = Wheel(store: memory)
        try wheel.turn()
        id = try #require(try exception(of: "blocked", on: "L03", in: memory)).id
        try Export.blocked([("L00", 100), ("L05", 25)], at: .noon + 1).keep(in: memory)
    }

    private func claim(_ id: ExceptionID) throws {
        try Workbench(memory, plan: Plan([]), actor: Actor(.person, "ann"), now: .noon + 1).claim(id)
    }

    /// Turns the wheel while somebody claims the exception.
    @discardableResult
    private func turnMeanwhile() throws -> RotationSummary {
        try wheel.turn(at: .noon + 1) { try claim(id) }
    }

    @Test func theRotationGivesWay() throws {
        let summary = try turnMeanwhile()
        #expect(summary.skipped == 1)
        let claimed = try #require(try memory.exception(id))
        #expect(claimed.claimedBy == "ann" && claimed.state == .active && claimed.version == 2)
        #expect(try memory.history(of: id.description).map(\.event.verb) == [.opened, .claimed])
        #expect(try memory.journalFaults().isEmpty)
    }

    @Test func theNextRotationCatchesUp() throws {
        try turnMeanwhile()
        #expect(try memory.outcomes().isEmpty)
        #expect(try wheel.turn(at: .noon + 1).skipped == 0)
        #expect(try memory.outcomes().map(\.exception) == [id])
        #expect(try memory.exception(id)?.state == .cleared)
    }

    @Test func nothingIsLearnedFromWhatGaveWay() throws {
        try turnMeanwhile()
        #expect(try memory.stageStates().allSatisfy { $0.record.isEmpty })
        try wheel.turn(at: .noon + 1)
        let state = try #require(try memory.stageStates().first { $0.workflow == "blocked" })
        #expect(try CanonicalJSON.value(TrackRecord.self, from: state.record).total == 1)
    }

    @Test func theKeptSummarySaysWhatWasSkipped() throws {
        let summary = try turnMeanwhile()
        let kept = try #require(try memory.currentRotation()).summary
        #expect(try CanonicalJSON.value(RotationSummary.self, from: kept) == summary)
    }

    @Test func whatOthersDidToOtherRowsIsNoConflict() throws {
        let other = try #require(try exception(of: "blocked", on: "L00", in: memory)).id
        #expect(try wheel.turn(at: .noon + 1) { try claim(other) }.skipped == 0)
        #expect(try memory.exception(id)?.state == .cleared)
        #expect(try memory.exception(other)?.claimedBy == "ann")
    }
}
