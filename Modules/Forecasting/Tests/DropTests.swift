import FlywheelKit
import Statistics
import Testing

@testable import Forecasting

@Suite struct DropTests {
    /// Thirteen weeks of so many a day, and what the last days had.
    private static func days(_ usual: Double, then last: [Int?], seed: UInt64 = 1) -> [Int?] {
        var random = SplitMix64(seed: seed)
        return sales(usual, days: 91 - last.count, using: &random) + last
    }

    private static func drop(_ listing: Listing) throws -> CountDrop {
        try #require(Look([listing]).findings.all.first?.evidence.drop)
    }

    @Test func viewsThatFallAreALossToCome() throws {
        let listing = Listing(sales: Self.days(2, then: []), views: Self.days(300, then: [60, 70, 55]))
        #expect(Look([listing]).kinds == ["traffic-drop"])
        let drop = try Self.drop(listing)
        #expect(drop.counted == .views && drop.days == 3 && drop.seen == 185)
        #expect(drop.since == today.advanced(by: -3) && abs(drop.expected - 900) < 40)
        #expect(drop.probability > 0.9 && drop.probability < 1)
        // Two units a day show it by themselves in some days.
        let tell = try #require(drop.salesTellInDays)
        #expect((3...20).contains(tell))
        #expect(!drop.exposure.isActive(at: asOf))
        #expect(drop.exposure.loss == .dailyShare([drop.share]) && drop.share > 0.6 && drop.share < 0.8)
    }

    @Test func itIsHappeningOnceSalesBearItOut() throws {
        let listing = Listing(sales: Self.days(6, then: [1, 0, 1]), views: Self.days(300, then: [60, 70, 55]))
        let drop = try Self.drop(listing)
        #expect(drop.counted == .views && drop.probability == 1 && drop.salesTellInDays == nil)
        #expect(drop.exposure.isActive(at: asOf))
    }

    @Test func salesThatFallWhileViewsDoNotAreSaidOfSales() throws {
        let listing = Listing(sales: Self.days(20, then: [0]), views: Self.days(300, then: []))
        #expect(Look([listing]).kinds == ["sales-drop"])
        let drop = try Self.drop(listing)
        #expect(drop.days == 1 && drop.seen == 0 && drop.probability < 1)
        // A few days more, and it is a lasting change.
        let lasting = Listing(sales: Self.days(20, then: [0, 1, 0, 0]))
        #expect(Look([lasting]).kinds == ["sales-drop"])
        #expect(try Self.drop(lasting).probability == 1)
        #expect(Look([lasting]).findings.all.first?.evidence.shift != nil)
    }

    @Test func whatIsOverOrOldIsNone() {
        let back = Listing(sales: Self.days(20, then: [0, 21, 19]), views: Self.days(300, then: [40, 310, 290]))
        #expect(Look([back]).kinds.isEmpty)
        // After some weeks the new level is what is usual; that it changed stays a shift.
        let old = Listing(sales: Self.days(20, then: [Int?](repeating: 2, count: 30)))
        #expect(Look([old]).kinds == ["demand-shift"])
    }

    @Test func daysThatWereHiddenEmptyOrUnknownAreNoFall() {
        let views = Self.days(300, then: [20, 15, 10])
        let sold = Self.days(20, then: [0, 0, 0])
        let hidden = ListingAvailability(blockedShare: 1, since: today.advanced(by: -3))
        #expect(Look([Listing(sales: sold, availability: hidden, views: views)]).kinds.isEmpty)
        #expect(Look([Listing(sales: sold, fulfillable: 0, views: views)]).kinds.isEmpty)
        #expect(Look([Listing(sales: sold, closed: [1...3], views: views)]).kinds.isEmpty)
        let unknown = Self.days(300, then: [nil, nil, nil, nil, nil, nil])
        #expect(Look([Listing(sales: Self.days(20, then: []), views: unknown)]).kinds.isEmpty)
    }

    @Test func anEventsEndIsNoFall() {
        let views = Self.days(300, then: [900, 950, 910, 300])
        let sold = Self.days(20, then: [60, 62, 59, 20])
        let model = ForecastingModel(peers: [], events: [.init(name: "deal days", factor: 3)])
        let look = Look(
            [Listing(sales: sold, views: views)], events: [Occasion(name: "Deal Days", days: -4 ... -2)], model: model)
        #expect(look.kinds.isEmpty)
    }

    @Test func aListingThatSellsNothingClaimsNothing() {
        let listing = Listing(
            sales: [Int?](repeating: 0, count: 91), views: Self.days(300, then: [10, 10, 10]))
        #expect(Look([listing]).kinds.isEmpty)
    }

    /// Looked at so often, no more than are stated: 4,000 looks at one alarm in ten years of days expect one at most.
    @Test(arguments: [3.0, 40, 500])
    func listingsThatNothingHappensToAreReportedNoOftenerThanStated(views: Double) {
        var random = SplitMix64(seed: UInt64(views))
        var knobs = ForecastingKnobs()
        knobs.dropFalseAlarmYears = 10
        let listings = (0..<2_000).map { _ in
            Listing(
                sales: sales(views / 50, days: 91, using: &random),
                views: (0..<91).map { _ in random.poisson(views * random.gamma(6) / 6) })
        }
        let drops = Look(listings, knobs: knobs, model: ForecastingModel()).kinds.count { $0.hasSuffix("-drop") }
        #expect(drops <= 2, "\(drops) of 2,000")
    }
}
