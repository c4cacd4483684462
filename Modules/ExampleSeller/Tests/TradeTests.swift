import ExampleSeller
import FlywheelKit
import Testing

/// What is sold, against what was drawn.
@Suite struct TradeTests {
    private static let day = Example.day
    private static let seller = Example.seller
    private static let whole = day.advanced(by: -ExampleSeller.daysOfOrders)..<day

    private static func orders(_ name: String) throws -> Export { try #require(Example.exports["orders-\(name)"]) }

    private static func sales(_ name: String) throws -> [Sale] {
        Sale.all(in: try orders(name), isAmerican: name == "US")
    }

    private static func truth(_ name: String) -> [ListingTruth] {
        let marketplace = Marketplace.named(name)?.id
        return seller.truth.filter { $0.marketplace == marketplace }
    }

    @Test(arguments: [("US", 120.0), ("DE", 60.0)])
    func everyListingSellsAboutWhatItWasDrawnWith(name: String, total: Double) throws {
        let sales = Dictionary(grouping: try Self.sales(name).filter { Self.whole.contains($0.day) }, by: \.sku)
        let truth = Self.truth(name)
        #expect(abs(truth.map(\.unitsPerDay).reduce(0, +) - total) < 1e-9)
        for listing in truth where listing.suppressedSince == nil && listing.soldOutSince == nil {
            let units = Double(sales[listing.sku, default: []].map(\.units).reduce(0, +))
            let mean = listing.unitsPerDay * Double(Self.whole.count)
            // Five deviations of a Poisson count, and room for small means.
            #expect(abs(units - mean) < 5 * mean.squareRoot() + 3, "\(listing.sku): \(units) of \(mean)")
        }
    }

    @Test func demandIsHeavyTailed() {
        let rates = Self.truth("US").map(\.unitsPerDay).sorted(by: >)
        #expect(rates[0] > 15)
        #expect(rates.prefix(28).reduce(0, +) > 0.6 * rates.reduce(0, +))
    }

    @Test(arguments: ["US", "DE"])
    func whatIsSuppressedOrOutSellsWhatIsLeft(name: String) throws {
        let sales = Dictionary(grouping: try Self.sales(name), by: \.sku)
        let struck = Self.truth(name).filter { $0.suppressedSince != nil || $0.soldOutSince != nil }
        #expect(!struck.isEmpty)
        for listing in struck {
            guard let since = listing.soldOutSince ?? listing.suppressedSince else { continue }
            let days = since..<Self.day
            let share = listing.soldOutSince == nil ? 1 - listing.suppressedShare : 0
            let units = sales[listing.sku, default: []].filter { days.contains($0.day) }.map(\.units).reduce(0, +)
            let mean = listing.unitsPerDay * share * Double(days.count)
            #expect(share > 0 || units == 0, "\(listing.sku) sold \(units) while it could not be bought")
            #expect(abs(Double(units) - mean) < 5 * mean.squareRoot() + 3, "\(listing.sku): \(units) of \(mean)")
        }
    }

    @Test func mondaysSellMoreThanFridays() throws {
        let sales = try Self.sales("US").filter { Self.whole.contains($0.day) }
        func units(_ weekday: Int32) -> Int {
            sales.filter { $0.day.epochDays % 7 == weekday }.map(\.units).reduce(0, +)
        }
        // Days since Thursday 1970-01-01: 4 is Monday, 1 is Friday.
        #expect(units(4) > units(1))
    }

    @Test(arguments: ["US", "DE"])
    func cancelledOrdersCountNothingAndOnlyReleasedOnesHaveAPrice(name: String) throws {
        let orders = try Self.orders(name)
        let prices = Dictionary(uniqueKeysWithValues: Self.truth(name).map { ($0.sku, $0.price) })
        var seen: [String: Int] = [:]
        let status = orders.column("order-status")
        let (skus, quantities) = (orders.column("sku"), orders.column("quantity"))
        let (currencies, totals) = (orders.column("currency"), orders.column("item-price"))
        for row in orders.rows.indices {
            seen[status[row], default: 0] += 1
            let units = try #require(Int64(quantities[row]))
            let price = try #require(prices[skus[row]])
            #expect((status[row] == "Cancelled") == (units == 0))
            #expect(currencies[row] == (status[row] == "Shipped" ? price.currency.code : ""))
            let total = Money(minorUnits: price.minorUnits * units, price.currency).amount
            #expect(totals[row] == (status[row] == "Shipped" ? total : ""))
        }
        #expect(seen.keys.sorted() == ["Cancelled", "Pending", "Shipped"])
    }

    @Test func someOrdersSayOneThingInTwoEqualLines() throws {
        let rows = try Self.orders("US").rows.map { row in row.prefix(23).joined(separator: "|") }
        #expect(Set(rows).count < rows.count)
    }

    @Test(arguments: ["US", "DE"])
    func ordersReachOverTheWholeSpanAndEndOnTheMorningOfTheExport(name: String) throws {
        let days = try Self.sales(name).map(\.day)
        #expect(days == days.sorted())
        #expect(days.first == Self.whole.lowerBound)
        #expect(days.last == Self.day)
        let updated = try Self.orders(name).column("last-updated-date")
        let placed = try #require(try Self.orders(name).column("purchase-date").last)
        #expect(updated.allSatisfy { $0 < String(placed.prefix(10)) + "T17" }, "an order was updated after the export")
        #expect(Set(days).count == Self.whole.count + 1)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func everySeedGivesASellerOfTheSameShape(seed: UInt64) {
        let seller = ExampleSeller(seed: seed, asOf: Day(epochDays: 20_000 + Int32(seed) * 101))
        #expect(seller.truth.count == 240)
        #expect(seller.truth.filter { $0.suppressedSince != nil }.count == 12)
        #expect(seller.truth.filter { $0.soldOutSince != nil }.count == 7)
        #expect(Set(seller.truth.map { [$0.marketplace, $0.sku] }).count == 240)
    }
}
