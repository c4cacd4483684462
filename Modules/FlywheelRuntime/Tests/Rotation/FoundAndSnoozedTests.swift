import FlywheelKit
import FlywheelMemory
import FlywheelStore
import RevenueAtRisk
import Testing

@testable import FlywheelRuntime

/// What rotations make of what people add, put off and hand over.
@Suite struct FoundAndSnoozedTests {
    private let wheel: Wheel

    init() throws {
        wheel = Wheel(store: try store(Export.sample))
        try wheel.turn()
    }

    private func bench(at now: Instant) throws -> Workbench {
        try Workbench(
            wheel.store, plan: Plan([InstalledStage(BlockedStage.self)]), actor: Actor(.person, "ann"), now: now)
    }

    private func stands(_ id: ExceptionID) throws -> ExceptionRecord { try #require(try wheel.store.exception(id)) }

    private func atRisk(_ id: ExceptionID) throws -> Int64? { try wheel.store.place(of: id)?.row.atRisk }

    private func last(_ id: ExceptionID) throws -> JournalEvent? {
        try wheel.store.history(of: id.description).last?.event
    }

    /// A day on which nothing is stale and these listings are blocked.
    @discardableResult
    private func day(_ days: Double, blocked: [(String, Int)]) throws -> RotationSummary {
        try Export.blocked(blocked, at: .noon + days - 0.01).keep(in: wheel.store)
        return try wheel.turn(at: .noon + days)
    }

    private static let same = [("L00", 100), ("L03", 40), ("L05", 25)]

    // MARK: Snoozes

    @Test func aSnoozeIsCountedAndEndsWhenItIsOver() throws {
        let id = try #require(try exception(of: "blocked", on: "L03", in: wheel.store)?.id)
        let before = try atRisk(id)
        try bench(at: .noon + 0.1).snooze(id, until: .noon + 2, reason: "supplier")
        let during = try day(1, blocked: Self.same)
        #expect(try stands(id).snooze != nil)
        #expect(try atRisk(id) != nil && before != nil)
        #expect(try during.open == wheel.queue().count, "it counts")
        try day(2, blocked: Self.same)
        #expect(try stands(id).snooze == nil)
        let woken = JournalEvent(.woken, "\(id)", cause: "R3", state: "active", detail: "due")
        #expect(try last(id) == woken)
    }

    @Test func aSnoozeEndsEarlyWhenTheLossGrows() throws {
        let id = try #require(try exception(of: "blocked", on: "L03", in: wheel.store)?.id)
        try bench(at: .noon + 0.1).snooze(id, until: .noon + 30, reason: "supplier")
        try day(1, blocked: [("L00", 100), ("L03", 45), ("L05", 25)])
        #expect(try stands(id).snooze != nil, "a little more is no other decision")
        let summary = try day(2, blocked: [("L00", 100), ("L03", 90), ("L05", 25)])
        #expect(try stands(id).snooze == nil)
        #expect(try last(id)?.detail == "grown")
        let verbs = try wheel.store.history(of: "\(id)").map(\.event.verb)
        #expect(verbs.suffix(2) == [.changed, .woken], "what made it grow is told too")
        #expect(summary.workflows.first?.changed == 1)
    }

    @Test func aSnoozeEndsWhenWhatWasPredictedComesTrue() throws {
        var later = Export.blocked([("L00", 100), ("L03", 40), ("L05", 25), ("L07", 30)], at: .noon + 0.9)
        let last = later.rows.count - 1
        later.rows[last].cells[SuppressedListings.exemptUntil.name] =
            SuppressedListings.exemptUntil.of(.noon + 3).data
        try later.keep(in: wheel.store)
        try wheel.turn(at: .noon + 1)
        let id = try #require(try exception(of: "blocked", on: "L07", in: wheel.store)?.id)
        #expect(try stands(id).state == .predicted)
        try bench(at: .noon + 1.1).snooze(id, until: .noon + 30, reason: "supplier")
        later.effectiveAt = .noon + 3.9
        try later.keep(in: wheel.store)
        try wheel.turn(at: .noon + 4)
        #expect(try stands(id).state == .active)
        #expect(try self.last(id)?.detail == "began")
    }

    // MARK: Owners

    @Test func noRuleTakesWhatSomebodyAssigned() throws {
        var ruled = wheel
        ruled.policy.rules = [WorkPolicy.Rule(owner: "desk")]
        let id = try #require(try exception(of: "blocked", on: "L03", in: wheel.store)?.id)
        try bench(at: .noon + 0.1).assign(id, to: "ben")
        try Export.blocked(Self.same, at: .noon + 0.9).keep(in: wheel.store)
        try ruled.turn(at: .noon + 1)
        #expect(try stands(id).owner == "ben")
        #expect(try exception(of: "blocked", on: "L05", in: wheel.store)?.owner == "desk")
    }

    // MARK: What people find

    @Test func aFoundProblemIsPricedLikeAnyOther() throws {
        let bench = try bench(at: .noon + 0.1)
        let free = Fingerprint(
            workflow: Workbench.ownWorkflow, kind: "wrong-photo", subject: Fingerprint.blocked("L07").subject)
        let half = try bench.add(free, loss: .dailyShare([0.5]), note: "dark")
        let stated = try bench.add(
            .blocked("L08"), loss: .stated(Money(minorUnits: 1_250, try #require(Currency("USD"))), source: "ann"),
            note: nil)
        let unknown = try bench.add(.blocked("L09"), loss: .unknown("nobody knows"), note: nil)
        let summary = try day(1, blocked: Self.same)
        let terms = try wheel.terms()
        #expect(try (terms[free.text]?.atRisk ?? 0) > 0 && atRisk(half.id) == terms[free.text]?.atRisk)
        #expect(try atRisk(stated.id) == 1_250)
        #expect(try atRisk(unknown.id) == nil && terms[Fingerprint.blocked("L09").text]?.unpriced == "nobody knows")
        #expect(try wheel.store.exception(half.id)?.due != nil)
        let rows = try wheel.queue().map(\.row)
        let tiers = [half.id, stated.id].map { id in rows.first { $0.exception == id }?.tier?.rawValue }
        #expect(tiers == [try wheel.tiers()["L07"], try wheel.tiers()["L08"]] && tiers[0] != nil)
        // What people add counts by kind as well, stated sums apart.
        try summary.expectKindsToAddUp()
        let own = OpenAmount(count: 1, atRisk: try atRisk(half.id) ?? 0)
        #expect(summary.kinds?[Workbench.ownWorkflow] == ["wrong-photo": own])
        #expect(summary.unpriced == ["nobody knows": 1] && summary.stated == 1_250)
        #expect(summary.kinds?["blocked"]?["blocked"]?.unpriced == 1)
        // Every feed is fresh and complete, and none knows of them.
        for id in [half.id, stated.id, unknown.id] { #expect(try stands(id).state == .active) }
    }

    @Test func detectionTakesOverWhatAPersonFound() throws {
        let found = try bench(at: .noon + 0.1).add(.blocked("L07"), loss: .dailyShare([0.5]), note: nil)
        try day(1, blocked: Self.same)
        let summary = try day(2, blocked: Self.same + [("L07", 80)])
        #expect(summary.workflows.first?.opened == 0 && summary.workflows.first?.changed == 1)
        let taken = try stands(found.id)
        #expect(taken.source == .person && taken.isSeenByStage && taken.state == .active)
        #expect(taken.exposure == Exposure(.dailyShare([0.8])))
        try day(3, blocked: Self.same)
        #expect(try stands(found.id).state == .cleared, "from then on the data decide")
    }

    @Test func whatIsForeseenTurnsAFoundProblemIntoAPrediction() throws {
        let found = try bench(at: .noon + 0.1).add(.blocked("L07"), loss: .dailyShare([0.5]), note: nil)
        var later = Export.blocked(Self.same + [("L07", 30)], at: .noon + 0.9)
        later.rows[3].cells[SuppressedListings.exemptUntil.name] = SuppressedListings.exemptUntil.of(.noon + 9).data
        try later.keep(in: wheel.store)
        try wheel.turn(at: .noon + 1)
        #expect(try stands(found.id).state == .predicted)
        #expect(try wheel.store.unfinishedExceptions().count { $0.fingerprint == found.fingerprint } == 1)
    }

    @Test func aCloseOfAFoundProblemIsNeitherConfirmedNorTaught() throws {
        let found = try bench(at: .noon + 0.1).add(.blocked("L07"), loss: .dailyShare([0.5]), note: nil)
        try day(1, blocked: Self.same)
        try bench(at: .noon + 1.1).close(found.id, rootCause: "policy")
        try day(2, blocked: Self.same)
        #expect(try stands(found.id).state == .verifying, "no feed that does not know it can confirm it")
        try day(9, blocked: Self.same)
        #expect(try stands(found.id).state == .unverified)
        #expect(try wheel.store.outcomes().contains { $0.exception == found.id && $0.isVerified == nil })
        #expect(try wheel.store.stageStates().isEmpty, "there is no evidence to learn from")
    }

    @Test func aFoundProblemThatComesBackIsNotFixed() throws {
        let found = try bench(at: .noon + 0.1).add(.blocked("L07"), loss: .dailyShare([0.5]), note: nil)
        try day(1, blocked: Self.same)
        try bench(at: .noon + 1.1).close(found.id, rootCause: "policy")
        try day(2, blocked: Self.same + [("L07", 80)])
        #expect(try stands(found.id).state == .notFixed)
    }

    @Test func nothingIsAddedBeforeAnythingWasLookedAt() throws {
        let bench = try Workbench(MemoryStore(), plan: Plan([]), actor: Actor(.person, "ann"), now: .noon)
        #expect(throws: WorkError.noRotation) { try bench.add(.blocked("A"), loss: .nothing, note: nil) }
        let known = try #require(try exception(of: "blocked", on: "L03", in: wheel.store)?.id)
        #expect(throws: WorkError.store(.standsAlready(known))) {
            try self.bench(at: .noon).add(.blocked("L03"), loss: .nothing, note: nil)
        }
    }
}
