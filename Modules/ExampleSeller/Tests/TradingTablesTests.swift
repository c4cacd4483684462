import ExampleSeller
import FlywheelKit
import Testing

/// The tables the seller keeps beside the marketplaces' reports, against what was drawn and what they sold.
@Suite struct TradingTablesTests {
    private static let seller = ExampleSeller(seed: 3, .weeks(8))
    private static let files = Example.files(of: seller)

    private static func export(_ day: Day, _ name: String) throws -> Export {
        Export(try #require(files.first { $0.folder == day.description && $0.name == name }, "no \(name) of \(day)"))
    }

    private static func truth(_ shop: String) -> [String: ListingTruth] {
        let marketplace = Marketplace.named(shop)?.id
        return Dictionary(
            uniqueKeysWithValues: seller.truth.filter { $0.marketplace == marketplace }.map { ($0.sku, $0) })
    }

    /// A number as a spreadsheet of the shop writes it.
    private static func number(_ cell: String) -> Double? { Double(cell.map { $0 == "," ? "." : String($0) }.joined()) }

    @Test(arguments: ["US", "DE"])
    func everySaleBetweenTheLimitsLeavesSomething(shop: String) throws {
        let costs = try Self.export(Self.seller.exportDays[0], "costs-\(shop).csv")
        let truth = Self.truth(shop)
        for row in costs.rows {
            let price = Double(try #require(truth[row[0]]).price.minorUnits) / 100
            let numbers = try row[1...4].map { try #require(Self.number($0)) }
            #expect(numbers[0] + numbers[1] < numbers[2], "\(row)")
            #expect(numbers[2] <= price && price < numbers[3], "\(row)")
        }
    }

    @Test(arguments: ["US", "DE"])
    func offersShowWhatWasDrawn(shop: String) throws {
        for day in Self.seller.exportDays {
            let offers = try Self.export(day, "offers-\(shop).csv")
            let truth = Self.truth(shop)
            for row in offers.rows {
                let listing = try #require(truth[row[0]])
                let kinds = Set(listing.troubles(on: day).map(\.kind))
                let price = Double(listing.price.minorUnits) / 100
                let (own, lowest) = (Double(row[1]), Double(row[2]))
                #expect((own == nil) == kinds.contains(.soldOut) || listing.closed != nil, "\(row)")
                if let own { #expect((own > price * 9) == kinds.contains(.priceError), "\(row)") }
                if kinds.contains(.offerLost) { #expect(row[4] == "COMPETITOR" && lowest ?? price < price, "\(row)") }
                if kinds.isDisjoint(with: [.offerLost, .priceError, .soldOut]), own != nil {
                    #expect(row[4] == "SELF" && row[5] == row[1], "\(row)")
                }
                if let coupon = Double(row[6]) {
                    #expect(kinds.contains(.belowMinimum))
                    let minimum = try #require(Double(row[7]))
                    #expect(price - coupon < minimum)
                } else {
                    #expect(!kinds.contains(.belowMinimum))
                }
            }
            if shop == "DE" { #expect(offers.column("map price").allSatisfy { $0.isEmpty }) }
        }
    }

    @Test func eightPricesAreTenfoldOnTheLastMorningInGermany() throws {
        let wrong = Self.truth("DE").values.filter { listing in
            listing.troubles(on: Self.seller.asOf).contains { $0.kind == .priceError && $0.until == nil }
        }
        #expect(wrong.count >= 8)
        let offers = try Self.export(Self.seller.asOf, "offers-DE.csv")
        #expect(
            zip(offers.column("sku"), offers.column("buy box owner")).allSatisfy { sku, owner in
                !wrong.contains { $0.sku == sku } || owner != "SELF"
            })
    }

    @Test(arguments: ["US", "DE"])
    func ordersToSuppliersAreInWholeCasesAndCloseOnce(shop: String) throws {
        let supply = try Self.export(Self.seller.exportDays[0], "supply-\(shop).csv")
        let cases = Dictionary(
            zip(supply.column("SKU"), supply.column("Case pack").compactMap { Int($0) }), uniquingKeysWith: { $1 })
        var closed: Set<String> = []
        var open: Set<String> = []
        for day in Self.seller.exportDays {
            for row in try Self.export(day, "purchase-orders-\(shop).csv").rows {
                let (order, ordered) = (row[0], try #require(Day(row[2])))
                let expected = try #require(Day(row[3]))
                #expect(ordered < day && ordered < expected)
                if let pack = cases[row[1]] { #expect(try #require(Int(row[5])).isMultiple(of: pack)) }
                if row[4].isEmpty {
                    #expect(!closed.contains(order))
                    open.insert(order)
                } else {
                    let received = try #require(Day(row[4]))
                    #expect(ordered < received && received < day)
                    closed.insert(order)
                    open.remove(order)
                }
            }
        }
        #expect(closed.count > 20 && !open.isEmpty)
    }

    @Test(arguments: ["US", "DE"])
    func trafficCountsTheSameUnitsAsOrders(shop: String) throws {
        let reports = try Self.seller.exportDays.map { try Self.export($0, "traffic-\(shop).csv") }
        var said: [String: Int] = [:]
        for report in reports {
            for row in report.rows {
                let (units, sessions, views) = (Int(row[2]) ?? -1, Int(row[3]) ?? -1, Int(row[4]) ?? -1)
                #expect(0 <= units && units <= sessions && sessions <= views)
                #expect(said.updateValue(units, forKey: "\(row[0]) \(row[1])") == nil, "\(row)")
            }
        }
        let days = Set(said.keys.map { $0.prefix(10) })
        let sales = Sale.all(in: Self.files, shop: shop).filter { days.contains($0.day.description.prefix(10)) }
        let sold = Dictionary(grouping: sales, by: { "\($0.day) \($0.sku)" }).mapValues { $0.map(\.units).reduce(0, +) }
        #expect(said.filter { $0.value > 0 } == sold.filter { $0.value > 0 })
    }

    @Test func dealsOfThePastAndThoseAheadAreInTheCalendar() throws {
        let events = try Self.export(Self.seller.exportDays[0], "events.csv")
        #expect(events.column("name") == ["October deals", "Black Friday"])
        #expect(events.column("from") == ["2026-10-06", "2026-11-27"])
        for (from, to) in zip(events.column("from"), events.column("to")) {
            let (first, last) = (try #require(Day(from)), try #require(Day(to)))
            let before = ExampleSeller.demandIndex(on: first.advanced(by: -7))
            #expect(ExampleSeller.demandIndex(on: first) > 1.5 * before)
            #expect(ExampleSeller.demandIndex(on: last.advanced(by: 1)) < ExampleSeller.demandIndex(on: last))
        }
    }
}
