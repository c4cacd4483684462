import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime
@testable import Learning

@Suite struct ReviewDeskTests {
    @Test func onlyWhatAStepLooserFindsIsSampledAndItIsInNoQueue() throws {
        var world = try ScoreWorld()
        try world.turn(0)
        // 45 and 80 are found at 40 already.
        #expect(try ReviewDesk(world.store, actor: .flywheel, now: ScoreWorld.start).candidates().isEmpty)
        try world.store.keep(
            [], knobs: ("score", try world.plan.stages[0].knobs("", setting: "least", to: 50)), events: [],
            by: .flywheel, at: ScoreWorld.start)
        try world.turn(1)
        let found = try ReviewDesk(world.store, actor: .flywheel, now: ScoreWorld.start).candidates(.waiting)
        #expect(Set(found.map(\.body.fingerprint.subject.code)) == ["N1-0", "N1-1", "N1-2", "N1-3"])
        #expect(found.allSatisfy { $0.body.knobs == ["least"] && $0.body.weight == 1 })
        let open = try world.store.unfinishedExceptions().filter(\.state.isOpen).map(\.fingerprint.subject.code)
        #expect(Set(open) == ["R1-0", "R1-1", "R1-2", "R1-3"])
        world.settings.review.share = 0
        world.settings.review.heroShare = 0
        try world.turn(2)
        #expect(try ReviewDesk(world.store, actor: .flywheel, now: ScoreWorld.start).candidates().count == 4)
    }

    /// Candidates of years gone by are found by their keys; their bodies are not read.
    @Test func whatIsKnownIsNotAskedAboutAgainAndNotReadForThat() throws {
        let store = MemoryStore()
        let known = Fingerprint(
            workflow: "score", kind: "low", subject: Subject(.listing, account: "acme", marketplace: "US", code: "A"))
        let other = Fingerprint(
            workflow: "score", kind: "low", subject: Subject(.listing, account: "acme", marketplace: "US", code: "B"))
        let old = LoopRecord(
            .candidate, number: try store.reserve(1, of: .candidate), key: known.text, workflow: "score",
            state: ReviewDesk.State.judged.rawValue, at: ScoreWorld.start, by: "bo", body: "of a form that nobody reads"
        )
        try store.keep([old], by: .flywheel, at: ScoreWorld.start)
        func found(_ fingerprint: Fingerprint) -> ReviewCandidate {
            ReviewCandidate(fingerprint: fingerprint, knobs: ["least"], tier: nil, weight: 1, evidence: "{}")
        }
        let desk = ReviewDesk(store, actor: .flywheel, now: ScoreWorld.start)
        #expect(try desk.take([found(known), found(other), found(other)]) == 1)
        #expect(try desk.take([found(known), found(other)]) == 0)
        #expect(try store.loopRecords(.candidate).map(\.key) == [known.text, other.text])
    }

    @Test func aSecondLookNeedsSomebodyElseAndIsTakenOnce() throws {
        let world = try ScoreWorld()
        for week in 0..<6 {
            try world.turn(week)
            let bench = Workbench(
                world.store, plan: world.plan, actor: Actor(.person, "ann"),
                now: ScoreWorld.moment(week).advanced(byDays: 0.1))
            for exception in try world.store.unfinishedExceptions() where exception.state.isOpen {
                try bench.dismiss(exception.id, as: .noise)
            }
        }
        let now = ScoreWorld.moment(6)
        func review(_ name: String) -> ReviewDesk { ReviewDesk(world.store, actor: Actor(.person, name), now: now) }
        let looks = try review("bo").candidates(.waiting).filter { $0.body.secondLookAt != nil }
        let first = try #require(looks.first)
        #expect(first.body.firstBy == "ann" && looks.count < 20)
        let id = first.record.id
        #expect(throws: LoopError.sameJudge(id, "ann")) { try review("ann").judge(first.record.number, as: .noise) }
        #expect(try review("bo").judge(first.record.number, as: .actionable).judged?.by == "bo")
        #expect(throws: LoopError.judged(id, by: "bo")) { try review("bo").judge(first.record.number, as: .noise) }
    }
}
