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

    private func precedents(_ outcomes: [OutcomeRecord]) throws -> (repeats: Int64?, regresses: Int64?) {
        let exception = try ExceptionRecord.sample()
        let precedents = Precedents(outcomes, on: [exception.fingerprint.subject])
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
        let before = Precedents([try ended(5, daysBefore: 3)], on: [exception.fingerprint.subject])
        #expect(before.repeat(exception, cause: "image") == nil && before.regression(exception) == nil)
    }

    @Test func withoutACauseNothingIsARepeat() throws {
        let exception = try ExceptionRecord.sample()
        let precedents = Precedents([try ended(5, daysBefore: 1, cause: nil)], on: [exception.fingerprint.subject])
        #expect(precedents.repeat(exception, cause: nil) == nil)
    }

    @Test func aPreventionHoldsFromItsDayUntilItIsTakenBack() throws {
        func decision(
            _ number: Int64, _ kind: String, _ subject: String, workflow: String? = "blocked", back: Instant? = nil
        )
            -> LoopRecord
        {
            let back = back.map { ",\"rolledBack\":\"\($0)\"" } ?? ""
            return LoopRecord(
                .decision, number: number, key: "\(number)", workflow: workflow, state: "inForce", at: .noon, by: "ann",
                body: "{\"kind\":\"\(kind)\",\"subject\":\"\(subject)\",\"effective\":\"\(Instant.noon)\"\(back)}")
        }
        let preventions = try Preventions([
            decision(1, "threshold", "image"), decision(2, "prevention", "image", back: .noon + 9),
            decision(3, "prevention", "policy", workflow: nil), decision(4, "prevention", "policy", workflow: "stock"),
        ])
        func inForce(_ cause: String?, _ days: Double) -> Int64? {
            preventions.inForce(against: cause, of: "blocked", at: .noon + days)
        }
        #expect(inForce("image", -0.1) == nil && inForce("image", 0) == 2 && inForce("image", 8.9) == 2)
        #expect(inForce("image", 9) == nil && inForce("policy", 99) == 3)
        #expect(inForce(nil, 1) == nil && inForce("other", 1) == nil)
    }
}
