import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct PrecedentTests {
    /// A verified end, so many days before the sample was seen.
    private func ended(
        _ id: Int64, _ fingerprint: Fingerprint = .blocked("A"), daysBefore days: Double, cause: String? = "image",
        isVerified: Bool? = true
    ) throws -> OutcomeRecord {
        var outcome = try OutcomeRecord.sample(
            fingerprint, from: .noon - 500, to: .noon - 10 - days)
        outcome.exception = ExceptionID(id)
        outcome.rootCause = cause
        outcome.isVerified = isVerified
        return outcome
    }

    private func precedents(
        _ outcomes: [OutcomeRecord], merges: CauseMerges = CauseMerges()
    ) throws -> (repeats: Int64?, regresses: Int64?) {
        let exception = try ExceptionRecord.sample()
        let precedents = Precedents(outcomes, on: [exception.fingerprint.subject], merges: merges)
        return (precedents.repeat(exception, cause: "image")?.number, precedents.regression(exception)?.number)
    }

    @Test func theSameCauseWithinAQuarterIsARepeat() throws {
        #expect(try precedents([ended(5, .blocked("A", "other"), daysBefore: 90)]) == (5, nil))
        #expect(try precedents([ended(5, .blocked("A", "other"), daysBefore: 90.01)]) == (nil, nil))
        #expect(try precedents([ended(5, .blocked("A", "other"), daysBefore: 1, cause: "policy")]) == (nil, nil))
        #expect(try precedents([ended(5, .blocked("B"), daysBefore: 1)]) == (nil, nil))
    }

    @Test func theSameFingerprintIsARegressionHoweverLate() throws {
        #expect(try precedents([ended(5, daysBefore: 300, cause: nil)]) == (nil, 5))
        #expect(try precedents([ended(5, daysBefore: 3), ended(7, daysBefore: 1)]) == (7, 7))
    }

    @Test func onlyVerifiedEndsBeforeItCount() throws {
        #expect(try precedents([ended(5, daysBefore: 3, isVerified: nil)]) == (nil, nil))
        #expect(try precedents([ended(5, daysBefore: -1)]) == (nil, nil))
        #expect(try precedents([ended(1, daysBefore: 3)]) == (nil, nil), "no exception repeats itself")
    }

    @Test func whatNeverBeganDoesNotComeBackAndIsNoReturn() throws {
        var prevented = try ended(5, daysBefore: 3)
        prevented.predicted = .noon - 20
        #expect(try precedents([prevented]) == (nil, nil))
        prevented.cameTrue = .noon - 15
        #expect(try precedents([prevented]) == (5, 5))
        var exception = try ExceptionRecord.sample()
        exception.predicted = exception.detected
        let before = Precedents(
            [try ended(5, daysBefore: 3)], on: [exception.fingerprint.subject], merges: CauseMerges())
        #expect(before.repeat(exception, cause: "image") == nil && before.regression(exception) == nil)
    }

    @Test func withoutACauseNothingIsARepeat() throws {
        let exception = try ExceptionRecord.sample()
        let precedents = Precedents(
            [try ended(5, daysBefore: 1, cause: nil)], on: [exception.fingerprint.subject], merges: CauseMerges())
        #expect(precedents.repeat(exception, cause: nil) == nil)
    }

    /// A decision as it is kept.
    private func decision(
        _ number: Int64, _ kind: String, _ subject: String, workflow: String? = "blocked", from: Instant = .noon,
        back: Instant? = nil
    ) -> LoopRecord {
        let back = back.map { ",\"rolledBack\":\"\($0)\"" } ?? ""
        return LoopRecord(
            .decision, number: number, key: "\(number)", workflow: workflow, state: "inForce", at: .noon, by: "ann",
            body: "{\"kind\":\"\(kind)\",\"subject\":\"\(subject)\",\"effective\":\"\(from)\"\(back)}")
    }

    @Test func causesThatWereMergedAreOne() throws {
        let merges = try CauseMerges(
            [
                decision(1, "rule", CauseMerges.subject("img", into: "picture")),
                decision(2, "rule", CauseMerges.subject("picture", into: "image")),
                decision(3, "rule", CauseMerges.subject("policy", into: "image"), workflow: "stock"),
                decision(4, "rule", CauseMerges.subject("title", into: "image"), back: .noon + 1),
            ], until: .noon + 1)
        func repeats(_ cause: String) throws -> Int64? {
            try precedents([ended(5, .blocked("A", "other"), daysBefore: 1, cause: cause)], merges: merges).repeats
        }
        #expect(try repeats("img") == 5 && repeats("picture") == 5 && repeats("image") == 5)
        #expect(try repeats("policy") == nil && repeats("title") == nil)
        let preventions = try Preventions(
            [decision(5, "prevention", "img"), decision(6, "prevention", "policy", workflow: nil)], merges: merges)
        func inForce(_ cause: String, of workflow: String = "blocked") -> Int64? {
            preventions.inForce(against: cause, of: workflow, at: .noon + 2)
        }
        #expect(inForce("img") == 5 && inForce("image") == 5 && inForce("title") == nil)
        #expect(inForce("policy") == 6 && inForce("image", of: "stock") == 6)
    }

    @Test func aPreventionHoldsFromItsDayUntilItIsTakenBack() throws {
        let preventions = try Preventions(
            [
                decision(1, "threshold", "image"), decision(2, "prevention", "image", back: .noon + 9),
                decision(3, "prevention", "policy", workflow: nil),
                decision(4, "prevention", "policy", workflow: "stock"),
            ], merges: CauseMerges())
        func inForce(_ cause: String?, _ days: Double) -> Int64? {
            preventions.inForce(against: cause, of: "blocked", at: .noon + days)
        }
        #expect(inForce("image", -0.1) == nil && inForce("image", 0) == 2 && inForce("image", 8.9) == 2)
        #expect(inForce("image", 9) == nil && inForce("policy", 99) == 3)
        #expect(inForce(nil, 1) == nil && inForce("other", 1) == nil)
    }

    @Test func ofSeveralPreventionsTheOneThatTookEffectLastCounts() throws {
        let decisions = [
            decision(1, "prevention", "image", from: .noon + 3), decision(2, "prevention", "image", from: .noon),
        ]
        let preventions = try Preventions(decisions, merges: CauseMerges())
        #expect([1, 4].map { preventions.inForce(against: "image", of: "blocked", at: .noon + $0) } == [2, 1])
    }
}
