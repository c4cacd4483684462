import FlywheelKit
import FlywheelStore
import Foundation
import Statistics
import Testing

@testable import FlywheelRuntime

@Suite struct AgeingTests {
    private let fingerprint = Fingerprint.blocked("A")

    private func ageing(outcomes: [OutcomeRecord] = [], open: [ExceptionRecord] = []) -> Ageing {
        Ageing(
            stages: [BlockedStage.manifest], outcomes: outcomes, open: Ageing.runs(of: open, at: .noon), asOf: .noon,
            horizon: 30)
    }

    @Test func aKindWithoutAPastLastsAsItsManifestSays() throws {
        #expect(ageing().survival(of: fingerprint) == Survival(priorMeanDays: 9))
        #expect(ageing().course(of: try .sample(fingerprint)).observations == 0)
    }

    @Test func aKindOfNoInstalledWorkflowLastsAWeek() {
        let other = Fingerprint(workflow: "gone", kind: "blocked", subject: fingerprint.subject)
        #expect(ageing().survival(of: other) == Survival(priorMeanDays: 7))
    }

    @Test func endedOnesCloseAndOpenOnesStillLast() throws {
        let learned = ageing(
            outcomes: [try .sample(from: .noon - 12, to: .noon - 9.5)],
            open: [try .sample(.blocked("B")), try .sample(.blocked("C"), onset: .noon - 30)])
        var record = SurvivalRecord([(days: 2, closed: true), (days: 10, closed: false)])
        record.add(days: 30, seenAfter: 20, closed: false)
        #expect(learned.survival(of: fingerprint) == Survival(priorMeanDays: 9, record: record))
        #expect(learned.course(of: try .sample(fingerprint)).observations == 1)
    }

    /// Whoever comes with problems of a month finds those that nobody ended: how soon others end they do not say.
    @Test func whatIsFoundLateDoesNotMakeOthersLastLonger() throws {
        let found = try ["A", "B", "C"].map {
            try ExceptionRecord.sample(.blocked($0), onset: .noon - 30, detected: .noon)
        }
        #expect(ageing(open: found).survival(of: fingerprint) == Survival(priorMeanDays: 9))
        var ended = try OutcomeRecord.sample(from: .noon - 30, to: .noon - 2)
        ended.detected = .noon - 4
        var record = SurvivalRecord()
        record.add(days: 28, seenAfter: 26, closed: true)
        #expect(ageing(outcomes: [ended]).survival(of: fingerprint) == Survival(priorMeanDays: 9, record: record))
    }

    @Test func whatDidNotHappenTeachesNoDuration() throws {
        let learned = ageing(
            outcomes: [try .sample(.blocked("A"), .didNotHappen, from: .noon - 12, to: .noon)],
            open: [try .sample(.blocked("B"), .predicted)])
        #expect(learned.course(of: try .sample(fingerprint)).observations == 0)
    }

    @Test func whatWasPreventedTeachesNoDuration() throws {
        var prevented = try OutcomeRecord.sample(from: .noon - 3, to: .noon - 1)
        prevented.predicted = .noon - 3
        #expect(ageing(outcomes: [prevented]).survival(of: fingerprint) == Survival(priorMeanDays: 9))
        prevented.cameTrue = .noon - 2
        #expect(ageing(outcomes: [prevented]).course(of: try .sample(fingerprint)).observations == 1)
    }

    /// What begins to end it is known, so that it ends no sooner than a fix helps, and from then on as others do.
    @Test func aKindThatOutlastsItsFixIsThereForSureUntilThen() throws {
        let kind = FindingKind("blocked", title: "out of stock", effortHours: 1, lastsDays: 9, outlastsFix: true)
        let manifest = StageManifest(
            id: "blocked", title: "Blocked", inputs: BlockedStage.manifest.inputs, kinds: [kind], writes: [.detect])
        let ageing = Ageing(stages: [manifest], outcomes: [], open: [], asOf: .noon, horizon: 30)
        let course = ageing.course(of: try .sample(fingerprint))
        #expect(course.lasting(throughFixOf: 0) == course.lasting)
        let lasting = course.lasting(throughFixOf: 14.5)
        #expect(lasting.prefix(14) == [Double](repeating: 1, count: 14)[...])
        // One of nine days on average: exp(-1/9) a day.
        for ahead in 14..<30 { #expect(abs(lasting[ahead] - exp(-Double(ahead - 13) / 9)) < 0.00001) }
        #expect(course.lasting(throughFixOf: 400) == [Double](repeating: 1, count: 30))
        let other = self.ageing().course(of: try .sample(fingerprint))
        #expect(other.lasting(throughFixOf: 14) == other.lasting)
    }

    @Test func aCourseIsOfOneKindAndAge() throws {
        let course = ageing().course(of: try .sample(onset: .noon - 3))
        let other = Fingerprint(workflow: "gone", kind: "blocked", subject: fingerprint.subject)
        #expect(course.age == 3)
        #expect(course.isAlso(of: try .sample(.blocked("B"), onset: .noon - 3.5), at: .noon))
        #expect(!course.isAlso(of: try .sample(onset: .noon - 4), at: .noon))
        #expect(!course.isAlso(of: try .sample(.blocked("B"), .predicted, onset: .noon - 3), at: .noon))
        #expect(!course.isAlso(of: try .sample(other, onset: .noon - 3), at: .noon))
    }

    @Test(arguments: [Verdict.noise, .duplicate])
    func whatAPersonCallsNoneTeachesNoDuration(_ verdict: Verdict) throws {
        let learned = ageing(outcomes: [try .sample(.blocked("A"), verdict, from: .noon - 2, to: .noon - 1)])
        #expect(learned.survival(of: fingerprint) == Survival(priorMeanDays: 9))
        #expect(learned.course(of: try .sample(fingerprint)).observations == 0)
    }

    @Test func whatAPersonAcceptsLastsOn() throws {
        let learned = ageing(outcomes: [try .sample(.blocked("A"), .known, from: .noon - 12, to: .noon - 1)])
        let record = SurvivalRecord([(days: 11, closed: false)])
        #expect(learned.survival(of: fingerprint) == Survival(priorMeanDays: 9, record: record))
        #expect(learned.course(of: try .sample(fingerprint)).observations == 0)
    }

    @Test func theOrderOfOutcomesChangesNothing() throws {
        let outcomes = try (1...20).map { try OutcomeRecord.sample(from: .noon - Double($0), to: .noon) }
        #expect(
            ageing(outcomes: outcomes).survival(of: fingerprint)
                == ageing(outcomes: outcomes.reversed()).survival(of: fingerprint))
    }
}
