import Testing

@testable import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct AdditiveScoreTests {
    /// Samples of two numbers that bear on a risk, each in its own way, and of one that does not.
    private struct Samples {
        let columns: [ScoreColumn]
        let logOdds: [Double]
        let happened: [Bool]

        init(_ count: Int, _ random: inout SplitMix64) {
            let rows = (0..<count).map { _ in (0..<3).map { _ in random.uniform() } }
            logOdds = rows.map { 4 * $0[0] * $0[0] - 3 * $0[1] - 1 }
            happened = logOdds.map { random.uniform() < 1 / (1 + exp(-$0)) }
            columns = [
                ScoreColumn("rises", .rising, rows.map { $0[0] }),
                ScoreColumn("falls", .falling, rows.map { $0[1] }),
                ScoreColumn("says nothing", .rising, rows.map { $0[2] }),
            ]
        }

        func row(_ index: Int) -> [Double?] { columns.map { $0.values[index] } }
    }

    @Test func addsUpWhatItsTablesSay() {
        let score = AdditiveScore(
            base: -1,
            parts: [
                ScorePart(name: "days", limits: [7, 14], points: [2, 0.5, -1], unknown: 0.25),
                ScorePart(name: "units", limits: [], points: [0.125]),
            ])
        #expect(
            [nil, 0, 7, 7.1, 14, 15].map { score.logOdds(of: [$0, 3]) } == [
                -0.625, 1.125, 1.125, -0.375, -0.375, -1.875,
            ])
        #expect(score.points(for: [9, nil]) == [0.5, 0])
        #expect(isClose(score.probability(of: [9, nil]), 1 / (1 + exp(0.5))))
    }

    /// The maximum as SciPy's `minimize` finds it, with the trends as constraints (SLSQP).
    @Test(arguments: [
        (
            0.5, 0.047633325964510524, [-0.7355948667858371, -0.37777046528509084, 1.4911357973560189],
            0.456578611086194
        ),
        (
            2, 0.005122243825722727, [-0.33777618729367864, -0.16937173165243657, 0.6765196505985519],
            0.25532742831928185
        ),
    ])
    func isTheMaximumOfItsGoal(ridge: Double, base: Double, rising: [Double], falling: Double) throws {
        let first: [Double] = [0, 0, 1, 1, 2, 2, 3, 3, 0, 1, 2, 3, 3, 2, 1, 0]
        let second: [Double] = [0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0]
        let happened = [0, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1].map { $0 == 1 }
        let score = try #require(
            AdditiveScore.fitted(
                to: [ScoreColumn("first", .rising, first), ScoreColumn("second", .falling, second)],
                happened: happened, ridge: ridge))
        // The data would have 2 below 1: they are one interval.
        #expect(score.parts.map(\.limits) == [[0, 2], [0]])
        let found = [score.base] + score.parts.flatMap(\.points)
        for (found, expected) in zip(found, [base] + rising + [falling, -falling]) {
            #expect(isClose(found, expected, absolute: 1e-4), "\(found), expected \(expected)")
        }
    }

    /// Without other parts and nearly without a ridge, the points are the shares that happened, pooled where they fall.
    @Test func ofOnePartIsTheIsotonicRegressionOfItsShares() throws {
        // Of ten samples each 2, 4, 3 and 8 happened.
        let happened = [2, 4, 3, 8].flatMap { yes in (0..<10).map { $0 < yes } }
        let column = ScoreColumn("quarter", .rising, (0..<40).map { Double($0 / 10) })
        let score = try #require(AdditiveScore.fitted(to: [column], happened: happened, ridge: 1e-9))
        let shares = (0..<4).map { score.probability(of: [Double($0)]) }
        for (share, expected) in zip(shares, [0.2, 0.35, 0.35, 0.8]) {
            #expect(isClose(share, expected, absolute: 1e-5))
        }
        let free = try #require(
            AdditiveScore.fitted(
                to: [ScoreColumn("quarter", .any, column.values)], happened: happened, ridge: 1e-9))
        #expect(isClose(free.probability(of: [2]), 0.3, absolute: 1e-5))
    }

    @Test func poolsNeighboursThatFall() {
        #expect(IsotonicRegression.rising([1, 3, 2, 4], weights: [1, 1, 1, 1]) == [1, 2.5, 2.5, 4])
        #expect(IsotonicRegression.rising([3, 2, 1], weights: [1, 1, 2]) == [1.75, 1.75, 1.75])
        #expect(IsotonicRegression.rising([], weights: []) == [])
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func ranksNearlyAsWellAsTheTruth(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let training = Samples(1_200, &random)
        let score = try #require(AdditiveScore.fitted(to: training.columns, happened: training.happened))
        let test = Samples(3_000, &random)
        let scores = test.happened.indices.map { score.logOdds(of: test.row($0)) }
        let found = try #require(RankingQuality(scores: scores, happened: test.happened))
        let best = try #require(RankingQuality(scores: test.logOdds, happened: test.happened))
        #expect(found.areaUnderCurve > best.areaUnderCurve - 0.02, "\(found), at best \(best)")
        let spread = score.parts.map { ($0.points.max() ?? 0) - ($0.points.min() ?? 0) }
        #expect(spread[0] > 2 && spread[1] > 1.5 && spread[2] < 0.6, "\(spread)")
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func keepsTrendsAndIsAboutTheAverage(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let samples = Samples(300, &random)
        let score = try #require(AdditiveScore.fitted(to: samples.columns, happened: samples.happened))
        #expect(score.parts[0].points == score.parts[0].points.sorted())
        #expect(score.parts[1].points == score.parts[1].points.sorted(by: >))
        #expect(score.parts[2].points == score.parts[2].points.sorted())
        let rows = samples.happened.indices.map(samples.row)
        for (index, part) in score.parts.enumerated() {
            let mean = rows.reduce(0) { $0 + part.points(for: $1[index]) } / Double(rows.count)
            #expect(abs(mean) < 1e-9, "\(part.name) \(mean)")
        }
        // The base has no penalty, so as many are expected as happened.
        let expected = rows.reduce(0) { $0 + score.probability(of: $1) }
        #expect(abs(expected - Double(samples.happened.count(where: \.self))) < 0.01)
    }

    @Test func whatIsNotKnownHasPointsOfItsOwn() throws {
        // Of the known a half happened whatever their value, of the unknown all but one.
        let values = (0..<40).map { $0 < 30 ? Double($0 % 3) : nil }
        let happened = (0..<40).map { $0 < 30 ? $0 % 2 == 0 : $0 > 30 }
        let part = ScoreColumn("share", .falling, values)
        let score = try #require(AdditiveScore.fitted(to: [part], happened: happened))
        #expect(score.parts[0].unknown > 0.5)
        #expect(score.probability(of: [nil]) > 0.7 && score.probability(of: [1]) < 0.6)
    }

    @Test func whatWasNeverUnknownIsAverageWhenItIs() throws {
        let column = ScoreColumn("day", .rising, (0..<20).map(Double.init))
        let score = try #require(AdditiveScore.fitted(to: [column], happened: (0..<20).map { $0 > 9 }))
        #expect(score.parts[0].unknown == 0)
    }

    @Test func aNumberThatIsAlwaysTheSameOrNeverKnownSaysNothing() throws {
        let columns = [
            ScoreColumn("same", .rising, [4, 4, 4, 4]), ScoreColumn("unknown", .falling, [nil, nil, nil, nil]),
        ]
        let score = try #require(AdditiveScore.fitted(to: columns, happened: [true, false, false, false]))
        #expect(score.parts.map(\.limits) == [[], []])
        #expect(isClose(score.probability(of: [4, nil]), 0.25, relative: 1e-4))
    }

    @Test func thereIsNoScoreWhereAllOrNoneHappened() {
        let column = ScoreColumn("day", .rising, [1, 2])
        #expect(AdditiveScore.fitted(to: [column], happened: [true, true]) == nil)
        #expect(AdditiveScore.fitted(to: [column], happened: [false, false]) == nil)
    }

    /// What decides alone would have points without end but for the ridge.
    @Test func staysFiniteWhereOneNumberDecides() throws {
        let column = ScoreColumn("decides", .rising, (0..<1_000).map(Double.init))
        let score = try #require(
            AdditiveScore.fitted(to: [column], happened: (0..<1_000).map { $0 >= 500 }, ridge: 0.01))
        #expect(score.parts[0].points.allSatisfy { $0.isFinite })
        #expect(score.probability(of: [0]) < 0.01 && score.probability(of: [999]) > 0.99)
    }
}
