import Foundation
import Statistics
import Testing

@Suite struct YearlyCourseTests {
    private func rates(_ rate: (Int) -> Double) -> [Double] { (0..<104).map(rate) }
    private func wave(_ week: Int, depth: Double) -> Double { 1 + depth * sin(2 * .pi * Double(week) / 52) }

    @Test func twoEqualYearsAreBelievedWhole() throws {
        let course = try #require(YearlyCourse(rates: rates { 7 * wave($0, depth: 0.5) }))
        #expect(abs(course.belief - 1) < 1e-12)
        for week in 0..<52 {
            // Smoothing over five weeks takes the edge off, and at the ends of a year leans to one side.
            #expect(abs(course.index[week] - wave(week, depth: 0.5)) < 0.07, "week \(week)")
        }
        #expect(abs(course.index.reduce(0, +) / 52 - 1) < 1e-2)
    }

    @Test(arguments: [0.2, 1, 30])
    func theSizeOfTheRatesDoesNotMatter(scale: Double) throws {
        let one = try #require(YearlyCourse(rates: rates { wave($0, depth: 0.4) }))
        let other = try #require(YearlyCourse(rates: rates { scale * wave($0, depth: 0.4) }))
        #expect(zip(one.index, other.index).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func growthIsNoSeason() {
        #expect(
            YearlyCourse(rates: rates { exp(Double($0) / 80) }).map { course in
                course.index.allSatisfy { abs($0 - 1) < 1e-9 }
            } ?? true)
    }

    @Test func yearsThatDisagreeShowNothing() {
        #expect(YearlyCourse(rates: rates { $0 < 52 ? wave($0, depth: 0.5) : wave($0 + 26, depth: 0.5) }) == nil)
        #expect(YearlyCourse(rates: rates { $0 < 52 ? 0 : 1 }) == nil)
        #expect(YearlyCourse(rates: rates { _ in 3 }) == nil)
    }

    @Test func chanceIsSeldomBelieved() {
        var random = SplitMix64(seed: 1_910)
        let believed = (0..<1_000).count { _ in
            YearlyCourse(rates: rates { _ in Double(random.poisson(20)) }) != nil
        }
        #expect(believed < 80, "\(believed) of 1,000")
    }
}
