import FlywheelKit
import Statistics
import Testing

@testable import Thresholds

/// A year of drifting scores, lived with the loop and with the threshold it began with.
@Suite struct DriftTests {
    /// What a year came to.
    struct Year: Sendable {
        let seed: UInt64
        let tuned: Int64
        let fixed: Int64
        /// The least share of tier one found in a quarter, of those that came.
        let leastHeroRecall: Double
        /// The least share that is found in a week, of those that may come.
        let leastWeekly: Double
    }

    static func years(_ seeds: ClosedRange<UInt64>, desk: LoopRun.Desk) async throws -> [Year] {
        try await withThrowingTaskGroup(of: Year.self) { group in
            for seed in seeds {
                group.addTask {
                    let world = DriftWorld(seed: seed)
                    var run = LoopRun(world, desk: desk)
                    try run.live()
                    let fixed = (0..<DriftWorld.weeks).reduce(0) {
                        $0 + world.worth(of: DriftWorld.startValue, in: $1)
                    }
                    return Year(
                        seed: seed, tuned: run.worth, fixed: fixed, leastHeroRecall: run.leastQuarterlyHeroRecall,
                        leastWeekly: run.leastWeeklyHeroRecall)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func expectedValueRisesAgainstTheFixedThresholdAndHeroesAreFound() async throws {
        // Rules were chosen on the seeds 1 to 50, which therefore prove nothing.
        let years = try await Self.years(201...240, desk: .honest)
        let worse = years.filter { $0.tuned <= $0.fixed }
        #expect(worse.count <= 4, "no better than fixed: \(worse.map(\.seed).sorted())")
        let floor = ThresholdRules().heroRecallFloor
        let broken = years.filter { min($0.leastHeroRecall, $0.leastWeekly) < floor }
        #expect(broken.isEmpty, "below the floor: \(broken.map { ($0.seed, $0.leastHeroRecall, $0.leastWeekly) })")
    }

    @Test func whoLabelsEverythingNoiseDoesNotLowerTheRecallOfHeroes() async throws {
        let years = try await Self.years(1...10, desk: .oneEmptiesTheQueue)
        let broken = years.filter { $0.leastHeroRecall < ThresholdRules().heroRecallFloor }
        #expect(broken.isEmpty, "below the floor: \(broken.map { ($0.seed, $0.leastHeroRecall) })")
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func whoLabelsEverythingNoiseIsSeenInTheAuditSample(seed: UInt64) throws {
        var run = LoopRun(DriftWorld(seed: seed), desk: .oneEmptiesTheQueue)
        try run.live(0..<13)
        let audit = LabelAudit(run.labels.values)
        let (honest, emptier) = (try #require(audit["ann"]), try #require(audit["bo"]))
        let tolerance = run.rules.refutedTolerance
        #expect(emptier.isFar(tolerance: tolerance) && !honest.isFar(tolerance: tolerance))
        #expect(emptier.dismissedShare == 1 && emptier.agreement.map { $0.value < 0.1 } ?? true)
        #expect(try #require(honest.agreement).value > 0.9)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func aPlantedBadProposalIsTakenBackByItself(seed: UInt64) throws {
        var run = LoopRun(DriftWorld(seed: seed))
        try run.live(0..<16)
        let before = run.value
        try run.plant(before + 0.35, in: 16)
        try run.live(17..<21)
        let planted = try #require(run.proposals.first { $0.steps.first?.by == "planted" })
        #expect(planted.state == .rolledBack)
        let end = try #require(planted.steps.last)
        #expect(end.by == "flywheel" && end.reason == "heroRecall" && !run.values.suffix(2).contains(before + 0.35))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func aYearTwiceIsTheSameYear(seed: UInt64) throws {
        var (one, other) = (LoopRun(DriftWorld(seed: seed)), LoopRun(DriftWorld(seed: seed)))
        try one.live(0..<20)
        try other.live(0..<20)
        #expect(one.values == other.values && one.proposals == other.proposals)
    }
}
