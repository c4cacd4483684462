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
        ])
        StageConformance(
            InventoryStage.self, fixture: [chunk], signals: [signals], golden: "../Golden/inventory.json",
            readme: "../README.md"
        ).verify()
    }
}
