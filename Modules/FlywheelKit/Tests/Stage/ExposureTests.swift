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
}
