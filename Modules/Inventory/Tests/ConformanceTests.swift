import FlywheelKit
import FlywheelTestKit
import Testing

@testable import Inventory

@Suite struct ConformanceTests {
    @Test func conforms() {
        let blocked = ListingAvailability(blockedShare: 1, since: today.advanced(by: -10))
        let (chunk, signals) = example([
            Listing(fulfillable: 40), Listing(fulfillable: 0), Listing(fulfillable: 0, shipped: 100),
            Listing(fulfillable: 15, receiving: 4, working: 30, availability: blocked), Listing(fulfillable: 500),
            Listing(quantity: 3, channel: "DEFAULT", sales: (0..<90).map { $0 % 7 == 0 ? 3 : $0 % 5 == 0 ? nil : 0 }),
            Listing(quantity: 0, channel: "AMAZON_NA"),
            Listing(
                fulfillable: 20,
                orders: [OrderExample(expected: 9, units: 60), OrderExample(order: "PO-0", received: -3)],
                leadTime: 30, supplier: "Acme", minimumOrder: 100, casePack: 24, unitCost: 815),
            Listing(fulfillable: 600, unitCost: 250, aged: [80, 40, 20, nil, nil], storageCost: 4_200),
            Listing(
                fulfillable: 300, sales: (0..<90).map { _ in 0 }, unitCost: 1_000, stranded: 280, removal: 25),
            Listing(fulfillable: 0, orders: [OrderExample(ordered: -200, expected: -100)], leadTime: 12),
        ])
        StageConformance(
            InventoryStage.self, fixture: [chunk], signals: [signals], golden: "../Golden/inventory.json",
            readme: "../README.md"
        ).verify()
    }
}
