import Statistics
import Testing

@Suite("Anomalies of a stream") struct StreamAnomalyTests {
    /// Computed by a program that keeps the whole past in lists and sorts it for each value.
    @Test(arguments: [
        (30, 0.0), (31, 0.177775089), (44, 0.352619113), (92, 0.427132992), (120, 0.603650086), (121, 0.272765586),
        (162, 0.329663469), (183, 0.161939322),
    ])
    func scoresAreThoseOfTheWholePast(point: Int, score: Double) {
        var values = whole(200, seed: 7).map { 50 + $0 }
        values[120] = 95
        for spell in 160..<180 { values[spell] += 25 }
        #expect(abs(scores(values, step: 7_200)[point] - score) < 1e-9)
    }

    /// Likewise, of a value a day with two high days in seven.
    @Test(arguments: [(40, 0.300104415), (65, 0.306478076), (100, 0.461254280)])
    func aValueADayIsComparedWithItsDayOfTheWeek(point: Int, score: Double) {
        var values = whole(150, seed: 11).enumerated().map { 100 + $1 + ($0 % 7 > 4 ? 40 : 0) }
        values[100] = 150
        #expect(abs(scores(values, step: 86_400, from: 4 * 86_400)[point] - score) < 1e-9)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func whatComesLaterChangesNoScore(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let values = (0..<2_000).map { _ in random.gamma(1) * 10 }
        let all = scores(values, step: 300)
        for length in [1, 17, 500, 1_999] {
            #expect(scores(Array(values[..<length]), step: 300) == Array(all[..<length]))
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func aSpikeIsFound(seed: UInt64) {
        var values = noisyDays(seed)
        values[2_600] += 400
        #expect(found(values).contains(2_600))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func aLevelThatRisesIsFoundWithinTheHour(seed: UInt64) {
        var values = noisyDays(seed)
        for point in 2_600..<3_000 { values[point] += 80 }
        #expect(found(values).contains { (2_600..<2_612).contains($0) })
    }

    /// No value of that day lies outside of what the days before it had.
    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func aDayWithoutItsSeasonIsFound(seed: UInt64) {
        var values = noisyDays(seed)
        var random = SplitMix64(seed: seed + 100)
        for point in 2_592..<2_880 { values[point] = 100 + 5 * random.normal() }
        #expect(found(values).contains { (2_592..<2_880).contains($0) })
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func noiseRaisesFewAlarms(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let kinds: [[Double]] = [
            (0..<20_000).map { _ in random.normal() }, (0..<20_000).map { _ in random.gamma(0.2) },
            (0..<20_000).map { _ in Double(random.poisson(2)) }, noisyDays(seed),
        ]
        for values in kinds { #expect(found(values).count <= values.count * 18 / 10_000) }
    }

    @Test func aStreamThatNeverChangesIsNeverOddAndItsFirstChangeIs() {
        var values = [Double](repeating: 7, count: 1_000)
        #expect(found(values).isEmpty)
        values.append(7.001)
        #expect(found(values) == [1_000])
    }

    /// What is beyond all measure beside a flat beginning is odd, and no measure of what comes later.
    @Test(arguments: [0, 20, 50, 500]) func aFlatBeginningDeafensNobody(flat: Int) {
        var random = SplitMix64(seed: 21)
        let spikes = [800, 1_700, 2_600]
        let values = (0..<3_000).map { 100 + 10 * random.normal() + (spikes.contains($0) ? 500 : 0) }
        let found = scores([Double](repeating: 0, count: flat) + values, step: 3_600).enumerated().filter { $1 >= 0.5 }
            .map { $0.offset - flat }
        #expect(spikes.allSatisfy(found.contains), "\(found)")
        #expect(flat < 50 || found.first == 0)
    }

    /// The sun rises an hour earlier by UTC when clocks are put forward; whoever goes by a clock does so by it.
    @Test func theWrittenClockIsTheSeason() {
        var random = SplitMix64(seed: 22)
        var stream = StreamAnomaly()
        var odd: [Int] = []
        for quarter in 0..<75 * 96 {
            // Put forward after sixty days, so that nine o'clock comes an hour earlier.
            let ahead = quarter < 60 * 96 ? 3_600 : 7_200
            let clock = quarter * 900 + ahead
            let isDay = (36..<68).contains(clock / 900 % 96)
            let score = stream.score(
                (isDay ? 200 : 20) + 3 * random.normal(), at: Int64(quarter * 900), ahead: Int64(ahead))
            if score >= 0.5, quarter > 3 * 96 { odd.append(quarter) }
        }
        #expect(!odd.contains { (60 * 96..<62 * 96).contains($0) }, "\(odd)")
    }

    @Test func theSameAgainSoonAfterIsNoNews() {
        var values = noisyDays(9)
        for point in [2_600, 2_620, 2_640] { values[point] += 400 }
        #expect(found(values).filter { (2_590..<2_700).contains($0) } == [2_600])
    }

    @Test func anyFiniteValueAtAnyTimeHasAScore() {
        let values: [Double] = [
            0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0, 1e-300,
        ]
        var stream = StreamAnomaly()
        for turn in 0..<600 {
            let seconds = [Int64.min, -1, 0, 1, .max][turn / 120]
            #expect((0..<1).contains(stream.score(values[turn % values.count], at: seconds)))
        }
    }

    @Test func timesBeforeTheEpochHaveTheSameSeason() {
        let values = noisyDays(3)
        #expect(scores(values, step: 300) == scores(values, step: 300, from: -86_400 * 700))
    }

    /// A point every five minutes over two weeks, high from nine to six.
    private func noisyDays(_ seed: UInt64) -> [Double] {
        var random = SplitMix64(seed: seed)
        return (0..<4_032).map { (108..<216).contains($0 % 288) ? 100 + 5 * random.normal() : 20 + 5 * random.normal() }
    }

    private func scores(_ values: [Double], step: Int64, from start: Int64 = 0) -> [Double] {
        var stream = StreamAnomaly()
        return values.enumerated().map { stream.score($1, at: start + Int64($0) * step) }
    }

    private func found(_ values: [Double]) -> [Int] {
        scores(values, step: 300).enumerated().filter { $1 >= 0.5 }.map(\.offset)
    }

    /// Whole numbers from 0 to 20, as a linear congruential generator draws them.
    private func whole(_ count: Int, seed: Int) -> [Double] {
        var state = seed
        return (0..<count).map { _ in
            state = (state * 1_103_515_245 + 12_345) % (1 << 31)
            return Double((state >> 16) % 21)
        }
    }
}
