import FlywheelKit
import Testing

@Suite struct ListingLimitsTests {
    private let asOf = Instant(seconds: 1_795_176_000)

    private func money(_ minorUnits: Int64, _ code: String) throws -> Money {
        Money(minorUnits: minorUnits, try #require(Currency(code)))
    }

    /// A listing that costs USD 10.01, at 0.790001 pounds a dollar.
    private func chunk(rate: Double? = 0.790001) throws -> Chunk {
        var builder = ChunkBuilder(listings: ["KN-12"], asOf: asOf)
        builder.set(Costs.unitCost, [try money(1_001, "USD")])
        builder.set(Costs.fees, [try money(300, "GBP")])
        builder.set(Costs.floor, [try money(1_001, "USD")])
        builder.set(Costs.ceiling, [try money(1_001, "USD")])
        builder.set(Costs.minimumAdvertisedPrice, [try money(1_001, "USD")])
        if let rate {
            let (dollar, pound) = (try #require(Currency("USD")), try #require(Currency("GBP")))
            let published = ExchangeRate(
                base: dollar, quote: pound, day: asOf.utcDay.advanced(by: -1), rate: rate, source: "ecb")
            builder.setRates(ExchangeRates([try #require(published)]))
        }
        return builder.build()
    }

    @Test func noLimitGetsWiderByRounding() throws {
        let limits = LimitReader(try chunk()).limits(of: 0, in: Currency("GBP"))
        #expect(try limits.costs.cost == money(791, "GBP"), "10.01 times 0.790001 is 7.90791001")
        #expect(try limits.floor == money(791, "GBP") && limits.ceiling == money(790, "GBP"))
        #expect(try limits.minimumAdvertisedPrice == money(791, "GBP"))
        #expect(try limits.costs.fees == money(300, "GBP") && limits.costs.leastPaid == money(1_091, "GBP"))
        #expect(
            limits.foreign.map(\.description).suffix(3) == [
                "floor of USD 10.01 is GBP 7.91 at 0.790001 on 2026-11-19, ecb",
                "ceiling of USD 10.01 is GBP 7.90 at 0.790001 on 2026-11-19, ecb",
                "minimum advertised price of USD 10.01 is GBP 7.91 at 0.790001 on 2026-11-19, ecb",
            ])
    }

    @Test func withoutARateAnAmountStaysAsItWasStatedAndSaysSo() throws {
        let limits = LimitReader(try chunk(rate: nil)).limits(of: 0, in: Currency("GBP"), watchesAdvertised: false)
        #expect(try limits.costs.cost == money(1_001, "USD") && limits.costs.leastPaid == nil)
        #expect(limits.minimumAdvertisedPrice == nil)
        #expect(limits.foreign.map(\.name) == [.cost, .floor, .ceiling])
        #expect(limits.foreign[0].description == "cost in USD, price in GBP: no USD to GBP rate")
    }

    @Test func anAmountInThePricesCurrencyOrBesideNoPriceIsNotTouched() throws {
        for currency in [Currency("USD"), nil] {
            let limits = LimitReader(try chunk()).limits(of: 0, in: currency)
            #expect(try limits.costs.cost == money(1_001, "USD"))
            #expect(limits.foreign.map(\.name) == (currency == nil ? [] : [.fees]))
        }
    }

    @Test func onlyWhoDeclaresRatesIsToldThem() throws {
        let (dollar, pound) = (try #require(Currency("USD")), try #require(Currency("GBP")))
        let chunk = try chunk()
        #expect(chunk.conversion(from: dollar, to: pound) != nil)
        #expect(chunk.picked([0]).rows(0..<1).conversion(from: dollar, to: pound) != nil)
        #expect(
            chunk.limited(to: [Rates.feed.helping(Rates.rate)], windows: []).conversion(from: dollar, to: pound) != nil)
        #expect(
            chunk.limited(to: [Costs.feed.helping(Costs.floor)], windows: []).conversion(from: dollar, to: pound) == nil
        )
    }
}
