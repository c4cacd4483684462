import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics
import Testing

@testable import Simulation

/// What each scenario is by design stands in what the store keeps.
@Suite
struct ScenarioTests {
    private static let seeds: [UInt64] = [4]
    /// What nothing is the matter with, by seed.
    private static let healthy = Result {
        try Dictionary(uniqueKeysWithValues: seeds.map { ($0, try history(.healthy, $0)) })
    }

    private static func history(_ scenario: Scenario, _ seed: UInt64, weeks: Int = 16) throws -> Seen {
        try Seen(Simulation.history(scenario: scenario, seed: seed, weeks: weeks))
    }

    private func seen(_ scenario: Scenario, _ seed: UInt64, weeks: Int = 16) throws -> Seen {
        if scenario == .healthy { return try #require(try Self.healthy.get()[seed]) }
        return try Self.history(scenario, seed, weeks: weeks)
    }

    @Test(arguments: seeds)
    func rowsAreTakenInTheQueuesOrderUnlessTheyAreNot(_ seed: UInt64) throws {
        #expect(try seen(.healthy, seed).firstRowShare() > 0.7)
        #expect(try seen(.noRanking, seed).firstRowShare() < 0.5)
    }

    @Test(arguments: seeds)
    func rowsPileUpWhereMoreComesThanHoursCanEnd(_ seed: UInt64) throws {
        let (healthy, short) = (try seen(.healthy, seed), try seen(.noCapacity, seed))
        #expect(short.openRows(from: 0.8, to: 1) > 1.8 * short.openRows(from: 0.15, to: 0.35))
        #expect(healthy.openRows(from: 0.8, to: 1) < 2.5 * max(4, healthy.openRows(from: 0.15, to: 0.35)))
        #expect(short.firstRowShare() > 0.7)
    }

    @Test(arguments: seeds)
    func causesAreUsableUnlessTheyAreNotCaptured(_ seed: UInt64) throws {
        #expect(try seen(.healthy, seed).usableShare() > 0.75)
        #expect(try seen(.noCapture, seed).usableShare() < 0.5)
    }

    @Test(arguments: seeds)
    func decisionsAreMadeUnlessNobodyMakesThem(_ seed: UInt64) throws {
        #expect(try seen(.healthy, seed).decisions >= 2)
        let undecided = try seen(.noDecision, seed)
        #expect(undecided.decisions <= 2)
        #expect(undecided.usableShare() > 0.75)
    }

    @Test(arguments: seeds)
    func problemsAreFoundDaysLateInAWeeklyReview(_ seed: UInt64) throws {
        #expect(try seen(.healthy, seed).daysToDetection() < 1.5)
        #expect(try seen(.weeklyDetection, seed).daysToDetection() > 2)
    }

    @Test(arguments: seeds)
    func closesAreCheckedUnlessNobodyDoes(_ seed: UInt64) throws {
        let healthy = try seen(.healthy, seed)
        let blind = try seen(.noVerification, seed, weeks: 30)
        let refuted = blind.turns.reduce(0) { $0 + $1.workflows.reduce(0) { $0 + $1.notFixed } }
        let left = blind.turns.last?.open ?? 0
        #expect(healthy.verifiedShare > 0.9)
        #expect(blind.verifiedShare < 0.6 || Double(left) > 0.5 * Double(refuted))
    }

    @Test(arguments: seeds)
    func aYearMovesThroughTheCycle(_ seed: UInt64) throws {
        let year = try seen(.year, seed, weeks: 52)
        #expect(year.firstRowShare(from: 0, to: 0.2) < 0.5)
        #expect(year.firstRowShare(from: 0.22, to: 1) > 0.7)
        #expect(year.usableShare(from: 0.45, to: 1) > year.usableShare(from: 0, to: 0.4) + 0.1)
        #expect(year.daysToDetection(from: 0.8, to: 1) < 0.75 * year.daysToDetection(from: 0, to: 0.4))
        let (first, last) = (try #require(year.turns.first), try #require(year.turns.last))
        #expect(last.listings > first.listings * 6 / 5)
        #expect(last.business?.staff == first.business?.staff)
        #expect(year.openRows(from: 0.8, to: 1) < year.openRows(from: 0.05, to: 0.2))
    }

    @Test(arguments: Scenario.allCases)
    func whatIsDrawnStaysBetweenItsBounds(_ scenario: Scenario) {
        for seed in UInt64(1)...15 {
            var chance = SplitMix64(seed: seed)
            let organisation = Organisation(scenario, weeks: 52, &chance)
            #expect((1...12).contains(organisation.staff.count), "\(seed)")
            #expect((300...30_000).contains(organisation.catalogue.first), "\(seed)")
            #expect((2...5).contains(organisation.workflows.count), "\(seed)")
            #expect(organisation.staff.allSatisfy { $0.hoursPerWeek > 0 && $0.hoursPerWeek <= 40 }, "\(seed)")
            for dials in organisation.course.phases.map(\.dials) {
                #expect((5...400).contains(dials.arrivalsPerWeek), "\(seed)")
                #expect(abs(dials.order.reduce(0, +) - 1) < 1e-9, "\(seed)")
                #expect([1, 5, 7, 14].contains(dials.turnsPerWeek), "\(seed)")
            }
        }
    }
}
