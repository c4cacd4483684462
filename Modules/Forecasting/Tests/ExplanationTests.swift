import FlywheelKit
import Statistics
import Testing

@testable import Forecasting

@Suite struct ExplanationTests {
    private func explanation(_ listings: [Listing], of row: Int = 0) throws -> ForecastExplanation {
        let (chunk, signals) = example(listings)
        let stage = ForecastingStage(knobs: ForecastingKnobs(), model: ForecastingModel())
        return try #require(stage.explanation(of: row, in: chunk, signals: signals))
    }

    @Test func itShowsWhatIsPublished() throws {
        var (chunk, signals) = example([Listing(), Listing(sales: [Int?](repeating: 5, count: 91))])
        let stage = ForecastingStage(knobs: ForecastingKnobs(), model: ForecastingModel())
        let explanation = try #require(stage.explanation(of: 1, in: chunk, signals: signals))
        var findings = Findings<ForecastEvidence>()
        stage.detect(in: chunk, signals: &signals, into: &findings)
        chunk = example([]).chunk
        let published = try #require(signals.column(DemandForecast.self)?[1])
        #expect(explanation.forecast?.dailyByWeek == published.dailyByWeek)
        #expect(explanation.forecast?.daysUsed == published.daysUsed)
        #expect(explanation.method == "run rate" && !explanation.isSeasonal && explanation.skus == 1)
    }

    @Test func weeksEndWithTheLastKnownDay() throws {
        let found = try explanation([Listing(sales: (0..<90).map { $0 })])
        #expect(found.weeks.count == 12)
        #expect(found.weeks.last?.start == today.advanced(by: -7))
        #expect(found.weeks.last?.sold == (83...89).reduce(0, +))
        #expect(found.weeks.last?.ordinaryDays == 7)
    }

