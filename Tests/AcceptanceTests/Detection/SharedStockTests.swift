import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Inventory
import Testing

/// One stock that several marketplaces sell from, from the files that each of them exports into the queue.
@Suite("One stock of several marketplaces") struct SharedStockTests {
    /// What each marketplace sells a day of everything.
    private static let daily = ["DE": 6, "FR": 3, "IT": 1]

    /// A seller of twelve products on three marketplaces, of each of which there are so many units in all.
    private func house(_ order: [String] = ["DE", "FR", "IT"], units: (Int) -> Int) throws -> House {
        let house = try House { $0.rotation.currency = Currency("EUR") }
        for marketplace in order {
            var seller = Seller(marketplace: marketplace)
            for number in 0..<12 {
                let listing = Seller.Listing(sku: "EU-\(number)", asin: "B0EU\(100 + number)", price: "20.00")
                seller.listings.append(listing)
                seller.stock.append(Seller.Stock(sku: listing.sku, asin: listing.asin, fulfillable: units(number)))
                seller.sell(listing) { _ in Self.daily[marketplace] ?? 0 }
            }
            try house.bring(seller, [.listings, .fba, .orders])
        }
        return house
    }

    private func evidence(
        _ kind: String, in house: House
    ) throws -> [(marketplace: String, sku: String, evidence: InventoryEvidence)] {
        try house.queue().map(\.exception).filter { $0.fingerprint.kind == kind }.map {
            let subject = $0.fingerprint.subject
            return (
                Marketplace.named(subject.marketplace)?.name ?? "?", subject.code,
                try CanonicalJSON.value(InventoryEvidence.self, from: $0.evidence.text())
            )
        }
    }

    @Test("Units that the others sell are no surplus, and those that nobody does are one, once")
    func surplus() throws {
        // 180 days at ten a day sell 1,800 units.
        let house = try house { 1_000 + 300 * $0 }
        try house.rotate()
        let found = try evidence("excess-stock", in: house)
        #expect(Set(found.map(\.marketplace)) == ["DE"], "the one that sells most says it")
        #expect(Set(found.map(\.sku)) == Set((3..<12).map { "EU-\($0)" }))
        for (_, sku, evidence) in found {
            let units = 1_000 + 300 * (Int(sku.dropFirst(3)) ?? 0)
            // What is expected here is a forecast, and so not to the unit what was sold.
            let surplus = try #require(evidence.surplus?.units)
            #expect(abs(surplus - (units - 1_800)) <= 90, "\(sku): \(surplus) of \(units)")
        }
    }

    @Test("A stock that runs out does so for all who sell from it, at the same time, and is ordered once")
    func shortage() throws {
        let house = try house { 100 + 5 * $0 }
        try house.rotate()
        let found = try evidence("stock-out", in: house)
        #expect(found.count == 36)
        for (_, same) in Dictionary(grouping: found, by: \.sku) {
            #expect(Set(same.compactMap { $0.evidence.shared?.marketplaces.count }) == [3])
            let covers = same.compactMap(\.evidence.coverDays)
            let orders = same.compactMap { $0.evidence.shortage?.order?.units }
            #expect(covers.count == 3 && (covers.max() ?? 0) <= 1.1 * (covers.min() ?? 0), "\(covers)")
            #expect(orders.count == 3 && (orders.max() ?? 0) - (orders.min() ?? 0) <= 20, "\(orders)")
        }
    }

    @Test("An order for the stock is one, under whatever marketplace it is written down")
    func ordered() throws {
        let house = try house { 100 + 5 * $0 }
        let rows = (0..<12).map { "EU-\($0),PO-\($0),2026-11-18,2026-11-24,,900" }
        let file = "sku,po number,order date,expected date,received date,quantity\n"
        try house.bring(file + rows.joined(separator: "\n"), as: "purchase-orders", in: "IT")
        try house.rotate()
        #expect(try evidence("stock-out", in: house).filter { $0.evidence.shortage?.order != nil }.isEmpty)
    }

    @Test("The order of imports does not matter")
    func order() throws {
        var queues: Set<[String]> = []
        for order in [["DE", "FR", "IT"], ["IT", "DE", "FR"], ["FR", "IT", "DE"]] {
            let house = try house(order) { 100 + 300 * $0 }
            try house.rotate()
            queues.insert(try house.queue().map(\.comparable))
        }
        #expect(queues.count == 1)
    }

    @Test("Shelves of different units stay apart")
    func apart() throws {
        let house = try House { $0.rotation.currency = Currency("EUR") }
        for (place, marketplace) in ["DE", "FR"].enumerated() {
            var seller = Seller(marketplace: marketplace)
            for number in 0..<12 {
                let listing = Seller.Listing(sku: "EU-\(number)", asin: "B0EU\(100 + number)", price: "20.00")
                seller.listings.append(listing)
                let units = 2_000 + 37 * number + 400 * place
                seller.stock.append(Seller.Stock(sku: listing.sku, asin: listing.asin, fulfillable: units))
                seller.sell(listing) { _ in 2 }
            }
            try house.bring(seller, [.listings, .fba, .orders])
        }
        try house.rotate()
        #expect(try evidence("excess-stock", in: house).count == 24)
    }
}
