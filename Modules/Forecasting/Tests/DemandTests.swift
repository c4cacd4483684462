import FlywheelKit
import Statistics
import Testing

@testable import Forecasting

@Suite struct DemandTests {
    /// Sixty days at a true demand of eight, of which blocks, closures and empty shelves take almost half: what was sold
    /// says 4.4, as in the worked example of exposure-adjusted rates; what could be asked for says eight.
    @Test func forecastsDemandThatWasPossibleAndNotSalesThatHappened() {
        var random = SplitMix64(seed: 1)
        var (forecasts, naive) = (0.0, 0.0)
        let listings = 400
        for _ in 0..<listings {
            var listing = Listing(sales: [], fulfillable: 50)
            // Days ago: blocked 1 to 9, half blocked by search 0; closed 20 to 26; shelf empty 35 to 45.
            listing.availability = ListingAvailability(blockedShare: 1, since: today.advanced(by: -9))
            listing.closed = [20...26]
            listing.levels = (1...60).reversed().map { (35...45).contains($0) ? 0 : 30 }
            listing.sales = (1...60).reversed().map { back in
                let isOpen = back > 9 && !(20...26).contains(back) && !(35...45).contains(back)
                return random.poisson(isOpen ? 8 : 0)
            }
            naive += Double(listing.sales.compactMap(\.self).reduce(0, +)) / 60
            forecasts += rate(listing)
        }
        #expect(abs(naive / Double(listings) / 8 - 0.55) < 0.01)
        #expect(abs(forecasts / Double(listings) / 8 - 1) < 0.02)
    }

    @Test func scalesUpDaysThatWereBlockedInPart() {
        var listing = Listing(sales: [Int?](repeating: 10, count: 50) + [Int?](repeating: 6, count: 14))
        listing.availability = ListingAvailability(blockedShare: 0.4, since: today.advanced(by: -14))
        #expect(abs(rate(listing) - 10) < 0.01)
    }

    /// What a host gives the survey is what it declares: where it left out who was featured, peers that lost their offers
    /// together said that each sells as little as all did.
    @Test func peersThatLostTheirFeaturedOffersSayNothingOfDemand() throws {
        var random = SplitMix64(seed: 3)
        let listings = (0..<12).map { _ in
            Listing(
                sales: sales([(10, 51), (4, 40)], using: &random), category: "Toys", fulfillable: 500,
                featured: [Int?](repeating: 10_000, count: 51) + [Int?](repeating: 4_000, count: 40))
        }
        var survey = ForecastingSurvey()
        let chunk = example(listings).chunk
            .limited(to: ForecastingStage.surveyInputs, windows: ForecastingStage.surveyWindows)
        ForecastingStage.survey(chunk, into: &survey)
        let model = ForecastingStage.fit(survey, after: ForecastingModel())
        let forecasts = Look(listings, model: model).forecasts.compactMap { $0?.dailyByWeek[0] }
        let mean = forecasts.reduce(0, +) / Float(forecasts.count)
        #expect(abs(mean / 10 - 1) < 0.1, "\(mean) a day where 10 are asked for")
    }

    @Test func takesDaysWithoutSalesForDemandUnlessTheShelfWasSeenEmpty() throws {
        let sold = [Int?](repeating: 3, count: 70) + [Int?](repeating: 0, count: 14)
        #expect(abs(rate(Listing(sales: sold, fulfillable: 0)) - 3) < 0.01)
        let inStock = try #require(outlook(Listing(sales: sold, fulfillable: 9)))
        #expect(inStock.dailyByWeek[0] < 1)
        let unknown = try #require(outlook(Listing(sales: sold)))
        #expect(unknown.dailyByWeek == inStock.dailyByWeek, "a shelf nobody saw is not an empty one")
        #expect(outlook(Listing(sales: sold, fulfillable: 0))?.daysLeftOut == 14)
    }

    @Test func takesFewQuietDaysOfASlowSellerForChance() {
        // One unit in ten days; three quiet days happen three times in four.
        let sold = (0..<87).map { Optional($0 % 10 == 0 ? 1 : 0) } + [0, 0, 0]
        #expect(outlook(Listing(sales: sold, fulfillable: 0))?.daysLeftOut == 0)
    }

    @Test func leavesOutEarlierEmptyShelvesThatFilesTellOf() {
        let sold = [Int?](repeating: 3, count: 40) + [Int?](repeating: 0, count: 12) + [Int?](repeating: 3, count: 30)
        // One file saw it empty on the last of the quiet days, one full the day after.
        var levels = [Int?](repeating: nil, count: 82)
        levels[51] = 0
        levels[52] = 40
        #expect(outlook(Listing(sales: sold, fulfillable: 20, levels: levels))?.daysLeftOut == 12)
        #expect(abs(rate(Listing(sales: sold, fulfillable: 20, levels: levels)) - 3) < 0.01)
        #expect(rate(Listing(sales: sold, fulfillable: 20)) < 2.9)
    }

    @Test func leavesOutTheDayOnWhichTheLastUnitsWent() {
        var sold = [Int?](repeating: 6, count: 60)
        sold[59] = 1
        var levels = [Int?](repeating: 9, count: 60)
        levels[59] = 0
        #expect(abs(rate(Listing(sales: sold, fulfillable: 0, levels: levels)) - 6) < 0.01)
    }

