import Assessment
import SecondSimulator
import Testing

@Suite struct CourseTests {
    private static let seeds: [UInt64] = [1, 4]

    @Test(arguments: seeds) func aYearGoesThroughTheFiveStagesInOrder(seed: UInt64) throws {
        let course = SecondSimulator.course(scenario: .year, seed: seed, weeks: 52)
        #expect(course.steps.map(\.stage) == [1, 2, 3, 4, 5] && course.fallsIn == nil)
        #expect(course.steps.map(\.week) == course.steps.map(\.week).sorted())

        let history = SecondSimulator.history(scenario: .year, seed: seed, weeks: 52)
        let share = course.steps.map { Double($0.week) / 52 }
        let (one, two) = (Look(history, to: share[1]), Look(history, from: share[1], to: share[2]))
        let (three, five) = (Look(history, from: share[2], to: share[3]), Look(history, from: share[4]))
        #expect(two.depth < one.depth - 0.1)
        #expect(three.captured > two.captured + 0.2)
        #expect(five.detectionDays < one.detectionDays)
        let (first, last) = (try #require(history.turns.first), try #require(history.turns.last))
        #expect(Double(last.listings) > 1.25 * Double(first.listings) && last.staff == first.staff)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func whoeverFallsBackReachedAStageBeforeAndShowsWhy(seed: UInt64) throws {
        let course = SecondSimulator.course(scenario: .regressing, seed: seed, weeks: 40)
        let week = try #require(course.fallsIn)
        #expect(try #require(course.steps.last).week < week && course.steps.count >= 2)

        let history = SecondSimulator.history(scenario: .regressing, seed: seed, weeks: 40)
        let fall = Double(week) / 40
        let (before, after) = (Look(history, from: fall - 0.2, to: fall), Look(history, from: fall, to: fall + 0.2))
        switch try #require(course.reason) {
        case .keyPersonLeft: #expect(after.captured < before.captured - 0.1)
        case .policyFlood: #expect(Double(after.problems.count) > 1.4 * Double(before.problems.count))
        case .rankingAbandoned: #expect(after.depth > before.depth + 0.1)
        }
    }
}
