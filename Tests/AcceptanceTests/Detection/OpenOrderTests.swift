import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Inventory
import Testing

/// Orders to suppliers, from files as people keep them, through the store into the queue.
@Suite("Open orders") struct OpenOrderTests {
    private static let headings = "sku,po number,order date,expected date,received date,quantity"

    /// One listing that sells two a day and has stock for some days.
    private func house(units: Int) throws -> House {
        var seller = Seller()
        let listing = Seller.Listing(sku: "KN-12", asin: "B0KN12", price: "20.00")
        seller.listings = [listing]
        seller.stock = [Seller.Stock(sku: "KN-12", asin: "B0KN12", fulfillable: units)]
        seller.sell(listing) { _ in 2 }
        let house = try House()
        try house.bring(seller)
        return house
    }

    private func orders(_ rows: String...) -> String { ([Self.headings] + rows).joined(separator: "\n") + "\n" }

    private func shortage(_ house: House) throws -> InventoryEvidence? {
        try house.rotate()
        let found = try house.queue().map(\.exception).first { $0.fingerprint.kind == "stock-out" }
        return try found.map { try CanonicalJSON.value(InventoryEvidence.self, from: $0.evidence.text()) }
    }

    @Test("An open order counts once, as the newest file that names it says, whatever order files come in")
    func once() throws {
        let old = orders("KN-12,PO-1,2026-11-10,2026-12-15,,100", "KN-12,PO-2,2026-09-01,2026-09-20,2026-09-22,90")
        let new = orders("KN-12,PO-1,2026-11-10,2026-12-10,,80")
        let files = [
            (old, Moments.exported.advanced(byDays: -3)), (new, Moments.exported), (new, Moments.exported),
        ]
        for order in [[0, 1, 2], [1, 2, 0], [1, 0]] {
            let house = try house(units: 4)
            for index in order {
                let reports = try house.bring(files[index].0, as: "purchase-orders", at: files[index].1)
                #expect(reports.allSatisfy { $0.isKept || $0.isSame }, "\(reports)")
            }
            let evidence = try #require(try shortage(house))
            #expect(evidence.shortage?.onOrder == 80)
            #expect(evidence.shortage?.arrivals.map(\.day) == [20])
        }
    }

    @Test("An order that is on its way in time leaves nothing to find, and one that was received counts no more")
    func covered() throws {
        let open = try house(units: 40)
        try open.bring(orders("KN-12,PO-1,2026-11-18,2026-12-01,,500"), as: "purchase-orders")
        #expect(try shortage(open) == nil)
        let received = try house(units: 40)
        try received.bring(orders("KN-12,PO-1,2026-11-01,2026-11-18,2026-11-19,500"), as: "purchase-orders")
        #expect(try shortage(received)?.shortage?.order != nil)
        let without = try house(units: 40)
        #expect(try shortage(received)?.shortage == shortage(without)?.shortage)
    }

    @Test("What orders took is learned from the files, by supplier, and the row says so")
    func learned() throws {
        let house = try house(units: 20)
        try house.bring("sku,lead time,supplier\nKN-12,30,Acme\n", as: "supply")
        let rows = (1...9).map { "KN-12,PO-\($0),2026-0\($0)-01,,2026-0\($0)-09,50" }
        try house.bring(([Self.headings] + rows).joined(separator: "\n"), as: "purchase-orders")
        let leadTime = try #require(try shortage(house)?.shortage?.leadTime)
        #expect(leadTime.days == 8 && leadTime.basis == .supplier && leadTime.orders == 9)
    }
}
