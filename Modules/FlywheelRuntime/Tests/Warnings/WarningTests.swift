import FlywheelKit
import FlywheelStore
import Statistics
import Testing

@testable import FlywheelRuntime

/// What was predicted, and what became of it.
@Suite struct WarningTests {
    /// A store whose first look saw one thing that happens and nothing that is predicted.
    private static func begun() throws -> Rollout {
        let rollout = try Rollout(listings: 12)
        try look(rollout, [(11, 100)], after: 0)
        return rollout
    }

    /// Looks so many days after noon at what is reported then: percentages below zero are predictions.
    private static func look(_ rollout: Rollout, _ issues: [(listing: Int, percent: Int)], after days: Double) throws {
        try rollout.report(
            issues.map { (listing: $0.listing, code: "c\($0.listing)", percent: $0.percent) }, at: .noon + days - 0.1)
        try rollout.wheel.turn(at: .noon + days)
    }

    private static func score(_ rollout: Rollout, at asOf: Instant = .noon + 30) throws -> WarningScore? {
        let store = rollout.wheel.store
        let scores = WarningScore.all(
            outcomes: try store.outcomes(), unfinished: try store.unfinishedExceptions(), asOf: asOf)
        #expect(scores.count <= 1)
        return scores.first
    }

    @Test func aPredictionThatComesTrueKeepsItsNameAndCountsForItsRule() throws {
        let rollout = try Self.begun()
        #expect(try Self.score(rollout) == nil)
        try Self.look(rollout, [(11, 100), (1, -100)], after: 1)
        let predicted = try #require(try rollout.rows().first)
        #expect(predicted.state == .predicted && predicted.predicted == .noon + 1 && predicted.cameTrue == nil)
        #expect(try Self.score(rollout)?.open == 1)
        // Since the day before noon, so that the lead time is none.
        try Self.look(rollout, [(11, 100), (1, 100)], after: 4)
        let active = try #require(try rollout.rows().first)
        #expect(active.id == predicted.id && active.state == .active && active.cameTrue == .noon + 4)
        #expect(try Self.score(rollout)?.settled == 0, "its time is not over")
        let score = try #require(try Self.score(rollout, at: .noon + 40))
        #expect((score.workflow, score.kind) == ("blocked", "blocked"))
        #expect((score.predicted, score.cameTrue, score.lapsed, score.missed) == (1, 1, 0, 0))
        #expect(score.meanStated == 0.5 && score.medianLeadDays == 0)
        // Nothing that happens to it later counts again.
        try Self.look(rollout, [(11, 100)], after: 5)
        #expect(try Self.score(rollout, at: .noon + 40) == score)
        let outcome = try #require(try rollout.wheel.store.outcomes().last)
        #expect(outcome.predicted == .noon + 1 && outcome.cameTrue == .noon + 4)
    }

