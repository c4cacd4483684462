import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct DismissalTests {
    private func wheel() throws -> Wheel { Wheel(store: try store(Export.sample)) }

    private func bench(_ wheel: Wheel, _ name: String = "ann", at now: Instant) throws -> Workbench {
        Workbench(wheel.store, plan: try Plan(wheel.stages), actor: Actor(.person, name), now: now)
    }

    @Test func whatIsDismissedEndsWithTheNextTurnAndTeachesWhatWasSaid() throws {
        let wheel = try wheel()
        try wheel.turn()
        let row = try #require(try exception(of: "blocked", on: "L03", in: wheel.store))
        let dismissed = try bench(wheel, at: .noon + 0.1).dismiss(row.id, as: .noise, note: "a test listing")
        #expect(dismissed.state == .verifying && dismissed.dismissal == .noise)
        try Export.blocked([("L00", 100), ("L03", 40), ("L05", 25)], at: .noon + 0.5).keep(in: wheel.store)
        try wheel.turn(at: .noon + 0.6)
        #expect(try wheel.store.exception(row.id)?.state == .dismissed)
        let outcome = try #require(try wheel.store.outcomes().first { $0.exception == row.id })
        #expect(outcome.verdict == .noise && outcome.rootCause == nil && outcome.work?.closer == "ann")
        #expect(outcome.ended == .noon + 0.1)
    }

    @Test func itStaysAwayWhileItsStageClaimsTheSame() throws {
        let wheel = try wheel()
        try wheel.turn()
        let row = try #require(try exception(of: "blocked", on: "L03", in: wheel.store))
        try bench(wheel, at: .noon + 0.1).dismiss(row.id, as: .known)
        for day in [1.0, 5, 9] {
            try Export.blocked([("L03", 40)], at: .noon + day).keep(in: wheel.store)
            try wheel.turn(at: .noon + day + 0.1)
            #expect(try exception(of: "blocked", on: "L03", in: wheel.store) == nil)
        }
        // Something else is claimed of it, and the week is over.
        try Export.blocked([("L03", 90)], at: .noon + 10).keep(in: wheel.store)
        try wheel.turn(at: .noon + 10.1)
        let again = try #require(try exception(of: "blocked", on: "L03", in: wheel.store))
        #expect(again.previous == row.id && again.state == .active)
    }

    @Test func untilTheNextTurnItIsTakenBack() throws {
        let wheel = try wheel()
        try wheel.turn()
        let row = try #require(try exception(of: "blocked", on: "L03", in: wheel.store))
        let bench = try bench(wheel, at: .noon + 0.1)
        try bench.dismiss(row.id, as: .duplicate)
        let undone = try bench.undo(row.id)
        #expect(undone.undone == .dismissed && undone.exception.state == .active)
        try bench.dismiss(row.id, as: .duplicate)
        #expect(try bench.reopen(row.id).state == .active)
        try bench.claim(row.id)
        #expect(throws: WorkError.self) { try self.bench(wheel, "bo", at: .noon + 0.1).dismiss(row.id, as: .noise) }
    }
}
