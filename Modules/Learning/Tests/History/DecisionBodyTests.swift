import Assessment
import FlywheelKit
import FlywheelMemory
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

    @Test func aBodyOfSomethingElseIsRefused() {
        let record = LoopRecord(.decision, number: 1, key: "k", state: "inForce", at: day, by: "ada", body: "{}")
        #expect(throws: DecodingError.self) { try DecisionBody(record) }
    }
}