    @Test func aPredictionCountsAgainstItsRuleOnceItsTimeIsOver() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, [(1, -100), (2, -100)], after: 1)
        try Self.look(rollout, [(2, -100)], after: 2)
        let early = try #require(try Self.score(rollout))
        #expect((early.predicted, early.cameTrue, early.lapsed, early.open) == (2, 0, 0, 2))
        #expect(early.precision == nil)
        // One was taken back and one still stands: neither began in the time that was spoken of.
        let score = try #require(try Self.score(rollout, at: .noon + 40))
        #expect((score.predicted, score.cameTrue, score.lapsed, score.open) == (2, 0, 2, 0))
        #expect(score.precision?.share == 0 && score.medianLeadDays == nil)
        #expect(try rollout.wheel.store.outcomes().last?.verdict == .didNotHappen)
    }

    @Test func whatLapsesAndBeginsAllTheSameWasForeseen() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, [(1, -100), (2, -100)], after: 1)
        try Self.look(rollout, [], after: 2)
        try Self.look(rollout, [(1, 100)], after: 20)
        let score = try #require(try Self.score(rollout, at: .noon + 40))
        #expect((score.cameTrue, score.lapsed, score.missed) == (1, 1, 0))
        #expect(score.precision?.share == 0.5 && score.recall?.share == 1 && score.medianLeadDays == 19)
        // What begins after that time was not.
        try Self.look(rollout, [(1, 100), (2, 100)], after: 35)
        let late = try #require(try Self.score(rollout, at: .noon + 40))
        #expect((late.cameTrue, late.lapsed, late.missed) == (1, 1, 1))
    }

    @Test func whatLapsedIsJudgedOnceItsTimeIsOverAndOnce() throws {
        let rollout = try Self.begun()
        for day in 1...6 {
            try Self.look(rollout, day % 2 == 1 ? [(1, -100), (2, -100), (3, -100)] : [], after: Double(day))
        }
        try Self.look(rollout, [(2, 100)], after: 20)
        let store = rollout.wheel.store
        let outcomes = try store.outcomes().filter { $0.predicted != nil }
        func told(at days: Double) throws -> (early: Int, duplicate: Int, wrong: Int, falseAlarms: [Bool]) {
            let judgement = try WarningJudgement(outcomes, in: store, asOf: .noon + days)
            let verdicts = outcomes.map { judgement.verdict(of: $0.exception, said: $0.verdict) }
            return (
                verdicts.count { $0 == nil }, verdicts.count { $0 == .duplicate },
                verdicts.count { $0 == .didNotHappen }, outcomes.compactMap { judgement.isFalseAlarm($0.exception) }
            )
        }
        #expect(outcomes.count == 9)
        // What came true after its lapse is told of at once, what has not only when its time is over.
        let early = try told(at: 25)
        #expect(early.early == 6 && early.duplicate == 3 && early.wrong == 0 && early.falseAlarms.isEmpty)
        let late = try told(at: 40)
        #expect(late.early == 0 && late.duplicate == 7 && late.wrong == 2)
        #expect(late.falseAlarms.count == 3 && late.falseAlarms.count { $0 } == 2)
    }

    @Test func whatFlipsToAndFroCountsOnce() throws {
        let rollout = try Self.begun()
        for day in 1...6 { try Self.look(rollout, day % 2 == 1 ? [(1, -100)] : [], after: Double(day)) }
        #expect(try rollout.wheel.store.outcomes().count { $0.predicted != nil } == 3)
        let flipped = try #require(try Self.score(rollout))
        #expect((flipped.predicted, flipped.open) == (1, 1))
        // It is the same warning, and then it comes true: of the first prediction.
        try Self.look(rollout, [(1, -100)], after: 7)
        try Self.look(rollout, [(1, 100)], after: 8)
        let score = try #require(try Self.score(rollout))
        #expect((score.predicted, score.cameTrue, score.lapsed) == (1, 1, 0))
    }

    @Test func whatComesAgainAfterWeeksIsAnotherPrediction() throws {
        let rollout = try Self.begun()
        for day in [1.0, 40] {
            try Self.look(rollout, [(1, -100)], after: day)
            try Self.look(rollout, [], after: day + 1)
        }
        #expect(try Self.score(rollout, at: .noon + 80)?.lapsed == 2)
    }

    @Test func whatBeginsUnforeseenIsMissedButNotWhatWasThereBefore() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, [(11, 100), (1, -100), (2, 50)], after: 1)
        try Self.look(rollout, [(11, 100), (1, 100), (2, 50), (3, 70)], after: 2)
        let score = try #require(try Self.score(rollout))
        #expect(score.missed == 2 && score.cameTrue == 1)
        #expect(score.recall?.share == 1.0 / 3)
    }

    @Test func whatSomebodyActedOnCountsForNeitherSide() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, [(1, -100)], after: 1)
        let id = try #require(try rollout.rows().first).id
        try rollout.desk(at: .noon + 1.5).close(id, rootCause: "policy")
        #expect(try Self.score(rollout)?.actedOn == 1)
        try Self.look(rollout, [], after: 2)
        let score = try #require(try Self.score(rollout))
        #expect((score.actedOn, score.lapsed, score.cameTrue) == (1, 0, 0) && score.precision == nil)
    }

    @Test func aCloseThatDidNotPreventItCountsForNeitherSideToo() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, [(1, -100)], after: 1)
        let id = try #require(try rollout.rows().first).id
        try rollout.desk(at: .noon + 1.5).close(id, rootCause: "policy")
        try Self.look(rollout, [(1, 100)], after: 3)
        let row = try #require(try rollout.rows().first)
        #expect(row.id == id && row.state == .notFixed && row.cameTrue == .noon + 3)
        let open = try #require(try Self.score(rollout))
        #expect((open.actedOn, open.cameTrue) == (1, 0))
        try Self.look(rollout, [], after: 9)
        let ended = try #require(try Self.score(rollout, at: .noon + 40))
        #expect((ended.actedOn, ended.cameTrue, ended.settled) == (1, 0, 0))
    }

    @Test func aCloseThatComesAfterItBeganIsNoActOnThePrediction() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, [(1, -100)], after: 1)
        try Self.look(rollout, [(1, 100)], after: 3)
        let id = try #require(try rollout.rows().first).id
        try rollout.desk(at: .noon + 3.5).close(id, rootCause: "policy")
        #expect(try Self.score(rollout)?.cameTrue == 1)
        try Self.look(rollout, [(1, 100)], after: 5)
        #expect(try Self.score(rollout)?.cameTrue == 1)
        try Self.look(rollout, [], after: 6)
        #expect(try Self.score(rollout)?.cameTrue == 1)
    }

    @Test func whatLapsesAfterARefutedCloseWasActedOn() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, [(1, -100)], after: 1)
        let id = try #require(try rollout.rows().first).id
        try rollout.desk(at: .noon + 1.5).close(id, rootCause: "policy")
        try Self.look(rollout, [(1, -100)], after: 3)
        #expect(try rollout.rows().first?.state == .predicted)
        #expect(try Self.score(rollout)?.actedOn == 1)
        try Self.look(rollout, [], after: 20)
        let score = try #require(try Self.score(rollout, at: .noon + 60))
        #expect((score.actedOn, score.lapsed) == (1, 0))
        let outcome = try #require(try rollout.wheel.store.outcomes().last)
        #expect(outcome.exception == id && outcome.verdict == .actionable && outcome.work?.closer == nil)
    }

    @Test func aRuleIsNamedOnceTooFewComeTrueForSure() throws {
        let rollout = try Self.begun()
        func lapse(_ listings: Range<Int>, after days: Double) throws {
            try Self.look(rollout, listings.map { ($0, -100) }, after: days)
            try Self.look(rollout, [], after: days + 1)
        }
        try lapse(0..<5, after: 1)
        let early = try #require(try Self.score(rollout, at: .noon + 40))
        #expect(early.lapsed == 5 && !early.isNotWorthItsAlarms, "five prove little: \(early)")
        try lapse(0..<9, after: 45)
        let late = try #require(try Self.score(rollout, at: .noon + 80))
        #expect(late.lapsed == 14 && late.isNotWorthItsAlarms)
    }

    @Test func leadTimesCountWhatHasNotBegunYet() throws {
        let rollout = try Self.begun()
        try Self.look(rollout, (0..<5).map { ($0, -100) }, after: 1)
        // The report says since when: nine days after the prediction.
        let issues = (0..<5).map { (listing: $0, code: "c\($0)", percent: $0 < 2 ? 100 : -100) }
        try rollout.report(issues, at: .noon + 10.9, since: Instant.noon.advanced(byDays: 10).utcDay)
        try rollout.wheel.turn(at: .noon + 11)
        // Two of five have begun: the median is not reached.
        let score = try #require(try Self.score(rollout, at: .noon + 11))
        #expect((score.cameTrue, score.open) == (2, 3) && score.medianLeadDays == nil)
        try rollout.report(
            issues.map { ($0.listing, $0.code, 100) }, at: .noon + 11.9,
            since: Instant.noon.advanced(byDays: 10).utcDay)
        try rollout.wheel.turn(at: .noon + 12)
        #expect(try Self.score(rollout, at: .noon + 12)?.medianLeadDays == 8)
    }
}
