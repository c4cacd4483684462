import Statistics
import Testing

@Suite struct BurstScanTests {
    private let hour: Int64 = 3_600
    private let day: Int64 = 86_400
    private var fourHours: BurstScan { BurstScan(window: 4 * hour, least: 10) }

    @Test func fortyInFourHoursAreOneBurstAndWhatComesNowAndThenIsNone() throws {
        let now = 100 * day
        let usual = (1...25).map { now - Int64($0) * day }
        let burst = (0..<40).map { now + Int64($0) * 359 }
        let found = fourHours.bursts(in: (usual + burst).shuffled())
        let only = try #require(found.first)
        #expect(found.count == 1)
        #expect(only.first == now && only.last == now + 39 * 359 && only.count == 40)
        // 25 in four weeks and one added: 26 × 4 h / 672 h.
        #expect(abs(only.expected - 26.0 * 4 / 672) < 1e-12)
        #expect(only.probability < 1e-60)
        #expect(found.holding(now + 60) == only && found.holding(now - 1) == nil)
    }

    @Test func theEndOfAWindowIsNotInIt() {
        let times = (0..<10).map { Int64($0) * 1_600 }
        #expect(times[9] == 4 * hour)
        #expect(fourHours.bursts(in: times).isEmpty)
        #expect(fourHours.bursts(in: times.map { $0 - ($0 == 4 * hour ? 1 : 0) }).count == 1)
    }

    @Test func tenAtOnceAreNoBurstOfWhatComesTenAtATimeEveryDay() {
        let daily = BurstScan(window: day, least: 10)
        let usual = (0..<28).flatMap { day in (0..<10).map { _ in Int64(day) * self.day } }
        let today = 28 * day
        // The first days have no past to be usual in; those after them do.
        let late = daily.bursts(in: usual + [Int64](repeating: today, count: 14)).filter { $0.last >= 7 * day }
        #expect(late.isEmpty)
        #expect(daily.bursts(in: usual + [Int64](repeating: today, count: 80)).contains { $0.first == today })
    }

    @Test func daysAreWindowsOfTheirOwnWhereNothingFinerIsKnown() {
        let daily = BurstScan(window: day, least: 10)
        let times = [Int64](repeating: 5 * day, count: 12) + [Int64](repeating: 6 * day, count: 20)
        #expect(daily.bursts(in: times).map(\.count) == [12, 20])
    }

    @Test func fullWindowsThatShareAnEventAreOneBurst() {
        let times = (0..<60).map { Int64($0) * 900 }
        let found = fourHours.bursts(in: times)
        #expect(found.map(\.count) == [60])
    }

    @Test(arguments: [UInt64(3), 17, 92])
    func chanceAloneGivesNone(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Two a day for two years: the fullest window of four hours holds five or six.
        let times = (0..<1_460).map { _ in Int64(random.uniform() * 730 * Double(day)) }
        #expect(BurstScan(window: 4 * hour, least: 5).bursts(in: times).isEmpty)
    }

    @Test func theTailOfAPoissonCountIsTheSumOfItsTerms() {
        let mean = 2.5
        var term = 0.0820849986238988
        var below = 0.0
        for count in 0..<8 {
            if count > 0 {
                #expect(abs(BurstScan.probability(ofAtLeast: count, expecting: mean) - (1 - below)) < 1e-12)
            }
            below += term
            term *= mean / Double(count + 1)
        }
        #expect(BurstScan.probability(ofAtLeast: 3, expecting: 0) == 0)
    }
}
