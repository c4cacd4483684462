import Calendars
import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct OutcomeTests {
    private let wheel: Wheel

    init() throws {
        wheel = Wheel(
            store: try store(Export.sample),
            policy: WorkPolicy(
                rules: [WorkPolicy.Rule(kinds: ["blocked"], owner: "catalog")], calendar: .alwaysOpen))
    }

    private func bench(_ name: String, at now: Instant) throws -> Workbench {
        Workbench(wheel.store, plan: try Plan(wheel.stages), actor: Actor(.person, name), now: now)
    }

    private func keep(_ issues: [(String, Int)], at: Instant) throws {
        try Export.blocked(issues, at: at).keep(in: wheel.store)
    }

    private func blocked(_ code: String) throws -> ExceptionID {
        try #require(try exception(of: "blocked", on: code, in: wheel.store)).id
    }

    @Test func aWorkedRowLeavesEverythingThatWasDoneAboutIt() throws {
        try wheel.turn()
        let id = try blocked("L03")
        let name = try #require(try wheel.store.exception(id)).fingerprint.text
        let terms = try #require(try wheel.terms()[name])
        let waiting = try wheel.queue().count
        try bench("ann", at: .noon + 0.1).claim(id)
        try bench("ann", at: .noon + 0.105).openPlaybook(of: id)
        try bench("ann", at: .noon + 0.11).markStep(1, of: id)
        try bench("ann", at: .noon + 0.12).close(id, rootCause: "policy")
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.3)
        let summary = try wheel.turn(at: .noon + 0.4)
        let work = try #require(try wheel.store.outcomes().first?.work)
        #expect(summary.verified == 1 && summary.verifiedAtRisk == work.atRiskAtEnd?.minorUnits)
        #expect(work.source == .stage && !work.isOnsetKnown && work.tier != nil)
        #expect(work.atRiskAtOpen == terms.atRisk.map { Money(minorUnits: $0, terms.currency) })
        #expect(work.atRiskAtEnd == work.atRiskAtOpen && work.atRiskAtOpen != nil)
        #expect(work.firstClaimed == .noon + 0.1 && work.worker == "ann" && work.closer == "ann")
        #expect(work.isRouted == true && work.due != nil)
        let rank = try #require(work.rankAtClaim)
        #expect(rank.place > 1 && rank.waiting == waiting)
        #expect(work.touches == 4 && work.touchSeconds == Int((0.02 * 86_400).rounded()))
        #expect(work.hasOpenedPlaybook && work.steps == 2 && work.stepsDone == 1 && work.stepsAutomatic == 0)
        #expect(work.notFixed == 0 && work.repeatOf == nil && work.regressionOf == nil && work.prevention == nil)
    }

    @Test func whatNobodyTouchedSaysWhoWouldHaveHadIt() throws {
        try wheel.turn()
        let id = try blocked("L03")
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.3)
        try wheel.turn(at: .noon + 0.4)
        let outcome = try #require(try wheel.store.outcomes().first)
        let work = try #require(outcome.work)
        #expect(outcome.exception == id && outcome.verdict == .selfCleared)
        #expect(work.isRouted == true && work.touches == 0 && work.touchSeconds == nil && work.rankAtClaim == nil)
        #expect(work.closer == nil && work.worker == nil && work.firstClaimed == nil)
        #expect(work.atRiskAtEnd != nil, "what it last stood in the queue with")
    }

    @Test func aRowThatVanishesAfterAClaimHasNoCloser() throws {
        try wheel.turn()
        try bench("ann", at: .noon + 0.1).claim(try blocked("L03"))
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.3)
        let summary = try wheel.turn(at: .noon + 0.4)
        #expect(summary.selfCleared == 0 && summary.actedOn == 1 && summary.dismissed == 0)
        let outcome = try #require(try wheel.store.outcomes().first)
        #expect(outcome.verdict == .actionable && outcome.rootCause == nil)
        #expect(outcome.work?.worker == "ann" && outcome.work?.closer == nil)
    }

    @Test func aFixThatTheNextReportDoesNotShowYetIsStillItsClosers() throws {
        try wheel.turn()
        let id = try blocked("L03")
        try bench("ann", at: .noon + 0.1).close(id, rootCause: "policy")
        try keep([("L00", 100), ("L03", 40), ("L05", 25)], at: .noon + 0.9)
        try wheel.turn(at: .noon + 1)
        #expect(try wheel.store.exception(id)?.state == .notFixed)
        try keep([("L00", 100), ("L05", 25)], at: .noon + 1.9)
        try wheel.turn(at: .noon + 2)
        let outcome = try #require(try wheel.store.outcomes().first)
        #expect(outcome.verdict == .actionable && outcome.isVerified == true && outcome.rootCause == "policy")
        #expect(outcome.work?.closer == "ann" && outcome.work?.notFixed == 1)
        // It lasted for as long as the data showed it.
        #expect(outcome.ended == .noon + 2 && outcome.verified == .noon + 2)
    }

    @Test func whatComesBackAfterAVerifiedEndNamesIt() throws {
        let number = try decide("prevention", "policy", from: .noon + 0.45)
        try wheel.turn()
        let first = try blocked("L03")
        try bench("ann", at: .noon + 0.2).close(first, rootCause: "policy", minutes: 7)
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.3)
        try wheel.turn(at: .noon + 0.4)
        try keep([("L00", 100), ("L03", 40), ("L05", 25)], at: .noon + 0.5)
        try wheel.turn(at: .noon + 0.6)
        let second = try blocked("L03")
        try bench("ben", at: .noon + 0.7).close(second, rootCause: "policy")
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.8)
        try wheel.turn(at: .noon + 0.9)
        let outcomes = try wheel.store.outcomes()
        #expect(outcomes.map(\.exception) == [first, second])
        #expect(outcomes[0].work?.touchSeconds == 420 && outcomes[0].work?.prevention == nil)
        #expect(outcomes[1].work?.repeatOf == first && outcomes[1].work?.regressionOf == first)
        #expect(outcomes[1].work?.prevention == number && outcomes[1].work?.closer == "ben")
    }

    @Test func whatIsReadAsTheSameCauseRepeatsItAndIsUnderItsPrevention() throws {
        let number = try decide("prevention", "policy", from: .noon + 0.45)
        try wheel.turn()
        let first = try blocked("L03")
        try bench("ann", at: .noon + 0.2).close(first, rootCause: "rules", newCause: true)
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.3)
        try wheel.turn(at: .noon + 0.4)
        try keep([("L00", 100), ("L03", 40), ("L05", 25)], at: .noon + 0.5)
        try wheel.turn(at: .noon + 0.6)
        let second = try blocked("L03")
        try bench("ben", at: .noon + 0.7).close(second, rootCause: "rules")
        _ = try decide("rule", CauseMerges.subject("rules", into: "policy"), from: .noon + 0.75)
        try keep([("L00", 100), ("L05", 25)], at: .noon + 0.8)
        try wheel.turn(at: .noon + 0.9)
        try keep([("L00", 100), ("L03", 40), ("L05", 25)], at: .noon + 1)
        try wheel.turn(at: .noon + 1.1)
        let third = try blocked("L03")
        try bench("ben", at: .noon + 1.2).close(third, rootCause: "policy")
        try keep([("L00", 100), ("L05", 25)], at: .noon + 1.3)
        try wheel.turn(at: .noon + 1.4)
        let outcomes = try wheel.store.outcomes()
        #expect(outcomes.map(\.rootCause) == ["rules", "rules", "policy"], "the word that was said")
        #expect(outcomes.map(\.work?.repeatOf) == [nil, first, second])
        #expect(outcomes.map(\.work?.prevention) == [nil, number, number])
    }

    /// Keeps a decision about the workflow.
    private func decide(_ kind: String, _ subject: String, from: Instant) throws -> Int64 {
        let number = try wheel.store.reserve(1, of: .decision)
        let body = "{\"effective\":\"\(from)\",\"kind\":\"\(kind)\",\"subject\":\"\(subject)\"}"
        let record = LoopRecord(
            .decision, number: number, key: "\(kind) \(subject)", workflow: "blocked", state: "inForce", at: .noon,
            by: "ann", body: body)
        try wheel.store.keep([record], by: Actor(.person, "ann"), at: .noon)
        return number
    }

    @Test func aClaimSaysWhereTheRowStoodAmongThoseThatWaited() throws {
        try wheel.turn()
        let rows = try wheel.queue().map(\.exception.id)
        for (index, id) in rows.prefix(3).enumerated() {
            try bench("ann", at: .noon + 0.1 + Double(index) / 100).claim(id)
        }
        let details = try rows.prefix(3).map { id in
            ClaimDetail(try wheel.store.history(of: id.description).last?.event.detail ?? "")?.rank
        }
        // What others have in hand does not wait, and is none of those that do.
        #expect(details == (0..<3).map { QueueRank(1, of: rows.count - $0) })
        try bench("ben", at: .noon + 0.2).snooze(rows[3], until: .noon + 1, reason: "supplier")
        try bench("ben", at: .noon + 0.2).claim(rows[5])
        let below = try wheel.store.history(of: rows[5].description).last?.event.detail
        #expect(ClaimDetail(below ?? "")?.rank == QueueRank(2, of: rows.count - 4))
    }
}
