import ExampleSeller
import FlywheelKit
import Testing

/// What is sold, against what was drawn.
@Suite struct TradeTests {
    private static let seller = Example.morning
    private static let whole = seller.asOf.advanced(by: -100)..<seller.asOf

    private static func sales(_ shop: String) -> [Sale] { Sale.all(in: Example.files, shop: shop) }

    private static func truth(_ shop: String) -> [ListingTruth] {
        let marketplace = Marketplace.named(shop)?.id
        return seller.truth.filter { $0.marketplace == marketplace }
    }

    @Test(arguments: [("US", 120.0), ("DE", 60.0)])
    func everyListingSellsAboutWhatItWasDrawnWith(shop: String, total: Double) {
        let sales = Dictionary(grouping: Self.sales(shop).filter { Self.whole.contains($0.day) }, by: \.sku)
        let truth = Self.truth(shop)
        #expect(abs(truth.map(\.unitsPerDay).reduce(0, +) - total) < 1e-9)
        for listing in truth {
            let units = Double(sales[listing.sku, default: []].map(\.units).reduce(0, +))
            let mean = Self.whole.map {
                listing.unitsPerDay * Self.share(listing, $0) * ExampleSeller.demandIndex(on: $0)
            }
            .reduce(0, +)
            // Five deviations of a count whose baskets scatter (variance 1.6 times the mean), and room for small means
            // and for the day on which stock ended.
            let room = 5 * (1.6 * mean).squareRoot() + 4 + listing.unitsPerDay * 1.5
            #expect(abs(units - mean) < room, "\(listing.sku): \(units) of \(mean)")
        }
    }

    private static func share(_ listing: ListingTruth, _ day: Day) -> Double {
        guard day >= listing.listed, listing.closed.map({ day < $0 }) ?? true else { return 0 }
        return listing.troubles(on: day).map { 1 - $0.lostShare }.min() ?? 1
    }

    @Test func demandIsHeavyTailed() {
        let rates = Self.truth("US").map(\.unitsPerDay).sorted(by: >)
        #expect(rates[0] > 10)
        #expect(rates.prefix(28).reduce(0, +) > 0.55 * rates.reduce(0, +))
    }

    @Test(arguments: ["US", "DE"])
    func whatIsOutOrRemovedSellsNothing(shop: String) {
        let sales = Dictionary(grouping: Self.sales(shop), by: \.sku)
        let blocked = Self.truth(shop).flatMap { listing in
            listing.troubles.filter { $0.lostShare == 1 }.map { (listing.sku, $0) }
        }
        #expect(!blocked.isEmpty)
        for (sku, trouble) in blocked {
            let days = trouble.from..<(trouble.until ?? Self.seller.asOf.advanced(by: 1))
            let sold = sales[sku, default: []].filter {
                days.contains($0.day) && $0.day != trouble.from && $0.units > 0
            }
            #expect(sold.isEmpty, "\(sku) sold while it could not be bought: \(trouble.kind), \(days)")
        }
    }

    @Test func dealsAndSeasonsMakeDaysDiffer() throws {
        func index(_ day: String) throws -> Double { ExampleSeller.demandIndex(on: try #require(Day(day))) }
        #expect(try index("2026-11-16") > index("2026-11-20"), "Mondays sell more than Fridays")
        #expect(try index("2026-12-14") > 1.3 * index("2026-02-16"), "December sells more than February")
        #expect(try index("2026-10-06") > 1.5 * index("2026-10-13"), "a deal sells more than the week after")
        let year = (0..<365).map { ExampleSeller.demandIndex(on: ExampleSeller.lastDay.advanced(by: -$0)) }
        #expect(abs(year.reduce(0, +) / 365 - 1) < 0.03, "an average day has an index of about one")
    }

    @Test(arguments: ["US", "DE"])
    func cancelledOrdersCountNothingAndOnlyReleasedOnesHaveAPrice(shop: String) throws {
        var seen: [String: Int] = [:]
        for file in Example.files where file.name.hasPrefix("orders-\(shop)") {
            let orders = Export(file)
            let (status, quantities) = (orders.column("order-status"), orders.column("quantity"))
            let (currencies, totals) = (orders.column("currency"), orders.column("item-price"))
            for row in orders.rows.indices {
                seen[status[row], default: 0] += 1
                #expect((status[row] == "Cancelled") == (quantities[row] == "0"))
                #expect((status[row] == "Shipped") == !currencies[row].isEmpty)
                #expect((status[row] == "Shipped") == !totals[row].isEmpty)
            }
        }
        #expect(seen.keys.sorted() == ["Cancelled", "Pending", "Shipped"])
    }

    @Test func someOrdersSayOneThingInTwoEqualLines() throws {
        let file = try #require(Example.files.first { $0.name.hasPrefix("orders-US") })
        let rows = Export(file).rows
        #expect(Set(rows).count < rows.count)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func everySeedGivesASellerOfTheSameShape(seed: UInt64) {
        let seller = ExampleSeller(seed: seed, .morning, asOf: Day(epochDays: 20_000 + Int32(seed) * 101))
        #expect(seller.truth.count == 240)
        #expect(Set(seller.truth.map { [$0.marketplace, $0.sku] }).count == 240)
        let open = seller.truth.flatMap { $0.troubles(on: seller.asOf) }
        #expect(open.filter { !$0.attribute.isEmpty }.count >= 4)
        #expect(open.contains { $0.kind == .soldOut })
    }
}
