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

    /// Turns the wheel on these days with L03 blocked at such percentages, `nil` for not at all; the open row after each.
    private func turn(_ wheel: Wheel, _ days: [(day: Double, percent: Int?)]) throws -> [ExceptionRecord?] {
        try days.map { day, percent in
            try Export.blocked(percent.map { [("L03", $0)] } ?? [], at: .noon + day).keep(in: wheel.store)
            try wheel.turn(at: .noon + day + 0.1)
            return try exception(of: "blocked", on: "L03", in: wheel.store)
        }
    }

    /// A wheel with L03 blocked at 40 %, which somebody dismissed.
    private func dismissed() throws -> (wheel: Wheel, id: ExceptionID) {
        let wheel = try wheel()
        try wheel.turn()
        let row = try #require(try exception(of: "blocked", on: "L03", in: wheel.store))
        try bench(wheel, at: .noon + 0.1).dismiss(row.id, as: .known)
        return (wheel, row.id)
    }

    @Test("What goes on stays away though its numbers move, until it is half as much again")
    func whatGoesOnStaysAway() throws {
        let (wheel, id) = try dismissed()
        let rows = try turn(wheel, [(1, 40), (5, 90), (9, 44), (16, 30), (23, 59), (30, 61)])
        #expect(rows.dropLast().allSatisfy { $0 == nil })
        let last = rows[5]
        let again = try #require(last)
        #expect(again.previous == id && again.state == .active)
        #expect(try wheel.store.dismissedExceptions().isEmpty, "the new row says now what is known of it")
    }

    @Test func whatWasOverAndComesBackIsAnotherProblem() throws {
        let (wheel, id) = try dismissed()
        #expect(try turn(wheel, [(1, 40), (8, nil)]).allSatisfy { $0 == nil })
        #expect(try wheel.store.dismissedExceptions().isEmpty)
        let row = try turn(wheel, [(12, 10)])[0]
        let again = try #require(row)
        #expect(again.previous == id && again.state == .active)
    }

    @Test func aLookThatKnowsNothingEndsNoDismissal() throws {
        let (wheel, id) = try dismissed()
        _ = try turn(wheel, [(1, 40)])
        // Nothing newer came in: the report is stale.
        try wheel.turn(at: .noon + 20)
        #expect(try wheel.store.dismissedExceptions().map(\.id) == [id])
        #expect(try turn(wheel, [(21, 44)])[0] == nil)
    }

    @Test func afterAQuarterOfAYearAPersonIsAskedAgain() throws {
        let (wheel, id) = try dismissed()
        let rows = try turn(wheel, [(1, 40), (40, 40), (89, 40), (91, 40)])
        #expect(rows.dropLast().allSatisfy { $0 == nil })
        #expect(rows.last??.previous == id)
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
