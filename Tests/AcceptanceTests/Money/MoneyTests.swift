import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk
import Testing

/// No listing loses more than it earns, and no row hides what it is made of.
@Suite("Money") struct MoneyTests {
    /// The named terms of the priced rows of a queue, by listing.
    private static func byListing(_ house: House) throws -> [String: [(row: QueueEntry, terms: RiskTerms)]] {
        let rows = try house.queue().map { ($0, try house.terms($0)) }.filter { !$0.1.listings.isEmpty }
        return Dictionary(grouping: rows) { $0.1.listings[0].code }
    }

    private static func opened(_ seller: Seller) throws -> House {
        let house = try House { $0.rotation.currency = Currency(seller.currency) }
        try house.bring(seller)
        try house.rotate()
        return house
    }

    @Test(
        "The rows of a listing add up to its loss, which is never over its baseline",
        arguments: 31...36 as ClosedRange<UInt64>)
    func rowsAddUp(seed: UInt64) throws {
        let house = try Self.opened(.random(seed: seed, listings: 30))
        let listings = try Self.byListing(house)
        #expect(listings.values.contains { $0.count > 2 })
        for rows in listings.values {
            let terms = rows.map { $0.terms.listings[0] }
            let total = terms[0].listingTotal
            #expect(terms.allSatisfy { $0.listingTotal == total })
            #expect(terms.reduce(0) { $0 + $1.amount.minorUnits } == total.minorUnits)
            #expect(rows.reduce(0) { $0 + ($1.row.row.atRisk ?? 0) } == total.minorUnits)
            let baseline = try Terms(unitsPerDay: terms[0].unitsPerDay, price: terms[0].price)
                .amount(Decimal4(tenThousandths: 300_000))
            #expect(total.minorUnits <= baseline.minorUnits)
            #expect(rows.allSatisfy { ($0.terms.avoidable ?? 0) <= ($0.terms.atRisk ?? 0) })
            #expect(rows.allSatisfy { ($0.terms.fixAlone ?? 0) <= total.minorUnits })
        }
        let summary = try house.rotate()
        #expect(summary.atRisk == listings.values.joined().reduce(0) { $0 + ($1.row.row.atRisk ?? 0) })
    }

    @Test("One exposure more never lowers what a listing loses", arguments: 41...46 as ClosedRange<UInt64>)
    func oneMore(seed: UInt64) throws {
        var random = Random(seed)
        let seller = Seller.random(seed: seed, listings: 30, in: "DE")
        let before = try Self.byListing(Self.opened(seller)).mapValues { $0[0].terms.listings[0] }
        var worse = seller
        for listing in seller.listings {
            // From today on, so that the days of the past that tell the rate of sale stay as they were.
            worse.issues.append(
                Seller.Issue(
                    sku: listing.sku, asin: listing.asin, status: random.pick(Seller.statuses), since: Moments.today,
                    attribute: "material"))
        }
        let after = try Self.byListing(Self.opened(worse)).mapValues { $0[0].terms.listings[0] }
        #expect(!before.isEmpty)
        for (code, listing) in before {
            let now = try #require(after[code])
            #expect(now.unitsPerDay == listing.unitsPerDay)
            #expect(now.listingTotal.minorUnits >= listing.listingTotal.minorUnits)
        }
    }
}
