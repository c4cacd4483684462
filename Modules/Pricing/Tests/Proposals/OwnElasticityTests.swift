import FlywheelKit
import Statistics
import Testing

@testable import Pricing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct OwnElasticityTests {
    /// Five weeks of five prices; what sells goes as the price to the power of -3, by exactly that.
    private static let prices = days((2_500, 9), (2_200, 7), (2_700, 8), (2_400, 6), (2_600, 5))
    private static let sold = prices.map { $0.map { Int((20 * pow(Double($0) / 2_500, -3)).rounded()) } }

    /// An offer that another is dearer than, lost on the state alone, with a history.
    private static func listing(_ change: (inout Listing) -> Void = { _ in }) -> Listing {
        var listing = Listing(price: money(2_500), owner: "COMPETITOR", featured: money(2_400), competitors: 0)
        listing.past = prices
        listing.sold = sold
        change(&listing)
        return listing
    }

    private static func own(_ change: (inout Listing) -> Void = { _ in }) throws -> OwnElasticity? {
        try #require(Look(listing(change)).evidence()).trade.elasticity
    }

    @Test func isReadOffPricesAndSales() throws {
        let own = try #require(try Self.own())
        #expect(abs(own.value + 3) < 0.15 && own.days == 35 && own.prices == 5, "\(own)")
        let evidence = try #require(Look(Self.listing()).evidence())
        let believed = evidence.elasticity(by: PricingKnobs())
        #expect(believed.evidence == .own && abs(believed.mean + 3) < 0.2, "\(believed)")
        #expect(evidence.situation(by: PricingKnobs())?.elasticity == believed)
    }

    @Test func aDayCountsForItsShareOfPageViews() throws {
        // At the lowest price the offer was featured all day, else half of it, and sold half as much.
        let half = Self.prices.map { $0 == 2_200 ? 100 : 50 }
        let sold = zip(Self.sold, half).map { sold, share in sold.map { $0 * share / 100 } }
        let own = try #require(
            try Self.own {
                $0.competitors = 3
                $0.shares = half
                $0.sold = sold
            })
        #expect(abs(own.value + 3) < 0.4, "\(own.value)")
        let naive = try #require(try Self.own { $0.sold = sold })
        #expect(naive.value < -5, "\(naive.value)")
    }

    @Test func anOfferThatCompetesAndOfWhoseShareNothingIsKnownSaysNothing() throws {
        #expect(try Self.own { $0.competitors = 2 } == nil)
        #expect(try Self.own { $0.competitors = nil } == nil)
    }

    @Test func daysWithoutStockSayNothing() throws {
        let sold = zip(Self.prices, Self.sold).map { $0 == 2_700 ? 0 : $1 }
        let levels = Self.prices.map { $0 == 2_700 ? 0 : 50 }
        let own = try #require(
            try Self.own {
                $0.sold = sold
                $0.levels = levels
            })
        #expect(abs(own.value + 3) < 0.15 && own.days == 27, "\(own)")
    }

    /// A competitor that moves against the own price takes its part of what sales do.
    @Test func competitorsAreCountedInWhereTheyAreKnown() throws {
        let lowest = days((2_300, 5), (2_500, 9), (2_200, 10), (2_600, 11))
        let sold = zip(Self.prices, lowest).map { own, other in
            Int((20 * pow(Double(own ?? 1) / 2_500, -3) * pow(Double(other ?? 1) / 2_400, 2)).rounded())
        }
        let change: (inout Listing) -> Void = {
            $0.sold = sold
            $0.pastLowest = lowest
        }
        #expect(abs(try #require(try Self.own(change)).value + 3) < 0.2)
        let blind = try #require(
            try Self.own {
                change(&$0)
                $0.pastLowest = days((nil, 20)) + lowest.suffix(15)
            })
        #expect(abs(blind.value + 3) > 0.2, "\(blind.value)")
    }

    @Test func onePriceForWeeksSaysNothing() throws {
        #expect(try Self.own { $0.past = days((2_500, 35)) } == nil)
        #expect(try Self.own { $0.sold = days((0, 35)) } == nil)
        #expect(try Self.own { $0.past = [] } == nil)
    }

    @Test func adviceSaysWhatItRestsOn() throws {
        let look = Look(
            Self.listing {
                $0.cost = money(800)
                $0.units = 900
                $0.demand = 20
            })
        let resolution = look.stage.resolve(try #require(look.evidence()))
        let unknowns = try #require(resolution.suggestion).unknowns
        #expect(unknowns.contains { $0.hasSuffix("own prices of 35 days, the rest a prior") }, "\(unknowns)")
    }
}
