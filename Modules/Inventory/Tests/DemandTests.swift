import FlywheelKit
import Statistics
import Testing

@testable import Inventory

/// Expected values were computed with `scipy.stats.gamma` 1.17 from mean and variance.
@Suite struct DemandTests {
    @Test(arguments: [
        (2.0, 0.3, 1.5, 21.0, 40, 0.5678241512624791), (2, 0.3, 1.5, 21, 60, 0.05363733555333283),
        (0.1, 0.03, 1, 10.5, 1, 0.6131944502167637), (0.1, 0.03, 1, 10.5, 2, 0.23990482287062276),
    ])
    func givesTheProbabilityOfSelling(
        rate: Double, deviation: Double, dispersion: Double, days: Double, units: Int, expected: Double
    ) {
        let demand = demand(rate, deviation: deviation, dispersion: dispersion)
        #expect(abs(demand.probability(ofSelling: units, within: days) - expected) < 1e-9)
    }

    /// The textbook's reorder point for 30 a day with deviation 5 over 10 days at z = 1.65 is 326.1 by the normal
    /// distribution, safety stock 26.1; with a lead time that itself deviates by 2 days it is 402.4, safety stock 102.4.
    /// The gamma distribution of the same mean and variance gives 326.6, and, since that demand is skewed, 409.2.
    @Test(arguments: [(0.0, 327), (2.0, 410)])
    func coversALeadTimeAsTheTextbookDoes(deviation: Double, units: Int) {
        var knobs = InventoryKnobs()
        knobs.reviewDays = 0
        knobs.serviceLevel = SpecialFunctions.normalCDF(1.65)
        let cover = Cover(LeadTime(days: 10, deviation: deviation, basis: .stated), knobs: knobs)
        let demand = demand(30, dispersion: 25.0 / 30)
        #expect(demand.level(over: cover, knobs: knobs) == units)
    }

    /// With 100 units a cycle the textbook's level of 326.1 serves 99.67 % of them: a fill rate of as much takes about as
    /// much stock as a cycle service of 95 %.
    @Test func takesLessForAFillRateThanForTheSameCycleService() {
        var knobs = InventoryKnobs()
        let cover = Cover(LeadTime(days: 10, deviation: 0, basis: .stated), knobs: knobs)
        let demand = demand(30, deviation: 1, dispersion: 2)
        let cycle = demand.level(over: cover, knobs: knobs)
        knobs.serviceMeasure = .fillRate
        let filled = demand.level(over: cover, knobs: knobs)
        #expect(filled < cycle)
        let short = demand.over(cover).expectedShort(Double(filled))
        #expect(short <= 0.05 * 30 * 7 && short > 0.05 * 30 * 7 - 1)
    }

    /// `scipy.stats.nbinom` with the same mean and variance, where the two differ most.
    @Test(arguments: [
        (0.5, 1.02, 1, 0.3904691294717212, 0.08), (2, 1.02, 1, 0.8619670328022547, 0.08),
        (5, 4, 1, 0.9007874342519875, 0.08), (10, 8, 1, 0.9487290402495226, 0.025),
        (30, 1.02, 30, 0.5235649333809133, 0.025), (100, 1.02, 100, 0.5129047540079978, 0.025),
    ])
    func staysNearTheNegativeBinomial(
        mean: Double, dispersion: Double, units: Int, expected: Double, tolerance: Double
    ) {
        let found = demand(mean, dispersion: dispersion).probability(ofSelling: units, within: 1)
        #expect(abs(found - expected) < tolerance)
    }

    @Test func staysClearOfTheEdges() {
        #expect(demand(2).probability(ofSelling: 0, within: 1) == 1)
        #expect(demand(2).probability(ofSelling: 1, within: 0) == 0)
        let knobs = InventoryKnobs()
        let cover = Cover(LeadTime(days: 180, deviation: 0, basis: .stated), knobs: knobs)
        #expect(demand(1e18).level(over: cover, knobs: knobs) <= 1_000_000_000)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func neverGrowsLessLikelyWithTimeNorMoreLikelyWithUnits(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let demand = demand(
            0.01 + 20 * random.uniform(), deviation: 3 * random.uniform(), dispersion: 1 + 4 * random.uniform())
        let grid = (1...40).map { units in
            (1...60).map { demand.probability(ofSelling: units, within: Double($0)) }
        }
        for (fewer, more) in zip(grid, grid.dropFirst()) {
            for day in fewer.indices { #expect(fewer[day] >= more[day]) }
        }
        for row in grid {
            for (earlier, later) in zip(row, row.dropFirst()) { #expect(earlier <= later + 1e-12) }
            #expect(row.allSatisfy { (0...1).contains($0) })
        }
    }
}

@Suite struct ForecastTests {
    private func forecast(_ weeks: [Float], error: Float = 0.1) -> DemandForecast {
        var daily = SIMD16<Float>(repeating: weeks.last ?? 0)
        for (week, units) in weeks.enumerated() { daily[week] = units }
        return DemandForecast(
            dailyByWeek: daily, dispersion: 1.5, relativeError: error, daysUsed: 80, daysLeftOut: 4)
    }

    @Test func takesTheForecastWhereThereIsOne() throws {
        let listing = Listing(fulfillable: 40, sales: [Int?](repeating: 0, count: 90), forecast: forecast([2, 3, 4]))
        let demand = try #require(find(listing)?.evidence.demand)
        #expect(demand.rate == 2 && demand.weekly == [2, 3, 4] && demand.deviation == 0.2)
        #expect(demand.dispersion == 1.5 && demand.daysUsed == 80 && demand.daysLeftOut == 4)
        #expect(look(at: [Listing(fulfillable: 900, forecast: forecast([0]))]).findings.undecided.isEmpty)
    }