    @Test func whatDoesNotCountIsNamedWithItsCause() throws {
        var listing = Listing()
        listing.closed = [60...69]
        listing.availability = ListingAvailability(blockedShare: 1, since: today.advanced(by: -5))
        listing.sales[0] = nil
        let found = try explanation([listing])
        #expect(
            found.leftOut == [
                LeftOutDays(days: today.advanced(by: -91)...today.advanced(by: -91), cause: .unknown),
                LeftOutDays(days: today.advanced(by: -69)...today.advanced(by: -60), cause: .notForSale),
                LeftOutDays(days: today.advanced(by: -5)...today.advanced(by: -1), cause: .suppressed),
            ])
        // Two of the last seven days are left, at 2 a day.
        let last = try #require(found.weeks.last)
        #expect(last.sold == 14 && last.ordinaryDays == 2 && last.demand == 14)
    }

    @Test func whatAWorkflowFoundAndIsOverNobodyStated() throws {
        var (chunk, signals) = example([Listing()])
        var builder = ChunkBuilder(listings: ["A"], asOf: chunk.asOf)
        builder.set(chunk[Sales.units], for: Sales.units)
        for (daysAgo, cause) in [(20, Availability.blocked), (10, "holiday")] {
            let day = today.advanced(by: -daysAgo)
            builder.addDetail(
                of: Availability.feed, at: 0, Availability.from(day), Availability.to(day), Availability.cause(cause))
        }
        chunk = builder.build()
        signals = SignalPort()
        let stage = ForecastingStage(knobs: ForecastingKnobs(), model: ForecastingModel())
        let found = try #require(stage.explanation(of: 0, in: chunk, signals: signals))
        #expect(found.leftOut.map(\.cause) == [.suppressed, .notForSale])
    }

    @Test func anEmptyShelfIsSeenOrInferred() throws {
        var seen = Listing(sales: [Int?](repeating: 4, count: 81) + [Int?](repeating: 0, count: 10), fulfillable: 0)
        seen.levels = [Int?](repeating: 9, count: 81) + [Int?](repeating: 0, count: 10)
        #expect(try explanation([seen]).leftOut.map(\.cause) == [.noStock])
        let inferred = Listing(sales: seen.sales, fulfillable: 0)
        #expect(try explanation([inferred]).leftOut.map(\.cause) == [.noStockInferred])
    }

    @Test func daysOfALostFeaturedOfferCountForWhatTheyHadOfIt() throws {
        var listing = Listing(sales: [Int?](repeating: 10, count: 61) + [Int?](repeating: 4, count: 30))
        listing.featured = [Int?](repeating: 10_000, count: 61) + [Int?](repeating: 4_000, count: 30)
        #expect(abs(rate(listing) - 10) < 0.01)
        let found = try explanation([listing])
        #expect(
            found.leftOut == [LeftOutDays(days: today.advanced(by: -30)...today.advanced(by: -1), cause: .notFeatured)])
        listing.featured = []
        #expect(rate(listing) < 8, "what nobody measured is a fall in demand")
    }

    @Test func daysAtAPriceThatIsAnErrorSayNothing() throws {
        var listing = Listing(
            sales: [Int?](repeating: 10, count: 76) + [Int?](repeating: 740, count: 6) + [Int?](repeating: 10, count: 9)
        )
        listing.prices =
            [Int?](repeating: 2_000, count: 76) + [Int?](repeating: 200, count: 6) + [Int?](repeating: 2_000, count: 9)
        #expect(abs(rate(listing) - 10) < 0.01)
        let found = try explanation([listing])
        #expect(
            found.leftOut == [LeftOutDays(days: today.advanced(by: -16)...today.advanced(by: -9), cause: .priceError)])
        listing.prices = []
        #expect(rate(listing) > 15, "what nobody knows the price of was asked for")
    }

    @Test func whatSellsAtSuchAPriceIsNotWhatSimilarProductsSell() throws {
        let listings = (0..<9).map { number in
            var listing = Listing(
                sales: [Int?](repeating: 6 + number, count: 86) + [Int?](repeating: 740, count: 5),
                product: "B\(number)", category: "knives")
            listing.prices = [Int?](repeating: 2_000, count: 86) + [Int?](repeating: 200, count: 5)
            return listing
        }
        var survey = ForecastingSurvey()
        let chunk = example(listings).chunk
        ForecastingStage.survey(chunk, into: &survey)
        let model = ForecastingStage.fit(survey, after: ForecastingModel())
        let prior = try #require(model.prior(marketplace: chunk.marketplace, category: "knives"))
        #expect(abs(prior.mean - 10) < 1, "\(prior.mean)")
    }

    /// Sales that alternate are foreseen by their mean, and not by the week before.
    @Test func theBackTestComparesTheSameWeeks() throws {
        let sales = (0..<182).map { $0 / 7 % 2 == 0 ? 8 : 4 }
        let scores = try explanation([Listing(sales: sales)]).scores
        #expect(
            scores.map(\.method) == [
                "this forecast", "run rate of open days", "seasonal naive", "mean of all weeks",
            ])
        let mean = try #require(scores.last)
        // Half the difference of two weeks, over the whole of it.
        #expect(abs(mean.scaledError - 0.5) < 0.01)
        let naive = try #require(scores.first { $0.method == LevelBackTest.naive })
        #expect(naive.scaledError > mean.scaledError)
    }

    @Test func noForecastOfTheBackTestSeesWhatCameAfter() throws {
        // Twelve weeks: all forecasts are from the eighth, and four weeks of 21 units are expected where 280 were sold.
        let sales = [Int?](repeating: 3, count: 56) + [Int?](repeating: 40, count: 28)
        for score in try explanation([Listing(sales: sales)]).scores {
            #expect(abs(score.bias - (21 - 280)) < 1e-9, "\(score.method)")
        }
    }

    @Test func aStatedForecastHasItsWorth() throws {
        var listing = Listing(sales: [Int?](repeating: 2, count: 91))
        listing.stated = [Stated(units: 6, from: -21, until: 30, on: -22)]
        let stated = try #require(try explanation([listing]).stated)
        #expect(stated.unitsPerDay == 6 && stated.owner == "mia")
        #expect(stated.valueAdded?.weeks == 3 && stated.valueAdded?.statedError == 4)
    }

    @Test func ofNothingKnownNothingIsSaid() {
        let (chunk, signals) = example([Listing(sales: [Int?](repeating: nil, count: 91))])
        let stage = ForecastingStage(knobs: ForecastingKnobs(), model: ForecastingModel())
        #expect(stage.explanation(of: 0, in: chunk, signals: signals) == nil)
    }

    @Test func aShortPastHasNoBackTest() throws {
        let found = try explanation([Listing(sales: [Int?](repeating: 2, count: 40))])
        #expect(found.scores.isEmpty && found.valueAdded == nil)
    }
}
