import FlywheelKit
import Statistics
import Testing

@testable import Forecasting

@Suite struct EventTests {
    private func fitted(_ listings: [Listing], events: [Occasion]) -> ForecastingModel {
        var survey = ForecastingSurvey()
        ForecastingStage.survey(example(listings, events: events).chunk, into: &survey)
        return ForecastingStage.fit(survey, after: ForecastingModel())
    }

    /// Listings that sell three times as much on two days.
    private func listings(_ count: Int, using random: inout SplitMix64) -> [Listing] {
        (0..<count).map { _ in
            let rate = 1 + 8 * random.uniform()
            return Listing(sales: sales([(rate, 60), (3 * rate, 2), (rate, 29)], using: &random))
        }
    }

    @Test func learnsFromAllListingsHowMuchMoreAnEventSells() throws {
        var random = SplitMix64(seed: 3)
        let events = [Occasion(name: "Deal Days 2026", days: -31 ... -30)]
        let model = fitted(listings(60, using: &random), events: events)
        let factor = try #require(model.eventIndex(of: "deal days"))
        #expect(abs(factor - 3) < 0.2, "\(factor)")
    }

    @Test func anEventNeitherRaisesTheLevelNorIsForgotten() throws {
        var random = SplitMix64(seed: 4)
        let past = Occasion(name: "Deal Days 2026", days: -31 ... -30)
        let coming = Occasion(name: "Deal Days 2027", days: 14...20)
        let all = listings(60, using: &random)
        let model = fitted(all, events: [past])
        var listing = Listing(sales: [Int?](repeating: 10, count: 91))
        listing.sales[60] = 30
        listing.sales[61] = 30
        let known = try #require(outlook(listing, events: [past, coming], model: model))
        #expect(abs(known.dailyByWeek[0] - 10) < 0.2)
        #expect(abs(known.dailyByWeek[2] - 30) < 3)
        #expect(known.dailyByWeek[3] == known.dailyByWeek[0])
        let unknown = try #require(outlook(listing))
        #expect(unknown.dailyByWeek[0] > 10.4)
    }

    @Test func whatItsDaysCountForIsSaidOfThePastAndTheFuture() throws {
        var random = SplitMix64(seed: 4)
        let past = Occasion(name: "Deal Days 2026", days: -31 ... -30)
        let coming = Occasion(name: "Deal Days 2027", days: 14...20)
        let all = listings(60, using: &random)
        let model = fitted(all, events: [past])
        let factor = Float(try #require(model.eventIndex(of: "deal days")))
        let season = try #require(Look(all, events: [past, coming], model: model).seasons[0])
        #expect(season.ahead[2] == factor && season.ahead[1] == 1 && season.ahead[3] == 1)
        for day in 1...91 {
            #expect(season.index(daysAgo: day) == ([30, 31].contains(day) ? Double(factor) : 1), "\(day) days ago")
        }
        let unknown = Look(all, events: [past, coming]).seasons
        #expect(unknown.allSatisfy { $0 == nil }, "an event nobody knows makes no week another")
    }

    /// A number may be all of a name, and only a year says when.
    @Test(arguments: [
        ("Deal Days 2026", "deal days"), ("BFCM2026", "bfcm"), ("618", "618"), ("11.11", "11 11"), ("12.12.", "12 12"),
        ("Double 11", "double 11"), ("Double 12 (2026)", "double 12"), ("2026", "2026"), ("双11", "双 11"),
        ("Été 1999", "été"), ("Rush 2101", "rush 2101"), ("!?", "!?"),
    ])
    func aNameLastsWithoutItsYear(name: String, lasting: String) { #expect(EventCalendar.lasting(name) == lasting) }

    @Test func eventsOfOtherMarketplacesAreNotHeldHere() {
        let (chunk, _) = example(
            [Listing()],
            events: [
                Occasion(name: "Here", days: 1...2, scope: "DE, US"), Occasion(name: "There", days: 1...2, scope: "DE"),
                Occasion(name: "By id", days: 1...2, scope: "ATVPDKIKX0DER"), Occasion(name: "All", days: 1...2),
            ])
        #expect(EventCalendar(chunk).events.map(\.name) == ["here", "by id", "all"])
    }

    @Test func aNewListingBorrowsWhatItsCategorySells() throws {
        var random = SplitMix64(seed: 6)
        let peers = (0..<40).map { _ in
            Listing(sales: sales(3 * random.gamma(4) / 4, days: 91, using: &random), category: "Kitchen")
        }
        let model = fitted(peers, events: [])
        let new = Listing(sales: [Int?](repeating: nil, count: 88) + [0, 0, 1], category: "Kitchen")
        let forecast = try #require(outlook(new, model: model))
        #expect((0.8...3.2).contains(forecast.dailyByWeek[0]), "\(forecast.dailyByWeek[0])")
        let other = Listing(sales: [0, 0, 1], category: "Unheard of")
        #expect(rate(other, model) > 0.5, "the marketplace stands in for a category nobody knows")
    }

    private func rate(_ listing: Listing, _ model: ForecastingModel) -> Double {
        outlook(listing, model: model).map { Double($0.dailyByWeek[0]) } ?? 0
    }

    @Test func whatNeverSoldIsNotBelievedToSellBecauseOthersDo() {
        var random = SplitMix64(seed: 7)
        let model = fitted((0..<40).map { _ in Listing(sales: sales(2, days: 91, using: &random)) }, events: [])
        #expect(outlook(Listing(sales: [Int?](repeating: 0, count: 40)), model: model) == nil)
        #expect(outlook(Listing(sales: [0, 0, 0]), model: model) != nil)
        #expect(outlook(Listing(sales: [nil, nil]), model: model) == nil)
    }
}
