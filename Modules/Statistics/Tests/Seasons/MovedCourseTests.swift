import Foundation
import Statistics
import Testing

@Suite struct MovedCourseTests {
    /// A peak of six weeks about week 40 of each year, three and a half times as high as the rest.
    private func peak(_ week: Int, at middle: Int = 40) -> Double {
        1 + 2.5 * exp(-pow(Double(week % 52 - middle) / 3, 2))
    }

    private func draw(_ seed: UInt64, _ rate: (Int) -> Double) -> [Double] {
        var random = SplitMix64(seed: seed)
        return (0..<104).map { Double(random.poisson(rate($0))) }
    }

    @Test(arguments: [-8, -5, 5, 8]) func saysByHowManyWeeksAPeakMoved(weeks: Int) throws {
        let rates = draw(3) { 30 * peak($0, at: $0 < 52 ? 40 : 40 + weeks) }
        let moved = try #require(MovedCourse(rates: rates))
        #expect(abs(moved.weeksLater - weeks) <= 1 && abs(moved.peak - 40 - weeks) <= 1, "\(moved)")
    }

    @Test func aPeakInItsWeekHasNotMoved() {
        for seed in 1...200 as ClosedRange<UInt64> {
            #expect(MovedCourse(rates: draw(seed) { 30 * peak($0) * ($0 < 52 ? 1 : 1.4) }) == nil, "\(seed)")
        }
    }

    @Test func chanceAndGrowthAreNoCourse() {
        for seed in 1...300 as ClosedRange<UInt64> {
            #expect(MovedCourse(rates: draw(seed) { _ in 12 }) == nil, "\(seed)")
            #expect(MovedCourse(rates: draw(seed) { 12 * exp(Double($0) / 90) }) == nil, "\(seed)")
        }
        #expect(MovedCourse(rates: (0..<104).map { $0 < 52 ? 0 : 1 }) == nil)
        #expect(MovedCourse(rates: (0..<104).map { _ in 3 }) == nil)
    }

    /// Without the growth between the years a step leaves a course of its own in each.
    @Test func aStepSeldomLooksLikeOne() {
        let found = (1...300 as ClosedRange<UInt64>).count { seed in
            MovedCourse(rates: draw(seed) { $0 < 10 + Int(seed) % 84 ? 12 : 24 }) != nil
        }
        #expect(found <= 6, "\(found) of 300")
    }

    /// The level wanders by a tenth a week and has no season.
    @Test func wanderingDemandSeldomLooksLikeOne() {
        var random = SplitMix64(seed: 9)
        let found = (0..<600).count { _ in
            var level = 0.0
            return MovedCourse(
                rates: (0..<104).map { _ in
                    level += 0.1 * random.normal()
                    return Double(random.poisson(40 * exp(level)))
                }) != nil
        }
        #expect(found <= 30, "\(found) of 600")
    }
}
