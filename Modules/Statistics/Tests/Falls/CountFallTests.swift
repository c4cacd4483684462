import Statistics
import Testing

@Suite("Sudden falls of daily counts") struct CountFallTests {
    private static let usual = CountFallTest(mostChance: 1e-4, leastShare: 0.3)

    /// Nine weeks of 70, with 35 on each seventh day, and these last days.
    private static func days(_ last: [Double]) -> [Double] {
        (0..<63).map { ($0 + last.count) % 7 == 0 ? 35.0 : 70 } + last
    }

    private func fall(_ counts: [Double], exposure: [Double]? = nil, _ test: CountFallTest = usual) -> CountFall? {
        test.fall(counts: counts, exposure: exposure ?? [Double](repeating: 1, count: counts.count))
    }

    @Test func aDayFarBelowIsFoundOnThatDay() throws {
        let found = try #require(fall(Self.days([70, 70, 70, 70, 70, 70, 10])))
        #expect(found.days == 1 && found.counted == 10)
        #expect(abs(found.expected - 69) < 2 && found.chance < 1e-4)
        // The tenth percentile of some 69 is at least 11 below it.
        #expect(found.share > 0.5 && found.share < (found.expected - 10) / found.expected)
    }

    /// Half of 70 is far too little on six days of the week, and right on the seventh.
    @Test func aDayIsComparedWithItsDayOfTheWeek() {
        let low = Self.days([70, 70, 70, 70, 70, 70, 35])
        #expect(fall(low) == nil)
        let ordinary = (0..<70).map { $0 % 7 == 6 ? 70.0 : 35 }
        #expect(fall(Array(ordinary.dropLast()) + [12]) != nil)
    }

    @Test func severalDaysShowWhatOneDoesNot() throws {
        let before = (0..<63).map { Double(18 + 2 * ($0 % 3)) }
        #expect(fall(before + [20, 20, 20, 20, 20, 20, 7]) == nil)
        let found = try #require(fall(before + [7, 7, 7, 7, 7, 7, 7]))
        #expect(found.days > 1 && found.counted == 7 * Double(found.days))
    }

    @Test func hiddenAndUnknownDaysAreNoFall() {
        let counts = Self.days([70, 70, 70, 70, 70, 70, 3])
        var exposure = [Double](repeating: 1, count: counts.count)
        exposure[counts.count - 1] = 0
        #expect(fall(counts, exposure: exposure) == nil)
        exposure[counts.count - 1] = 0.5
        #expect(fall(counts, exposure: exposure) == nil)
        #expect(fall(Array(counts.dropLast()) + [.nan]) == nil)
    }

    /// A day of an event that counts for three ordinary ones, and after it an ordinary one.
    @Test func whatAnEventBringsIsNotMissedAfterIt() {
        var counts = Self.days([70, 70, 70, 70, 210, 210, 70])
        var exposure = [Double](repeating: 1, count: counts.count)
        exposure[counts.count - 3] = 3
        exposure[counts.count - 2] = 3
        #expect(fall(counts, exposure: exposure) == nil)
        counts[counts.count - 2] = 40
        #expect(fall(Array(counts.dropLast()), exposure: Array(exposure.dropLast())) != nil)
    }

    @Test(arguments: [0, 7, 30]) func tooLittleKnownTellsNothing(days: Int) {
        #expect(fall([Double](repeating: 90, count: days) + [0]) == nil)
    }

    @Test func nothingIsMissedWhereNothingWasEverCounted() {
        #expect(fall([Double](repeating: 0, count: 80)) == nil)
        #expect(fall([Double](repeating: 0, count: 50) + [1] + [Double](repeating: 0, count: 29)) == nil)
    }

    /// Independent counts, and ones that go up and down for days together, looked at so often: no more alarms than asked for.
    @Test(arguments: [0.5, 5, 60, 900], 1...2 as ClosedRange<UInt64>)
    func unchangedCountsRaiseNoMoreAlarmsThanAskedFor(mean: Double, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let test = CountFallTest(mostChance: 0.01, leastShare: 0.1)
        var (independent, scattered) = (0, 0)
        for _ in 0..<2_000 {
            let plain = (0..<70).map { _ in Double(random.poisson(mean)) }
            if fall(plain, test) != nil { independent += 1 }
            let wide = (0..<70).map { _ in Double(random.poisson(mean * random.gamma(4) / 4)) }
            if fall(wide, test) != nil { scattered += 1 }
        }
        #expect(independent <= 20 && scattered <= 20, "\(independent) and \(scattered) of 2,000")
    }

    /// Half of 60 a day for three days is found in nine of ten cases, with an alarm once in ten thousand looks.
    @Test func aFallByHalfIsFound() {
        var random = SplitMix64(seed: 4)
        let found = (0..<300).count { _ in
            let days = (0..<70).map { Double(random.poisson($0 < 67 ? 60 : 24)) }
            return fall(days) != nil
        }
        #expect(found >= 270, "\(found) of 300")
    }

    @Test func theChanceOfTheLastDaysIsThatOfTheirDistribution() throws {
        let counts = [Double](repeating: 50, count: 70)
        let exposure = [Double](repeating: 1, count: 70)
        let chance = try #require(Self.usual.chance(lastDays: 1, counts: counts, exposure: exposure))
        // Fifty of fifty expected: a little more than half of all cases.
        #expect(chance > 0.5 && chance < 0.6)
        // Three windows are three looks.
        #expect(Self.usual.chance(lastDays: 7, counts: counts, exposure: exposure) == 1)
        #expect(Self.usual.chance(lastDays: 3, counts: [4, 5], exposure: [1, 1]) == nil)
    }
}

@Suite("What a small chance says") struct SmallChanceTests {
    /// p = 0.05 is evidence of 2.46 to 1 at most, p = 0.01 of 7.99 to 1 (Sellke, Bayarri and Berger 2001, table 1).
    @Test(arguments: [(0.05, 0.289), (0.01, 0.111), (0.001, 0.0184)])
    func evenOddsLeaveThisMuchToChance(chance: Double, left: Double) {
        #expect(abs(1 - SmallChance.probabilityOfCause(chance: chance, odds: 1) - left) < 0.0005)
    }

    @Test func aLargeChanceTeachesNothing() {
        #expect(SmallChance.probabilityOfCause(chance: 0.9, odds: 0.25) == 0.2)
        #expect(SmallChance.probabilityOfCause(chance: 0, odds: 0.25) == 1)
    }

    /// Ten a day halved, at the evidence of one alarm in 20,000 days: ln 20,000 over 10 (1 - ln 2 / 2 - 1/2).
    @Test func halvedSalesTakeSoManyPeriodsToShow() {
        let periods = RateShift(factor: 0.5).periods(toReach: 9.903_487_552_536_127, expected: 10, dispersion: 2)
        #expect(abs(periods - 12.910) < 0.001)
    }
}
