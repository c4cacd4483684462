import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What becomes of predictions whose probability scatters about the threshold.
@Suite struct ScatterTests {
    private static let stage = InstalledStage(ChanceStage.self)
    private var wheel: Wheel

    init() throws { wheel = Wheel(store: try store([]), stages: [Self.stage]) }

    private func bench(at now: Instant) throws -> Workbench {
        try Workbench(wheel.store, plan: Plan([Self.stage]), actor: Actor(.person, "ann"), now: now)
    }

    /// The row on the listing once it is said to run out with so many percent.
    @discardableResult
    private func day(_ day: Double, percent: Int) throws -> ExceptionRecord? {
        try Export.stock(["A": percent], at: .noon + day - 0.1).keep(in: wheel.store)
        try wheel.turn(at: .noon + day)
        return try exception(of: "chance", on: "A", in: wheel.store)
    }

    @Test func aPredictionThatScattersAboutItsThresholdStaysWhoseItIs() throws {
        let opened = try #require(try day(0, percent: 24))
        try bench(at: .noon + 0.1).claim(opened.id)
        try bench(at: .noon + 0.2).snooze(opened.id, until: .noon + 20, reason: "supplier")
        let below = try #require(try day(1, percent: 19))
        #expect(below.id == opened.id && below.state == .predicted)
        #expect(below.exposure.probability == 0.19, "it says what holds now")
        let back = try #require(try day(2, percent: 23))
        #expect(back.id == opened.id && back.claimedBy == "ann" && back.snooze != nil)
        #expect(try day(3, percent: 16)?.id == opened.id)
        #expect(try day(4, percent: 14) == nil)
        #expect(try wheel.store.outcomes().map(\.verdict) == [.didNotHappen])
    }

    @Test func whatIsBelowTheThresholdOpensNothing() throws {
        #expect(try day(0, percent: 19) == nil)
        #expect(try day(1, percent: 20) != nil)
    }

    @Test func anEmptyShelfThatWasFilledIsOverAndForeseesNothing() throws {
        #expect(try day(0, percent: 100)?.state == .active)
        #expect(try day(1, percent: 17) == nil)
        #expect(try wheel.store.outcomes().map(\.verdict) == [.selfCleared])
    }

    @Test func whatAPersonClosedIsNeitherConfirmedNorRefutedByIt() throws {
        let opened = try #require(try day(0, percent: 24))
        try bench(at: .noon + 0.1).close(opened.id, rootCause: "other", newCause: true)
        #expect(try day(1, percent: 19)?.state == .verifying)
        #expect(try day(2, percent: 14) == nil)
        #expect(try wheel.store.exception(opened.id)?.state == .verified)
    }

    @Test func whatAPersonDismissedIsNotOverForIt() throws {
        let opened = try #require(try day(0, percent: 24))
        try bench(at: .noon + 0.1).dismiss(opened.id, as: .noise)
        for (number, percent) in [19, 23, 17].enumerated() { try day(Double(number + 1), percent: percent) }
        #expect(try day(9, percent: 22) == nil, "a week is over, and it still goes on")
        try day(10, percent: 14)
        #expect(try day(11, percent: 22) != nil)
    }

    @Test func whatStandsIsNoCandidateBelowTheThreshold() throws {
        var looking = wheel
        looking.settings.review.share = 1
        try Export.stock(["A": 24, "B": 17], at: .noon - 0.1).keep(in: looking.store)
        #expect(try looking.turn().candidates.map(\.fingerprint.subject.code) == ["B"])
        try Export.stock(["A": 17, "B": 17], at: .noon + 0.9).keep(in: looking.store)
        #expect(try looking.turn(at: .noon + 1).candidates.map(\.fingerprint.subject.code) == ["B"])
    }
}
