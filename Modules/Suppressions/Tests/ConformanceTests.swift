import FlywheelKit
import FlywheelTestKit
import Testing

@testable import Suppressions

@Suite struct ConformanceTests {
    @Test func conforms() {
        var builder = report(
            everything + [Line(sku: "HB-204", status: "Catalog Item Removed", reason: "DUPLICATE", code: "8541")],
            listings: listings + ["NO-ISSUE"])
        let price = Currency("USD").map { Money(minorUnits: 3_100, $0) }
        builder.set(Catalog.price, [price, price, price, price, nil])
        builder.set(Catalog.status, ["Active", "Inactive", "Active", "Active", "Active"])
        StageConformance(
            SuppressionsStage.self, fixture: [builder.build()], golden: "../Golden/suppressions.json",
            readme: "../README.md"
        ).verify()
    }
}
