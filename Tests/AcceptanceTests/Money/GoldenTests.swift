import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk
import Testing

/// Worked examples of the formula, from files to the queue.
@Suite("Golden numbers") struct GoldenTests {
    /// A listing that sells eight a day and nothing since it was blocked, and a small one.
    private static func blocked(since: Day, in marketplace: String = "DE") -> Seller {
        var seller = Seller(marketplace: marketplace)
        for (sku, units) in [("HERO", 8), ("SMALL", 1)] {
            let listing = Seller.Listing(sku: sku, asin: "B0\(sku)", price: "20.00")
            seller.listings.append(listing)
            seller.sell(listing) { sku == "HERO" && $0 >= since ? 0 : units }
        }
        seller.issues = [
            Seller.Issue(sku: "HERO", asin: "B0HERO", status: "LISTING_SUPPRESSED", since: since, attribute: "brand")
        ]
        return seller
    }

    private func opened(_ seller: Seller, in currency: String, rates: String? = nil) throws -> House {
        let house = try House { $0.rotation.currency = Currency(currency) }
        try house.bring(seller, [.listings, .suppressed, .orders])
        if let rates { try house.bring(rates, as: "rates") }
        try house.rotate()
        return house
    }

    @Test("Days on which a listing was blocked say nothing of its demand")
    func baseline() throws {
        let house = try opened(Self.blocked(since: Moments.today.advanced(by: -24)), in: "EUR")
        let row = try #require(try house.queue().first)
        let listing = try #require(try house.terms(row).listings.first)
        #expect(listing.unitsPerDay == Decimal4(tenThousandths: 80_000))
        #expect(listing.basis.blockedDays == 24)
        #expect(listing.basis.goodDays == 67)
        #expect(listing.basis.unknownDays == 0)
        // 8 a day, 20.00 each, for the days that ten-day problems still last.
        #expect(row.row.atRisk == listing.days.tenThousandths * 16_000 / 10_000)
    }

    @Test("A hero that sold nothing for six weeks is still a hero")
    func tier() throws {
        let house = try opened(Self.blocked(since: Moments.today.advanced(by: -42)), in: "EUR")
        #expect(try house.queue().map(\.row.tier) == [.a])
    }

    @Test("Without a rate a row is unpriced and keeps its own currency, never one to one")
    func currency() throws {
        let seller = Self.blocked(since: Moments.today.advanced(by: -3))
        let without = try opened(seller, in: "USD")
        let row = try #require(try without.queue().first)
        #expect(row.row.lane == .unpriced)
        #expect(row.row.atRisk == nil)
        let terms = try without.terms(row)
        #expect(terms.unpriced == "no EUR to USD rate")
        let own = try #require(terms.listings.first?.amount)
        #expect(own.currency == Currency("EUR"))
        #expect(try without.rotate().atRisk == 0)

        let with = try opened(seller, in: "USD", rates: IdempotenceTests.rates)
        let priced = try #require(try with.queue().first)
        #expect(try with.terms(priced).listings.first?.amount == own)
        #expect(priced.row.atRisk == (own.minorUnits * 10_837 + 5_000) / 10_000)
    }

    @Test("Every report of the same sales together leaves the rate of sale as one of them")
    func oneSource() throws {
        let seller = Self.blocked(since: Moments.today.advanced(by: -3))
        let house = try opened(seller, in: "EUR")
        let before = try house.terms(#require(try house.queue().first)).listings.first?.unitsPerDay
        let days = seller.listings.flatMap { listing in
            (1...91).map { back in
                let isBlocked = listing.sku == "HERO" && back <= 3
                return [
                    "day": "\(Moments.today.advanced(by: -back))", "sku": listing.sku,
                    "units": listing.sku == "HERO" ? (isBlocked ? "0" : "8") : "1",
                ]
            }
        }
        let report = Report.table(["day", "sku", "units"], days, separator: ",")
        #expect(try house.bring(report, as: "daily", in: "DE").allSatisfy { $0.isKept })
        try house.rotate(Moments.looked.advanced(bySeconds: 60))
        let after = try house.terms(#require(try house.queue().first)).listings.first?.unitsPerDay
        #expect(before == Decimal4(tenThousandths: 80_000))
        #expect(after == before)
    }
}
