import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

@testable import Learning

@Suite struct DecisionDeskTests {
    @Test func aDecisionIsDueOnItsDayAndReviewedWithAnInterval() throws {
        let world = try ScoreWorld()
        try world.live(0..<6)
        let made = ScoreWorld.moment(5).advanced(byDays: 0.5)
        let desk = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: made)
        let kept = try desk.add(.rule, "look-first", workflow: "score", metric: .precision, evidence: ["X1"])
        #expect(kept.record.id == "D1" && kept.state == .inForce && !kept.isDue(at: made))
        #expect(kept.isDue(at: made.advanced(byDays: 28)))
        try world.live(6..<11)
        let later = DecisionDesk(world.store, actor: Actor(.person, "bo"), now: ScoreWorld.moment(10))
        let reviewed = try later.review(1)
        #expect(reviewed.state == .reviewed && reviewed.body.effect == .inconclusive)
        let measured = try #require(reviewed.body.measured)
        #expect(measured.before == 0.5 && measured.after == 0.5 && measured.low < 0 && measured.high > 0)
        #expect(reviewed.record.by == "ann")
    }

    @Test func aMeasureGoesByTheNameOfItsMetricToo() {
        #expect(DecisionMetric(named: "repeat-rate") == .repeatRate)
        #expect(DecisionMetric(named: Metric.repeatRate30.rawValue) == .repeatRate)
        #expect(DecisionMetric(named: Metric.timeToResolution.rawValue) == .resolutionHours)
        #expect(DecisionMetric(named: Metric.alertPrecision.rawValue) == .precision)
        #expect(DecisionMetric(named: "coverage") == nil)
    }

    @Test func aLookBeforeItsDayLeavesADecisionDue() throws {
        let world = try ScoreWorld()
        try world.live(0..<6)
        let made = ScoreWorld.moment(5).advanced(byDays: 0.5)
        func desk(_ now: Instant) -> DecisionDesk { DecisionDesk(world.store, actor: Actor(.person, "ann"), now: now) }
        let kept = try desk(made).add(.rule, "look-first", workflow: "score", metric: .precision)
        let early = try desk(made.advanced(byDays: 1)).review(kept.record.number)
        #expect(early.state == .inForce && early.body.effect == .inconclusive)
        #expect(early.isDue(at: made.advanced(byDays: 28)))
        #expect(try desk(made.advanced(byDays: 28)).review(kept.record.number).state == .reviewed)
    }

    @Test func theRegisterSaysWhenADecisionThatDoesNotIsLookedAt() throws {
        let world = try ScoreWorld()
        let now = ScoreWorld.moment(1)
        let desk = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: now, reviewDays: 14)
        let usual = try desk.add(.rule, "look-first", workflow: nil, metric: .precision)
        let own = try desk.add(.rule, "look-twice", workflow: nil, metric: .precision, reviewDays: 3)
        let noticed = try desk.notice(["rule": "a"], ["rule": "b"], since: now, at: "R2")
        #expect(([usual, own] + noticed).map { $0.body.review.days(since: now) } == [14, 3, 14])
    }

    @Test func wordsOfFormerVersionsAreReadAndOthersRefused() throws {
        let world = try ScoreWorld()
        let desk = DecisionDesk(world.store, actor: .flywheel, now: ScoreWorld.start)
        var record = try desk.add(.rule, "look-first", workflow: nil, metric: nil).record
        for (word, state) in [("in-force", DecisionState.inForce), ("inForce", .inForce), ("decided", .inForce)] {
            record.state = word
            #expect(try KeptDecision(record).state == state)
        }
        record.state = "in force"
        #expect(throws: StoreError.self) { try KeptDecision(record) }
    }

    @Test func tooLittleOnEitherSideIsInconclusive() throws {
        let world = try ScoreWorld()
        try world.live(0..<2)
        let desk = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: ScoreWorld.moment(2))
        try desk.add(.prevention, "late", workflow: "score", metric: .repeatRate)
        let reviewed = try desk.review(1)
        #expect(reviewed.body.effect == .inconclusive && reviewed.body.measured == nil)
        let unnamed = try desk.add(.policy, "no-backorders", workflow: nil, metric: nil)
        #expect(throws: LoopError.unknownMetric(unnamed.record.id)) { try desk.review(unnamed.record.number) }
        #expect(throws: LoopError.unknown("D9")) { try desk.review(9) }
    }

    @Test func thePreventionOfACauseIsMeasuredByAllThatAreReadAsIt() throws {
        let ledger = try Ledger()
        func close(_ codes: String, as cause: String, from day: Double) throws {
            let ids = try ledger.turn(at: day, opens: (1...20).map { Ledger.fingerprint("\(codes)\($0)") })
            for id in ids { try ledger.bench("ann", at: day + 0.1).close(id, rootCause: cause, newCause: true) }
            try ledger.turn(at: day + 0.2, ends: ids.map { ($0, .verified) })
        }
        func desk(_ day: Double) -> DecisionDesk {
            DecisionDesk(ledger.store, actor: Actor(.person, "ann"), now: Ledger.day(day))
        }
        try close("A", as: "photo", from: 1)
        let decision = try desk(2).add(.prevention, "image", workflow: "suppressions", metric: .repeatRate)
        try close("A", as: "image", from: 3)
        #expect(try desk(4).review(decision.record.number).body.measured == nil)
        try desk(4).add(.rule, CauseMerges.subject("photo", into: "image"), workflow: "suppressions", metric: nil)
        let measured = try #require(try desk(4).review(decision.record.number).body.measured)
        #expect(measured.countBefore == 20 && measured.countAfter == 20)
        #expect(measured.before == 0 && measured.after == 1, "all came back")
    }

    @Test func changedRulesAreNoticedOnceAndNotAtFirstSight() throws {
        let world = try ScoreWorld()
        let desk = DecisionDesk(world.store, actor: .flywheel, now: ScoreWorld.start)
        #expect(try desk.notice([:], ["routing": "a", "rule": "b"], since: ScoreWorld.start, at: "R1").isEmpty)
        #expect(
            try desk.notice(
                ["routing": "a", "rule": "b"], ["routing": "a", "rule": "b"], since: ScoreWorld.start, at: "R2"
            ).isEmpty)
        let noticed = try desk.notice(
            ["routing": "a", "rule": "b"], ["routing": "c", "rule": "b"], since: ScoreWorld.start, at: "R3")
        #expect(noticed.map(\.body.kind) == [.routing])
        let parts = try desk.notice(
            ["rule": "a", "rule.calendar": "a"], ["rule": "a", "rule.calendar": "b", "rule.new": "c"],
            since: ScoreWorld.start, at: "R4")
        #expect(parts.map(\.body.kind) == [.rule])
        #expect(noticed.first?.record.by == "configuration" && noticed.first?.body.evidence == ["R3"])
    }

    /// Whoever changed a setting was registered with it; the rotation after does not say so again.
    @Test func whatSomebodyRegisteredIsNotNoticedAgain() throws {
        let world = try ScoreWorld()
        let desk = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: ScoreWorld.moment(1))
        let kept = try desk.add(.routing, "owners", workflow: nil, metric: .resolutionHours, evidence: ["Y1"])
        func notice(_ after: String, since: Int) throws -> [Decision.Kind] {
            try desk.notice(
                ["routing": "a", "rule": "b"], ["routing": after, "rule": after], since: ScoreWorld.moment(since),
                at: "R2"
            ).map(\.body.kind)
        }
        #expect(try notice("c", since: 0) == [.rule], "the other changed by hand")
        #expect(try notice("d", since: 2) == [.routing, .rule], "and later both")
        let later = DecisionDesk(world.store, actor: Actor(.person, "ann"), now: ScoreWorld.moment(3))
        try world.store.keep([later.takenBack(kept.record.number)], by: Actor(.person, "ann"), at: ScoreWorld.moment(3))
        #expect(try later.decision(kept.record.number).state == .rolledBack)
        #expect(try notice("e", since: 2) == [.rule], "that it was taken back was registered as well")
    }

    @Test func aDifferenceOfSharesHasNewcombesInterval() throws {
        // R. Newcombe, 1998, table II: 56/70 and 48/80 by method 10: 0.0524 to 0.3339.
        func values(_ ones: Int, of all: Int) -> [Double] { (0..<all).map { $0 < ones ? 1 : 0 } }
        let effect = try #require(
            MeasuredEffect(before: values(48, of: 80), after: values(56, of: 70), isShare: true))
        #expect(abs(effect.difference - 0.2) < 1e-9)
        #expect(abs(effect.low - 0.0524) < 5e-4 && abs(effect.high - 0.3339) < 5e-4)
        #expect(effect.verdict(isBetterHigher: true) == .better && effect.verdict(isBetterHigher: false) == .worse)
    }

    @Test func aDifferenceOfMediansIsKnownFromItsSamples() throws {
        let effect = try #require(
            MeasuredEffect(
                before: (0..<40).map { 40 + Double($0) }, after: (0..<40).map { 10 + Double($0) }, isShare: false))
        #expect(effect.difference == -30 && effect.low < -20 && effect.high < -15)
        #expect(effect.verdict(isBetterHigher: false) == .better)
    }
}
