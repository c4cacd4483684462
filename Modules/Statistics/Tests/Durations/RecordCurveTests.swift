import Statistics
import Testing

/// The product-limit estimate of whole days.
@Suite struct RecordCurveTests {
    static let golden: [(days: Int, closed: Bool)] = [
        (1, true), (2, true), (2, false), (4, true), (7, false), (9, true), (15, false),
    ]

    @Test func agreesWithTheGoldenSteps() throws {
        let estimate = try #require(DurationCurve(days: Self.golden))
        let expected: [(Int, Double)] = [
            (0, 1), (1, 0.8571428571428571), (2, 0.7142857142857143), (3, 0.7142857142857143),
            (4, 0.5357142857142857), (9, 0.26785714285714285), (15, 0.26785714285714285),
        ]
        for (day, expected) in expected {
            #expect(isClose(estimate.survival(at: Double(day)), expected), "day \(day)")
        }
        #expect(estimate.quantile(0.5) == 9)
        #expect(estimate.longest == 15)
    }

    /// By scipy 1.17's ecdf of CensoredData, 25 observations with ties.
    @Test func agreesWithTheReferenceOnTies() throws {
        let closed = [9, 2, 10, 6, 1, 3, 7, 5, 1, 8, 0, 4, 6].map { (days: $0, closed: true) }
        let open = [1, 2, 2, 9, 0, 5, 3, 8, 1, 5, 10, 5].map { (days: $0, closed: false) }
        let estimate = try #require(DurationCurve(days: closed + open))
        let expected = [
            0.96, 0.8765217391304347, 0.8303890160183065, 0.7784897025171623, 0.7228832951945079,
            0.6672768878718535, 0.5189931350114416, 0.44485125858123564, 0.3707093821510297, 0.2780320366132723,
            0.13901601830663615,
        ]
        for (day, survival) in expected.enumerated() {
            #expect(isClose(estimate.survival(at: Double(day)), survival), "day \(day)")
        }
    }

    @Test func staysLevelAfterTheLastDay() throws {
        let estimate = try #require(DurationCurve(days: Self.golden))
        #expect(estimate.survival(at: 1_000) == estimate.survival(at: 9))
        #expect(estimate.survival(at: -1) == 1)
    }

    @Test func noObservationsEstimateNothing() {
        #expect(DurationCurve([]) == nil)
    }

    @Test func theMedianIsUnknownWhileMostAreOpen() throws {
        let estimate = try #require(DurationCurve(days: [(3, true), (5, false), (6, false)]))
        #expect(estimate.quantile(0.5) == nil)
    }

    @Test func aMedianAtExactlyAHalfIsReached() throws {
        let estimate = try #require(DurationCurve(days: [(1, true), (2, true), (3, false), (4, false)]))
        #expect(estimate.quantile(0.5) == 2)
    }

    /// The area by hand: 1 + 6/7 + 2·5/7 + 5·15/28 + 6·15/56 = 53/7 to day 15.
    @Test func theRestrictedMeanIsTheAreaUnderTheSteps() throws {
        let estimate = try #require(DurationCurve(days: Self.golden))
        #expect(isClose(estimate.restrictedMean(until: 15), 53.0 / 7))
        #expect(isClose(estimate.restrictedMean(until: 20), 53.0 / 7 + 5 * 15.0 / 56))
        #expect(isClose(estimate.restrictedMean(until: 1), 1))
        #expect(estimate.restrictedMean(until: 0) == 0)
    }

    @Test func withoutOpenOnesTheRestrictedMeanIsTheMean() throws {
        let estimate = try #require(DurationCurve(days: [(2, true), (3, true), (10, true)]))
        #expect(isClose(estimate.restrictedMean(until: 30), 5))
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func survivalNeverRises(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let estimate = try #require(DurationCurve(days: randomObservations(40, &random)))
        let survival = (0...Int(estimate.longest) + 3).map { estimate.survival(at: Double($0)) }
        #expect(survival.allSatisfy { (0...1).contains($0) })
        #expect(zip(survival, survival.dropFirst()).allSatisfy { $0 >= $1 })
    }
}

extension DurationCurve {
    /// The estimate of observations by whole days.
    init?(days observations: [(days: Int, closed: Bool)]) {
        self.init(observations.map { Observation(Double($0.days), ended: $0.closed) })
    }
}

/// Durations with a mean of about eight days, six in ten of them closed.
func randomObservations(_ count: Int, _ random: inout SplitMix64) -> [(days: Int, closed: Bool)] {
    (0..<count).map { _ in (days: Int(8 * random.gamma(1)), closed: random.uniform() < 0.6) }
}
