import Assessment
import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import FlywheelStore
import Testing

@testable import Learning

@Suite struct DecisionBodyTests {
    private let day = Instant(seconds: 1_800_000_000)

    private var body: DecisionBody {
        DecisionBody(
            kind: .prevention, subject: "missing-attribute", effective: day, review: day.advanced(byDays: 28),
            evidence: ["X12"])
    }

    @Test func aKeptDecisionSaysWhatItSaid() throws {
        let store = MemoryStore()
        var body = body
        body.effect = .better
        body.rolledBack = day.advanced(byDays: 30)
        let record = LoopRecord(
            .decision, number: try store.reserve(1, of: .decision), key: "k", workflow: "suppressions",
            state: "inForce", at: day, by: "ada", body: try body.json)
        try store.keep([record], by: Actor(.person, "ada"), at: day)
        let kept = try #require(try store.loopRecord(.decision, record.number))
        #expect(try DecisionBody(kept) == body)
        let decision = try DecisionBody(kept).decision(kept.number, workflow: 2)
        #expect(decision.id == record.number && decision.workflow == 2 && decision.kind == .prevention)
        #expect(decision.at == day && decision.review == body.review && decision.evidence == ["X12"])
        #expect(decision.effect == .better && decision.rolledBack == body.rolledBack)
    }

    @Test func itHoldsFromItsDayUntilItIsTakenBack() {
        var body = body
        #expect(!body.isInForce(at: day.advanced(byDays: -1)))
        #expect(body.isInForce(at: day) && body.isInForce(at: day.advanced(byDays: 900)))
        body.rolledBack = day.advanced(byDays: 2)
        #expect(body.isInForce(at: day.advanced(byDays: 1)))
        #expect(!body.isInForce(at: day.advanced(byDays: 2)))
    }

    /// What outcomes are told of a decision, what the desk says of it, and what the wheel is judged by.
    @Test func allThatAskWhetherItHoldsAgree() throws {
        var body = body
        body.rolledBack = day.advanced(byDays: 2)
        let record = LoopRecord(
            .decision, number: 7, key: "k", workflow: "suppressions", state: "in-force", at: day, by: "ada",
            body: try body.json)
        let preventions = try Preventions([record], merges: CauseMerges())
        for (days, holds) in [(-0.1, false), (0, true), (1.9, true), (2, false), (2.1, false)] {
            let moment = day.advanced(byDays: days)
            #expect(body.isInForce(at: moment) == holds)
            #expect(body.decision(7, workflow: nil).isInForce(at: moment) == holds)
            let found = preventions.inForce(against: body.subject, of: "suppressions", at: moment)
            #expect(found == (holds ? 7 : nil))
        }
    }

    @Test func aBodyOfSomethingElseIsRefused() {
        let record = LoopRecord(.decision, number: 1, key: "k", state: "inForce", at: day, by: "ada", body: "{}")
        #expect(throws: DecodingError.self) { try DecisionBody(record) }
    }
}
