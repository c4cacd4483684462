import Statistics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct DurationCurveTests {
    typealias Observation = DurationCurve.Observation

    /// Weeks to relapse of the maintained group of R. Miller, "Survival Analysis", 1981, with bounds by scipy 1.17's ecdf.
    static let maintained = observations(
        [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], going: [2, 5, 8, 10])
    /// And of the group that was not.
    static let others = observations([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], going: [5])

    static func observations(_ lengths: [Double], going: Set<Int>) -> [Observation] {
        lengths.enumerated().map { Observation($1, ended: !going.contains($0)) }
    }

    @Test func agreesWithPublishedSurvivalAndBounds() throws {
        let curve = try #require(DurationCurve(Self.maintained))
        let expected: [(time: Double, survival: Double, low: Double, high: Double)] = [
            (9, 0.909_090_909_090_909, 0.508_080_205_769_929, 0.986_673_822_667_823),
            (20, 0.715_909_090_909_091, 0.350_190_385_907_938, 0.899_023_974_191_053),
            (34, 0.368_181_818_181_818, 0.092_829_574_936_985, 0.657_040_832_398_164),
            (200, 0.184_090_909_090_909, 0.011_738_480_123_190, 0.525_014_842_726_642),
        ]
        for (time, survival, low, high) in expected {
            let bounds = try #require(curve.interval(at: time))
            #expect(isClose(curve.survival(at: time), survival), "at \(time)")
            #expect(isClose(bounds.lowerBound, low) && isClose(bounds.upperBound, high), "at \(time): \(bounds)")
        }
        #expect(curve.survival(at: 8.9) == 1 && curve.interval(at: 8.9) == nil)
    }

    /// By statsmodels' SurvfuncRight.quantile_ci(method="cloglog"), but for the bound that no data reach.
    @Test func agreesWithPublishedQuantiles() throws {
        let maintained = try #require(DurationCurve(Self.maintained))
        #expect(maintained.quantile(0.5) == 31 && maintained.quantile(0.9) == nil)
        #expect(maintained.interval(ofQuantile: 0.5) == (13, nil))
        #expect(maintained.interval(ofQuantile: 0.9) == (34, nil))
        let others = try #require(DurationCurve(Self.others))
        #expect(others.quantile(0.5) == 23 && others.quantile(0.9) == 43)
        #expect(others.interval(ofQuantile: 0.5) == (5, 33))
        #expect(others.interval(ofQuantile: 0.9) == (30, nil))
        #expect(others.survival(at: 45) == 0 && others.interval(at: 45) == nil)
    }

    @Test func whatGoesOnMakesThingsLastLonger() throws {
        let ended = (1...40).map { Observation(Double($0), ended: true) }
        let going = (1...40).map { Observation(Double($0), ended: false) }
        let alone = try #require(DurationCurve(ended)?.quantile(0.5))
        let both = try #require(DurationCurve(ended + going)?.quantile(0.5))
        #expect(alone == 20 && both > alone)
    }

    @Test func nothingIsKnownOfNothing() throws {
        #expect(DurationCurve([]) == nil)
        let going = try #require(DurationCurve([Observation(3, ended: false)]))
        #expect(going.quantile(0.5) == nil && going.survival(at: 9) == 1 && going.ended == 0)
    }

    @Test func mediansLieWithinTheirBoundsAsOftenAsTheySay() {
        var random = SplitMix64(seed: 11)
        let held = (0..<1_000).count { _ in
            // Half-life 10, watched for up to 30.
            let seen = (0..<80).map { _ in
                let (length, watched) = (-10 * log2(1 - random.uniform()), 30 * random.uniform())
                return Observation(min(length, watched), ended: length <= watched)
            }
            guard let bounds = DurationCurve(seen)?.interval(ofQuantile: 0.5) else { return false }
            return (bounds.low ?? 0) <= 10 && 10 <= (bounds.high ?? .infinity)
        }
        #expect((930...975).contains(held), "\(held) of 1000")
    }
}
