import Statistics
import Testing

@Suite struct ServiceTargetTests {
    /// The textbook's item: 30 a day with deviation 5 over 10 days, at z = 1.65.
    private let service = SpecialFunctions.normalCDF(1.65)

    private func normal(_ demand: LeadTimeDemand) -> NormalDemand {
        NormalDemand(mean: demand.mean, variance: demand.variance)
    }

    @Test func reorderPointIsTheTextbooksForACertainLeadTime() {
        let demand = LeadTimeDemand(dailyMean: 30, dailyDeviation: 5, days: 10)
        let level = ServiceTarget.cycleService(service).level(for: normal(demand))
        #expect(demand.leadTimeShare == 0)
        #expect(isClose(level - demand.mean, 26.1, absolute: 0.05))
        #expect(isClose(level, 326.1, absolute: 0.05))
    }

    @Test func safetyStockIsTheTextbooksForALeadTimeThatScatters() {
        let demand = LeadTimeDemand(dailyMean: 30, dailyDeviation: 5, days: 10, daysDeviation: 2)
        let level = ServiceTarget.cycleService(service).level(for: normal(demand))
        #expect(isClose(level - demand.mean, 102.4, absolute: 0.05))
        #expect(isClose(demand.leadTimeShare, 0.935, absolute: 0.0005))
    }

    @Test func cycleServiceIsNotFillRate() {
        let demand = normal(LeadTimeDemand(dailyMean: 30, dailyDeviation: 5, days: 10))
        let level = ServiceTarget.cycleService(service).level(for: demand)
        #expect(isClose(demand.expectedShort(level), 0.326, absolute: 0.0005))
        #expect(isClose(ServiceTarget.fillRate(of: level, for: demand, unitsPerCycle: 100), 0.9967, absolute: 5e-5))
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

@Suite struct LeadTimeDemandTests {
    /// Twenty a day for certain; nine deliveries of ten take 5 days, the tenth takes 55: 10 on average. Six cycles of ten
    /// need 5 days of stock. A supplier who always takes 10 days varies less and needs twice that.
    @Test func aLeadTimeThatVariesLessMayNeedMore() {
        func demand(_ days: Double) -> NormalDemand { NormalDemand(mean: 20 * days, variance: 0) }
        let varied = MixedLeadTimeDemand([(0.9, demand(5)), (0.1, demand(55))])
        let steady = MixedLeadTimeDemand([(1, demand(10))])
        #expect(varied.mean == steady.mean && varied.variance > steady.variance)
        #expect(isClose(varied.quantile(0.6), 100, relative: 1e-6))
        #expect(isClose(steady.quantile(0.6), 200, relative: 1e-6))
        #expect(varied.quantile(0.95) > steady.quantile(0.95), "at a high service it needs less after all")
    }

    /// The same with a smooth lead time: demand over a gamma lead time, from its moments, at 60 % service.
    @Test func aSkewedLeadTimesLevelFallsWithItsDeviationBelowTheThreshold() {
        func level(_ deviation: Double, _ service: Double) -> Double {
            let demand = LeadTimeDemand(dailyMean: 20, dailyDeviation: 15, days: 10, daysDeviation: deviation)
            return GammaDistribution(mean: demand.mean, variance: demand.variance).quantile(service)
        }
        #expect(level(10, 0.6) < level(5, 0.6) - 1)
        #expect(level(10, 0.95) > level(5, 0.95) + 1)
    }

    @Test func aMixtureHasTheMomentsOfALeadTimeThatScatters() {
        let cases = [(0.25, 8.0), (0.5, 10), (0.25, 12)].map { probability, days in
            (probability, GammaDistribution(mean: 30 * days, variance: 25 * days))
        }
        let mixed = MixedLeadTimeDemand(cases)
        let moments = LeadTimeDemand(
            dailyMean: 30, dailyDeviation: 5, days: 10, daysDeviation: 2.0.squareRoot())
        #expect(isClose(mixed.mean, moments.mean))
        #expect(isClose(mixed.variance, moments.variance))
    }

    /// A lead time is drawn, then its days' demand; the share of cycles and of units served must be what was asked for.
    @Test func levelsServeAsWellAsTheySayWhenCyclesAreSimulated() {
        var random = SplitMix64(seed: 46)
        let times = [(0.3, 6), (0.5, 9), (0.2, 15)]
        let demand = MixedLeadTimeDemand(
            times.map { probability, days in
                (probability, NegativeBinomialDemand(mean: 4 * Double(days), dispersion: 2.5))
            })
        let level = demand.quantile(0.9).rounded(.up)
        let short = demand.expectedShort(level)
        var (served, missed) = (0, 0.0)
        let runs = 40_000
        for _ in 0..<runs {
            let draw = random.uniform()
            let days = draw < 0.3 ? 6 : draw < 0.8 ? 9 : 15
            let asked = (0..<days).reduce(0.0) { sum, _ in sum + Scatter.proportional(2.5).count(4, &random) }
            if asked <= level { served += 1 } else { missed += asked - level }
        }
        #expect(isClose(Double(served) / Double(runs), demand.cdf(level), absolute: 0.006))
        #expect(isClose(missed / Double(runs), short, relative: 0.06))
    }
}
