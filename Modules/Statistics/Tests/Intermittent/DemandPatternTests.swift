import Statistics
import Testing

@Suite struct DemandPatternTests {
    /// By hand: ten periods over three demands, and sizes 5, 3, 4 of variance 1 and mean 4.
    @Test func intervalAndVariationAreThoseOfTheGoldenSeries() throws {
        let pattern = try #require(DemandPattern(goldenDemand))
        #expect(isClose(pattern.interval, 10.0 / 3))
        #expect(isClose(pattern.sizeVariation, 0.0625))
        #expect(pattern.kind == .intermittent)
    }

    @Test(arguments: [
        ([4, 5, 4, 5, 0], DemandPattern.Class.smooth), ([1, 9, 1, 12, 1], .erratic), ([0, 4, 0, 4], .intermittent),
        ([0, 1, 0, 19, 0, 1], .lumpy),
    ])
    func classesFollowTheTwoLimits(series: [Double], kind: DemandPattern.Class) {
        #expect(DemandPattern(series)?.kind == kind)
    }

    @Test func unknownPeriodsCountForNothing() throws {
        let pattern = try #require(DemandPattern([nil, 4, nil, 0, 4, nil]))
        #expect(pattern.interval == 1.5)
        #expect(pattern.sizeVariation == 0)
    }

    @Test func nothingAskedForHasNoPattern() {
        #expect(DemandPattern([0, nil, 0]) == nil)
        #expect(DemandPattern([-1, 0]) == nil)
    }
}
