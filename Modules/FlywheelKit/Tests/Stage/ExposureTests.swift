import FlywheelKit
import Testing

@Suite struct ExposureTests {
    private let asOf = Instant(seconds: 1_795_190_700)

    private func exposure(beginningInDays days: Double, probability: Double = 1) -> Exposure {
        Exposure(.dailyShare([1]), probability: probability, begins: asOf.advanced(byDays: days))
    }

    @Test func anExposureIsActiveWhenItHasSurelyBegun() {
        #expect(Exposure(.dailyShare([1])).isActive(at: asOf))
        #expect(exposure(beginningInDays: 0).isActive(at: asOf))
        #expect(exposure(beginningInDays: -3).isActive(at: asOf))
        #expect(!Exposure(.dailyShare([1]), probability: 0.9).isActive(at: asOf))
        #expect(!exposure(beginningInDays: -3, probability: 0.9).isActive(at: asOf))
    }

    @Test func waitingMakesAnExposureActiveAtTheMomentItBegins() {
        let exposure = exposure(beginningInDays: 2)
        #expect(!exposure.isActive(at: asOf.advanced(byDays: 2).advanced(bySeconds: -1)))
        #expect(exposure.isActive(at: asOf.advanced(byDays: 2)))
    }

    @Test(arguments: [(-400.0, 0), (-0.5, 0), (0, 0), (0.01, 1), (1, 1), (1.01, 2), (3.5, 4), (2_000_000, 2_000_000)])
    func aBegunDayCountsAsAWholeOneUntilAnExposureBegins(days: Double, whole: Int) {
        #expect(exposure(beginningInDays: days).startsInDays(from: asOf) == whole)
    }

    @Test func anExposureWithoutABeginningHasBegun() {
        #expect(Exposure(.dailyShare([1]), probability: 0.5).startsInDays(from: asOf) == 0)
    }

    /// Days that begin eight hours after UTC, as in Los Angeles in winter.
    private func losAngeles(_ day: Day) -> Instant { Instant(seconds: Int64(day.epochDays) * 86_400 + 8 * 3_600) }

    @Test func aDayBeginsAndEndsWhereTheMarketplaceIs() throws {
        let day = try #require(Day("2026-11-22"))
        let known = Exposure(.dailyShare([1]), begins: .start(of: day), deadline: .end(of: day))
        #expect(known.begins == Instant("2026-11-22T00:00:00Z") && known.deadline == Instant("2026-11-22T23:59:59Z"))
        let placed = known.placed(by: losAngeles)
        #expect(placed.begins == Instant("2026-11-22T08:00:00Z") && placed.deadline == Instant("2026-11-23T07:59:59Z"))
        #expect(placed.placed { _ in asOf } == placed)
    }

    @Test func aMomentStaysWhereItIs() {
        let midnight = Instant(seconds: Int64(asOf.utcDay.epochDays + 1) * 86_400)
        let exposure = Exposure(.dailyShare([1]), begins: .at(midnight), deadline: .at(midnight))
        #expect(exposure == Exposure(.dailyShare([1]), begins: midnight, deadline: midnight))
        #expect(exposure.placed(by: losAngeles) == exposure)
    }
}
