import Statistics
import Testing

@Suite struct ServiceTargetTests {
    /// The textbook's item, 30 a day with deviation 5, over 10 days at z = 1.65.
    private let service = SpecialFunctions.normalCDF(1.65)

    @Test func cycleServiceIsNotFillRate() {
        let demand = GammaDistribution(mean: 300, variance: 250)
        let level = ServiceTarget.cycleService(service).level(for: demand)
        let filled = ServiceTarget.fillRate(service, unitsPerCycle: 100).level(for: demand)
        #expect(filled < level - 20, "95 % of the units take less stock than 95 % of the cycles")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func levelMeetsItsTargetAndLittleMore(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let mean = random.powerOfTen(0...3)
        let demand = GammaDistribution(mean: mean, variance: (1 + 4 * random.uniform()) * mean)
        let (share, units) = (0.5 + 0.499 * random.uniform(), mean * (0.2 + 2 * random.uniform()))
        let filled = ServiceTarget.fillRate(share, unitsPerCycle: units).level(for: demand)
        let reached = ServiceTarget.fillRate(of: filled, for: demand, unitsPerCycle: units)
        #expect(reached >= share - 1e-9)
        if filled > 0 { #expect(reached < share + 1e-4) }
        let level = ServiceTarget.cycleService(share).level(for: demand)
        #expect(isClose(demand.cdf(level), share, relative: 1e-8))
        for better in [share + (1 - share) / 2, share + (1 - share) * 0.9] {
            #expect(ServiceTarget.fillRate(better, unitsPerCycle: units).level(for: demand) >= filled)
            #expect(ServiceTarget.cycleService(better).level(for: demand) >= level)
        }
    }

    @Test func targetsAtTheEdgesAreMet() {
        let demand = GammaDistribution(mean: 10, variance: 30)
        #expect(ServiceTarget.fillRate(0, unitsPerCycle: 11).level(for: demand) == 0)
        #expect(ServiceTarget.fillRate(0.5, unitsPerCycle: 1_000).level(for: demand) == 0)
        #expect(ServiceTarget.fillRate(1, unitsPerCycle: 10).level(for: demand) == .infinity)
        #expect(ServiceTarget.cycleService(0).level(for: demand) == 0)
    }
}
