import FlywheelKit
import Testing

@testable import Thresholds

/// What a choice needs, and what it refuses.
@Suite struct ChoiceTests {
    static let now = Instant(seconds: 1_800_000_000)

    /// Twelve weeks with so many problems a week: the first `real` of them real, each found by values up to its own.
    static func trial(
        perWeek: Int = 6, real: Int = 3, values: [Double] = [0.4, 0.5, 0.6], current: Int = 1, labelled: Int = .max,
        found: (Int) -> Double = { $0 < 3 ? 0.9 : 0.45 }, tier: Tier = .b
    ) -> ThresholdTrial {
        var left = labelled
        let candidates = (0..<12).flatMap { week in
            (0..<perWeek).map { number -> Candidate in
                left -= 1
                let isReal = number < real
                return Candidate(
                    fingerprint: "\(week)/\(number)", week: week, tier: tier, avoidable: 10_000, reviewCost: 2_000,
                    sights: values.map { found(number) >= $0 ? .init(detectionDays: 1, resetDays: 2) : nil },
                    label: left < 0
                        ? nil : Label(isReal ? .actionable : .noise, by: "ann", at: now, isConfirmed: isReal))
            }
        }
        return ThresholdTrial(
            values: values, current: current, weeks: 12, operatorDaysPerWeek: 10, candidates: candidates)
    }

    @Test func tooFewLabelsAreRefusedWithTheirNumber() {
        #expect(throws: ThresholdRefusal.tooFewLabels(found: 29, needed: 30)) {
            try ThresholdChoice(Self.trial(labelled: 29), rules: ThresholdRules())
        }
    }

    @Test func tooFewLabelsWithSomethingToDoAreRefusedWithTheirNumber() {
        #expect(throws: ThresholdRefusal.tooFewPositives(found: 0, needed: 10)) {
            try ThresholdChoice(Self.trial(real: 0), rules: ThresholdRules())
        }
    }

    @Test func labelsOnlyFromOldWeeksAreRefused() {
        #expect(throws: ThresholdRefusal.tooFewHeldOut(found: 0, needed: 10)) {
            try ThresholdChoice(Self.trial(labelled: 48), rules: ThresholdRules())
        }
    }

    @Test func whatFindsOnlyFalseAlarmsIsLeftBehind() throws {
        // From 0.4 the three false alarms a week are found as well, from 0.5 on none of them.
        let choice = try ThresholdChoice(Self.trial(current: 0), rules: ThresholdRules())
        #expect(choice.after.value == 0.5 && choice.mends == nil)
        #expect(choice.gain.perWeek == 6_000 && choice.gain.low > 0)
        #expect(choice.before.worthPerWeek == 3 * 8_000 - 3 * 2_000 && choice.after.worthPerWeek == 24_000)
        #expect(choice.before.precision?.value == 0.5 && choice.after.precision?.value == 1)
        #expect(choice.after.detectionDays == 1 && choice.after.resetDays == 2)
        #expect(choice.before.alertsPerOperatorDay == 0.6 && choice.labels == 72 && choice.positives == 36)
    }

    @Test func nothingIsProposedWhereNothingIsWorthMore() {
        #expect(throws: ThresholdRefusal.nothingBetter) { try ThresholdChoice(Self.trial(), rules: ThresholdRules()) }
    }

    @Test func whatPaysButMissesHeroesIsNotProposed() {
        // Real problems of tier A lie just above 0.5 and bring less than looking costs: only the floor keeps them.
        var trial = Self.trial(found: { $0 < 3 ? 0.55 : 0.9 }, tier: .a)
        trial = ThresholdTrial(
            values: trial.values, current: trial.current, weeks: trial.weeks, operatorDaysPerWeek: nil,
            candidates: trial.candidates.map { candidate in
                var candidate = candidate
                candidate.avoidable = 100
                return candidate
            })
        #expect(throws: ThresholdRefusal.self) { try ThresholdChoice(trial, rules: ThresholdRules()) }
    }

    @Test func aFloorThatIsBrokenIsMendedWithoutGain() throws {
        // Half of the heroes lie below the value in force and were seen in a sample.
        let trial = Self.trial(found: { $0 % 2 == 0 ? 0.9 : 0.45 }, tier: .a)
        let choice = try ThresholdChoice(trial, rules: ThresholdRules())
        #expect(choice.mends == .heroRecall && choice.after.value == 0.4)
    }

    @Test func whatIsOnlyPossiblyMissedIsNoReasonToFindMore() {
        // A third of what was dismissed just below the value was looked at again and borne out: at worst a tenth of the heroes are
        // missed, and likely one in forty.
        let trial = Self.trial(tier: .a)
        let audited = ThresholdTrial(
            values: trial.values, current: trial.current, weeks: trial.weeks, operatorDaysPerWeek: nil,
            candidates: trial.candidates.map { candidate in
                var candidate = candidate
                if candidate.fingerprint.hasSuffix("/3") { candidate.label?.audit = .noise }
                return candidate
            })
        let labels = LabelAudit(audited.candidates.compactMap(\.label))
        let effect = ThresholdEffect(1, of: audited, audit: labels, rules: ThresholdRules())
        #expect(effect.heroRecall.map { $0.value < 0.9 } ?? false)
        #expect(effect.likelyHeroRecall.map { $0.value > 0.97 } ?? false)
        #expect(throws: ThresholdRefusal.nothingBetter) { try ThresholdChoice(audited, rules: ThresholdRules()) }
    }

    @Test func anUnpricedProblemIsWorthNothingKnown() {
        let label = Label(.actionable, by: "ann", at: Self.now)
        let candidate = Candidate(
            fingerprint: "x", week: 0, tier: nil, avoidable: nil, reviewCost: 5, sights: [nil], label: label)
        #expect(candidate.worth(as: label) == nil)
        #expect(candidate.worth(as: Label(.noise, by: "ann", at: Self.now, weight: 20)) == -100)
    }

    @Test func theGridStaysInsideStepAndRange() throws {
        let (values, current) = try #require(
            ThresholdTrial.grid(around: 0.2, in: 0.05...0.22, step: 0.2, steps: 4))
        #expect(values.first == 0.16 && values[current] == 0.2 && values.last.map { $0 <= 0.22 } == true)
        let zero = try #require(ThresholdTrial.grid(around: 0, in: 0...30, step: 0.2, steps: 2))
        #expect(zero.values.count == 3 && zero.values[1] == 0.5 * zero.values[2] && zero.current == 0)
        #expect(ThresholdTrial.grid(around: 2, in: 0...1, step: 0.2) == nil)
        let units = try #require(ThresholdTrial.grid(around: 24, in: 1...10_000, step: 0.25))
        #expect(units.values == [18, 21, 24, 27, 30], "a part of the range says nothing of a step at 24")
    }

    @Test func aShareOfWeightedThingsIsHajeksRatio() throws {
        let share = try #require(WeightedShare([(weight: 1.0, holds: true), (1, true), (20, false)]))
        #expect(abs(share.value - 2.0 / 22) < 1e-12 && share.count == 3)
        #expect(share.low < share.value && share.high > share.value)
        #expect(WeightedShare([(weight: 0.0, holds: true)]) == nil)
    }
}