    @Test func saysNoMoreOfAFlatForecastThanOfARate() throws {
        let flat = try #require(DemandEstimate(forecast([2])))
        #expect(flat.weekly == nil && flat.rate == 2)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func hasTheMomentsTheSignalStates(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let signal = forecast((0..<16).map { _ in Float((random.uniform() * 8).rounded() / 4) }, error: 0.25)
        guard let demand = DemandEstimate(signal), signal.dailyByWeek[0] > 0 else { return }
        for days in [0.5, 3, 7, 20, 100, 111, 112, 150] {
            let (mean, variance) = signal.units(within: days)
            #expect(abs(demand.mean(within: days) - mean) < 1e-9 * max(1, mean))
            #expect(abs(demand.variance(mean: mean) - variance) < 1e-3 * max(1, variance))
            if let back = demand.coverDays(mean), mean > 0 {
                #expect(abs(demand.mean(within: back) - mean) < 1e-6 * max(1, mean))
            }
        }
    }

    @Test func waitsForASeasonThatIsFarOff() {
        let late = Listing(fulfillable: 5, forecast: forecast([0, 0, 0, 0, 0, 0, 9]))
        #expect(find(late) == nil)
        let cover = look(at: [late]).cover[0]
        #expect(cover?.emptyProbability == 0)
        #expect(cover.map { abs($0.days - (42 + 5.0 / 9)) < 0.1 } == true)
        #expect(find(late, by: stageWith { $0.leadTimeDays = 50 }) != nil)
    }
}

@Suite struct RateOfSaleTests {
    private let days = today.advanced(by: -90)..<today

    private func rate(
        _ sales: [Int?], _ availability: ListingAvailability? = nil, levels: [Int?] = []
    ) -> DemandEstimate? {
        func history(_ values: [Int?]) -> History {
            History(days: today.advanced(by: -values.count)..<today, values: Values(values))
        }
        let reader = DemandReader(
            sales: history(sales), levels: levels.isEmpty ? nil : history(levels), availability: [availability])
        guard case .rate(let estimate) = reader.demand(of: 0) else { return nil }
        return estimate
    }

    @Test func leavesOutTheDaysOfAHighBlock() throws {
        let sales = [Int?](repeating: 3, count: 60) + [Int?](repeating: 0, count: 30)
        let blocked = ListingAvailability(blockedShare: 0.75, since: today.advanced(by: -30))
        let estimate = try #require(rate(sales, blocked))
        #expect(estimate.rate == 3)
        #expect(estimate.daysUsed == 60)
        #expect(estimate.daysLeftOut == 30)
    }

    @Test func scalesTheDaysOfALowBlock() throws {
        let sales = [Int?](repeating: 4, count: 60) + [Int?](repeating: 3, count: 30)
        let blocked = ListingAvailability(blockedShare: 0.25, since: today.advanced(by: -30))
        let estimate = try #require(rate(sales, blocked))
        #expect(estimate.rate == 4)
        #expect(estimate.daysUsed == 90)
    }

    /// A file a week is enough to know the days it names; the others count as they were.
    @Test func leavesOutDaysThatEndedWithoutStock() throws {
        let sales = [Int?](repeating: 3, count: 60) + [1] + [Int?](repeating: 0, count: 29)
        let levels = [Int?](repeating: 40, count: 10) + [Int?](repeating: 0, count: 30)
        let estimate = try #require(rate(sales, levels: levels))
        #expect(estimate.rate == 3 && (estimate.daysUsed, estimate.daysLeftOut) == (60, 30))
        let weekly = levels.enumerated().map { $0.offset % 7 == 0 ? $0.element : nil }
        let seldom = try #require(rate(sales, levels: weekly))
        #expect(seldom.rate < 3 && seldom.daysLeftOut == 4)
        #expect(rate([Int?](repeating: 2, count: 90), levels: [Int?](repeating: 0, count: 90)) == nil)
    }

    @Test func counts28DaysBackHalf() throws {
        let older = try #require(rate((0..<90).map { $0 == 89 - 28 ? 200 : 0 }))
        let both = try #require(rate((0..<90).map { $0 == 89 - 28 || $0 == 89 ? 100 : 0 }))
        // A hundred units 28 days back weigh half of a hundred today: 150 against 200 / 2.
        #expect(abs(both.rate / older.rate - 1.5) < 0.01)
    }

    @Test func countsAllDaysAlikeWhereFewUnitsWereSold() throws {
        let old = try #require(rate((0..<90).map { $0 < 18 ? 1 : 0 }))
        let new = try #require(rate((0..<90).map { $0 >= 72 ? 1 : 0 }))
        #expect(abs(old.rate - 0.2) < 1e-9 && abs(new.rate - 0.2) < 1e-9)
    }

    @Test func isUnknownWithoutAKnownDayWithoutASaleAndWhenAllIsBlocked() {
        #expect(rate([Int?](repeating: nil, count: 90)) == nil)
        #expect(rate([Int?](repeating: 0, count: 90)) == nil)
        let always = ListingAvailability(blockedShare: 1, since: days.lowerBound)
        #expect(rate([Int?](repeating: 2, count: 90), always) == nil)
    }
}