    @Test func countsAProductsDayWhenAnyOfItsSKUsCouldBeBought() {
        // The first was closed for a month, in which the second sold in its place.
        let first = Listing(
            sales: [Int?](repeating: 3, count: 60) + [Int?](repeating: 0, count: 30), product: "P", closed: [1...30])
        let second = Listing(
            sales: [Int?](repeating: 1, count: 60) + [Int?](repeating: 4, count: 30), product: "P")
        let look = Look([first, second])
        let total = look.forecasts.compactMap { $0?.dailyByWeek[0] }.reduce(0, +)
        #expect(abs(total - 4) < 0.001)
        #expect(look.forecasts[0]?.daysLeftOut == 0)
        // The first is judged by its own open days.
        #expect((look.forecasts[0]?.dailyByWeek[0] ?? 0) > 1.4)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func partsAddUpToTheProductExactly(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = 2 + Int(random.uniform() * 6)
        let scale = [0.02, 1, 40, 3_000][Int(random.uniform() * 4)]
        let skus = (0..<count).map { _ in
            Listing(sales: sales(scale * random.uniform(), days: 60, using: &random) + [1], product: "P")
        }
        var whole = Listing(sales: [], product: "P")
        whole.sales = skus[0].sales.indices.map { day in skus.reduce(0) { $0 + ($1.sales[day] ?? 0) } }
        let parts = Look(skus).forecasts.compactMap { $0?.dailyByWeek }
        #expect(parts.count == count)
        let sum = parts.reduce(SIMD16(), +)
        #expect(sum == outlook(whole)?.dailyByWeek, "seed \(seed)")
        #expect(parts.allSatisfy { $0.min() > 0 })
    }

    @Test func unknownDaysAreNotZero() {
        var sold = [Int?](repeating: 4, count: 90)
        for day in stride(from: 0, to: 90, by: 3) { sold[day] = nil }
        #expect(abs(rate(Listing(sales: sold)) - 4) < 1e-3)
        #expect(outlook(Listing(sales: sold))?.daysUsed == 60)
        #expect(outlook(Listing(sales: [Int?](repeating: nil, count: 90))) == nil)
    }

    @Test func salesThatStopComingInLeaveTheForecastAsItWas() throws {
        var random = SplitMix64(seed: 5)
        let sold = sales(5, days: 80, using: &random)
        let fresh = try #require(outlook(Listing(sales: sold)))
        let look = Look([Listing(sales: sold + [Int?](repeating: nil, count: 6))])
        let stale = try #require(look.forecasts[0])
        #expect(stale.dailyByWeek == fresh.dailyByWeek)
        #expect((stale.relativeError, stale.dispersion) == (fresh.relativeError, fresh.dispersion))
        #expect((fresh.daysOld, stale.daysOld) == (0, 6))
        #expect(look.findings.undecided == [0])
    }

    @Test func whatSellsIsNeverForecastToSellNothing() throws {
        for last in [0, 30, 60, 89] {
            var sold = [Int?](repeating: 0, count: 90)
            sold[last] = 1
            let forecast = try #require(outlook(Listing(sales: sold)))
            #expect(forecast.dailyByWeek.min() > 0)
        }
        #expect(outlook(Listing(sales: [Int?](repeating: 0, count: 90))) == nil)
    }

    @Test func returnsAreNetted() {
        var sold = [Int?](repeating: 3, count: 60)
        sold[50] = -3
        #expect(rate(Listing(sales: sold)) < 3)
        #expect(outlook(Listing(sales: [Int?](repeating: -1, count: 60))) == nil)
    }

    @Test func copesWithNumbersThatNoFileShouldHold() {
        let look = Look([Listing(sales: [Int?](repeating: .max, count: 90)), Listing(sales: [.min, 4, 5])])
        #expect(look.forecasts.count == 2)
        #expect(Look([Listing(sales: [Int?](repeating: .max, count: 250))]).forecasts.count == 1)
        var survey = ForecastingSurvey()
        let (chunk, _) = example(
            [Listing](repeating: Listing(sales: [Int?](repeating: .max, count: 90)), count: 50),
            events: [Occasion(name: "Deal Days", days: -40 ... -30)])
        ForecastingStage.survey(chunk, into: &survey)
        #expect(ForecastingStage.fit(survey, after: ForecastingModel()).eventIndex(of: "deal days") == nil)
    }

    /// Of the forecasts of a quarter, the interval of 80 % holds about as many.
    @Test func saysHowSureItIs() {
        var random = SplitMix64(seed: 80)
        var (inside, count) = (0, 0)
        for _ in 0..<400 {
            let truth = 0.5 + 10 * random.uniform()
            guard let forecast = outlook(Listing(sales: sales(truth, days: 91, using: &random))) else { continue }
            let (mean, variance) = forecast.units(within: 28)
            let sold = Double(random.poisson(28 * truth))
            let distribution = GammaDistribution(shape: mean * mean / variance, rate: mean / variance)
            if (distribution.quantile(0.1)...distribution.quantile(0.9)).contains(sold) { inside += 1 }
            count += 1
        }
        #expect((0.75...0.93).contains(Double(inside) / Double(count)), "\(inside) of \(count)")
    }
}
