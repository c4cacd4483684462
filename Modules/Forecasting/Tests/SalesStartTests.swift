import FlywheelKit
import Foundation
import Statistics
import Testing

@testable import Forecasting

/// What began to sell after days on which nobody can say whether there was anything to buy.
@Suite struct SalesStartTests {
    private func none(_ days: Int, known: Bool = true) -> [Int?] { [Int?](repeating: known ? 0 : nil, count: days) }

    private func firstDay(_ sold: [Int?]) -> Int {
        SalesStart.firstDay(of: sold) { ($0.map(Double.init), 1) }
    }

    /// Whether a file says when it was opened, so that the days before are unknown, or nothing sold as far as files say.
    @Test(arguments: [7, 14, 28, 40, 90, 200], [false, true])
    func aLaunchIsForecastNearItsRate(days: Int, isKnown: Bool) throws {
        var random = SplitMix64(seed: UInt64(days))
        for past in [60, 200, 365, 728] where past > days + 14 {
            let sold = none(past - days, known: isKnown) + (0..<days).map { _ in 7 + Int(random.uniform() * 7) }
            let forecast = try #require(outlook(Listing(sales: sold)))
            let (mean, variance) = forecast.units(within: 7)
            #expect(abs(mean / 70 - 1) < 0.2, "\(past): \(mean)")
            let units = NegativeBinomial(mean: mean, variance: variance)
            #expect(units.quantile(0.1) > 35 && units.quantile(0.9) < 130, "\(past)")
        }
    }

    @Test(arguments: [7, 14, 35]) func aSeasonThatBeginsAgainIsForecastNearItsRate(days: Int) {
        var random = SplitMix64(seed: 3)
        let season = sales(10, days: 60, using: &random)
        let sold = none(100) + season + none(300) + sales(10, days: days, using: &random)
        #expect(abs(rate(Listing(sales: sold)) / 10 - 1) < 0.25)
        // A month without a sale is demand: nobody saw the shelf empty.
        let interrupted = season + season + season + none(30) + sales(10, days: 14, using: &random)
        #expect(firstDay(interrupted) == 0)
    }

    @Test func fewLateSalesAreNoLaunch() {
        // After a year without any, one in three days, two in ten, three in a month.
        for sales in [[362], [355, 362], [335, 350, 362]] {
            var sold = none(365)
            for day in sales { sold[day] = 1 }
            #expect(firstDay(sold) == 0, "\(sales)")
        }
        // Orders that come in bursts once a quarter.
        var bursts = none(365)
        for day in [20, 22, 25, 140, 141, 145, 260, 263, 264, 360, 362, 364] { bursts[day] = 5 }
        #expect(firstDay(bursts) == 0)
        #expect(firstDay(none(365)) == 0 && firstDay([]) == 0)
    }

    /// Of products that sold alike all along hardly one is taken for a launch, though first sales of many are recent.
    @Test(arguments: [0.005, 0.01, 0.03, 0.1]) func slowSellersAreNotOverrated(rate: Double) {
        var random = SplitMix64(seed: 11)
        var (starts, forecast, known) = (0, 0.0, 0.0)
        for _ in 0..<2_000 {
            let sold = sales(rate, days: 365, using: &random)
            guard sold.contains(where: { $0 != 0 }) else { continue }
            starts += firstDay(sold) > 0 ? 1 : 0
        }
        #expect(starts <= 4, "\(starts)")
        for _ in 0..<200 {
            let found = outlook(Listing(sales: sales(rate, days: 365, using: &random)))
            forecast += Double(found?.dailyByWeek[0] ?? 0)
            known += rate
        }
        #expect((0.7...1.3).contains(forecast / known), "\(forecast / known)")
    }

    @Test func aLaunchedSKUHasItsPartOfTheProduct() {
        let look = Look([
            Listing(sales: [Int?](repeating: 10, count: 365), product: "P"),
            Listing(sales: none(325) + [Int?](repeating: 10, count: 40), product: "P"),
        ])
        let rates = look.forecasts.map { Double($0?.dailyByWeek[0] ?? 0) }
        #expect(abs(rates[0] - 10) < 0.5 && abs(rates[1] - 10) < 0.5, "\(rates)")
    }

    @Test func launchesAreNoGrowthOfTheTrade() throws {
        var random = SplitMix64(seed: 12)
        let listings = (0..<80).map { index in
            let silent = index % 2 == 0 ? 4 * index : 0
            return Listing(sales: none(silent) + sales(1, days: 371 - silent, using: &random))
        }
        var survey = ForecastingSurvey()
        ForecastingStage.survey(example(listings).chunk, into: &survey)
        let factors = try #require(ForecastingStage.fit(survey, after: ForecastingModel()).common?.first?.factors)
        #expect(factors.allSatisfy { abs($0 - 1) < 0.05 }, "\(factors)")
    }

    @Test func theDaysBeforeAreNamed() throws {
        let sold = none(325) + [Int?](repeating: 10, count: 40)
        let (chunk, signals) = example([Listing(sales: sold)])
        let stage = ForecastingStage(knobs: ForecastingKnobs(), model: ForecastingModel())
        let found = try #require(stage.explanation(of: 0, in: chunk, signals: signals))
        let before = LeftOutDays(days: today.advanced(by: -365)...today.advanced(by: -40), cause: .beforeSales)
        #expect(found.leftOut == [before])
        #expect(found.forecast?.daysUsed == 39 && found.forecast?.daysLeftOut == 326)
        #expect(found.weeks.count { $0.demand != nil } == 6)
        // Two years that agree explain days without sales themselves.
        var random = SplitMix64(seed: 13)
        let season = none(100) + sales(10, days: 100, using: &random) + none(164)
        let (twice, port) = example([Listing(sales: season + season)])
        let seasonal = try #require(stage.explanation(of: 0, in: twice, signals: port))
        #expect(seasonal.isSeasonal && seasonal.leftOut.isEmpty)
    }

    /// Whatever was sold, the mean of the coming week and of all of them lies, in whole units, between P10 and P90.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func theMeanLiesInItsBand(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let listings = (0..<30).map { Listing(sales: anyPast(&random), product: $0 % 10 == 0 ? "P" : nil) }
        for (listing, forecast) in zip(listings, Look(listings).forecasts) {
            guard let forecast else { continue }
            for days in [7.0, 28, 112] {
                let (mean, variance) = forecast.units(within: days)
                let units = NegativeBinomial(mean: mean, variance: variance)
                #expect(
                    (units.quantile(0.1)...units.quantile(0.9)).contains(mean.rounded()),
                    "\(mean), \(variance) in \(days) days of \(listing.sales.map { $0 ?? -1 })")
            }
        }
    }

    /// Launches, gaps, seasons, lumps and steady sales, one after the other, for up to two years.
    private func anyPast(_ random: inout SplitMix64) -> [Int?] {
        var sold: [Int?] = []
        let length = [40, 120, 300, 728][Int(random.uniform() * 4)]
        while sold.count < length {
            let days = 1 + Int(random.uniform() * random.uniform() * 400)
            let (rate, size) = (exp2(8 * random.uniform() - 6), Int(exp2(9 * random.uniform())))
            switch Int(random.uniform() * 5) {
            case 0: sold += none(days)
            case 1: sold += none(days, known: false)
            case 2: sold += (0..<days).map { _ in random.uniform() < 0.01 ? size : 0 }
            case 3: sold += (0..<days).map { _ in random.poisson(rate) * size }
            default: sold += sales(rate, days: days, using: &random)
            }
        }
        return Array(sold.suffix(length))
    }
}
