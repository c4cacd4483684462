import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk
import Testing

/// What a lost featured offer takes, from files to the queue.
@Suite("The featured offer") struct FeaturedOfferTests {
    /// A listing of 25.00 that sold ten a day with the featured offer on every page view, and in the last thirty days four a
    /// day on two of five: 120 units.
    private func lost(
        share: Int = 40, units: Int = 4, _ offer: String = "sku,our price,buy box owner\nHERO,25.00,COMPETITOR\n"
    ) throws -> House {
        let house = try House()
        var seller = Seller()
        seller.listings = [Seller.Listing(sku: "HERO", asin: "B0HERO", price: "25.00")]
        try house.bring(seller, [.listings])
        let days = (1...91).map { back in
            [
                "day": "\(Moments.today.advanced(by: -back))", "sku": "HERO",
                "units": "\(back <= 30 ? units : 10)", "buy box percentage": "\(back <= 30 ? share : 100)%",
            ]
        }
        let sales = Report.table(["day", "sku", "units", "buy box percentage"], days, separator: ",")
        #expect(try house.bring(sales, as: "daily").allSatisfy(\.isKept))
        #expect(try house.bring(offer, as: "offers").allSatisfy(\.isKept))
        try house.rotate()
        return house
    }

    @Test("With two of five page views left, 120 units of 25.00 are 4,500 lost, and not 1,800")
    func golden() throws {
        let house = try lost()
        let row = try #require(try house.queue().first { $0.exception.fingerprint.kind == "featured-offer-lost" })
        let listing = try #require(try house.terms(row).listings.first)
        #expect(listing.unitsPerDay == Decimal4(tenThousandths: 100_000), "what sells with the offer, and not 4")
        #expect(row.exception.exposure.loss == .dailyShare([0.6]))
        // A loss that lasted the thirty days: 10 a day × 0.6 × 30 × 25.00.
        let window = try Terms(unitsPerDay: listing.unitsPerDay, price: listing.price)
            .amount(#require(Decimal4(rounding: 0.6 * 30)))
        #expect(window.minorUnits == 450_000)
        // Of days to come it counts those that it still lasts.
        let counted = try Terms(unitsPerDay: listing.unitsPerDay, price: listing.price).amount(listing.days)
        #expect(row.row.atRisk == counted.minorUnits)
    }

    @Test("Where no page view is left, the rate is that of the days before")
    func nothingLeft() throws {
        let house = try lost(share: 0, units: 0)
        let row = try #require(try house.queue().first { $0.exception.fingerprint.kind == "featured-offer-lost" })
        let listing = try #require(try house.terms(row).listings.first)
        #expect(listing.unitsPerDay == Decimal4(tenThousandths: 100_000))
        #expect(row.exception.exposure.loss == .dailyShare([1]))
        #expect(listing.basis.blockedDays == 30 && listing.basis.goodDays == 61)
    }

    @Test("A price error is reckoned with the usual price")
    func priceError() throws {
        let house = try House()
        var seller = Seller()
        for (sku, price) in [("HERO", "250.00"), ("OTHER", "25.00")] {
            let listing = Seller.Listing(sku: sku, asin: "B0\(sku)", price: price)
            seller.listings.append(listing)
            seller.sell(listing) { _ in 4 }
        }
        try house.bring(seller, [.listings, .orders])
        for back in (0..<5).reversed() {
            let price = back == 0 ? "250.00" : "25.00"
            let offers = "sku,our price,buy box owner\nHERO,\(price),SELF\nOTHER,25.00,SELF\n"
            let at = Moments.instant(Moments.today.advanced(by: -back), hour: 14)
            #expect(try house.bring(offers, as: "offers", at: at).allSatisfy(\.isKept))
        }
        try house.rotate()
        let row = try #require(try house.queue().first { $0.exception.fingerprint.kind == "price-error" })
        #expect(row.exception.fingerprint.subject.code == "HERO")
        let listing = try #require(try house.terms(row).listings.first)
        #expect(listing.price.minorUnits == 2_500)
    }
}
