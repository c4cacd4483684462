import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// A store outlives the version of a module that wrote into it.
@Suite struct KeptStateTests {
    private static let later = InstalledStage(LaterStage.self)
    private let wheel: Wheel

    /// Turned once by the earlier version, with a limit that a person set.
    init() throws {
        let store = try store(Export.sample)
        try store.keep(
            [], knobs: ("versioned", #"{"gone":3,"limit":4}"#), events: [], by: Actor(.person, "ann"), at: .noon)
        var wheel = Wheel(store: store, stages: [InstalledStage(EarlierStage.self)])
        try wheel.turn()
        wheel.stages = [Self.later, InstalledStage(BlockedStage.self)]
        self.wheel = wheel
    }

    private func state() throws -> StageState { try #require(try wheel.store.stageStates().first) }

    @Test func whatAnotherVersionWroteIsNamed() throws {
        #expect(try InstalledStage(EarlierStage.self).unread(in: state()).isEmpty)
        #expect(try Self.later.unread(in: state()) == [.model, .formerKnob("gone")])
        #expect(Self.later.unread(in: StageState(workflow: "versioned", knobs: #"{"limit":"four"}"#)) == [.knobs])
        #expect(Self.later.unread(in: StageState(workflow: "versioned")).isEmpty)
    }

    @Test func theWheelTurnsOnAndWritesAnew() throws {
        try wheel.turn(at: .noon + 0.1)
        #expect(try Self.later.unread(in: state()) == [.formerKnob("gone")])
        let low = try #require(try exception(of: "versioned", on: "L05", in: wheel.store))
        #expect(try low.evidence.text() == #"{"listings":12,"units":3}"#)
        #expect(try exception(of: "blocked", on: "L05", in: wheel.store) != nil)
    }

    @Test func aKnobThatAPersonSetStays() throws {
        #expect(try Self.later.knobValues(state().knobs) == ["limit": 4])
        let moved = try Self.later.knobs(state().knobs, setting: "limit", to: 6)
        #expect(moved == #"{"least":0,"limit":6}"#)
    }

    @Test func whatWasSeenAsksUntilItIsSeenAgain() throws {
        let low = try #require(try exception(of: "versioned", on: "L05", in: wheel.store))
        let resolution = try Plan(wheel.stages).resolution(of: low, states: wheel.store.stageStates())
        guard case .ask(let reason) = resolution.action else {
            Issue.record("\(resolution)")
            return
        }
        #expect(reason.contains("another version"))
    }

    @Test func whatEndsUnreadTeachesNothing() throws {
        try Export.stock(["L00": 50, "L04": 50, "L05": 50], at: .noon + 0.1).keep(in: wheel.store)
        try wheel.turn(at: .noon + 0.2)
        #expect(try wheel.store.outcomes().count == 3)
        #expect(try state().record.isEmpty)
    }

    /// Others in their place would be chosen by nobody.
    @Test func knobsThatCannotBeReadStopTheWheelByName() throws {
        try wheel.store.keep(
            [], knobs: ("versioned", #"{"limit":"four"}"#), events: [], by: Actor(.person, "ann"), at: .noon)
        #expect(throws: UnreadKnobs(workflow: "versioned")) { try wheel.turn(at: .noon + 0.1) }
    }
}
