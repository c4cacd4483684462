import FlywheelKit
import Testing

@testable import Inventory

@Suite struct TransferTests {
    private let empty = Listing(fulfillable: 0, channel: "AMAZON_NA", product: "B01")
    private let merchants = Listing(channel: "DEFAULT", product: "B01")

    private func transfer(_ listings: [Listing], of row: Int = 0) -> Transfer? {
        detect(listings).first { $0.row == row && $0.kind.id == "stock-out" }?.evidence.transfer
    }

    private func merchants(_ units: Int?, sales: Int = 0, product: String? = "B01") -> Listing {
        Listing(
            fulfillable: units, channel: "DEFAULT", sales: [Int?](repeating: sales, count: 90), product: product)
    }

    @Test func movesWhatTheOtherShelfCanSpare() throws {
        let moved = try #require(transfer([empty, merchants(12)]))
        #expect(moved == Transfer(from: "SKU-1", isMerchants: true, units: 12))
    }

    @Test func movesNoMoreThanIsNeeded() throws {
        let needed = try #require(order(empty)).needed
        #expect(transfer([empty, merchants(5_000)])?.units == needed)
    }

    @Test func leavesTheOtherShelfWhatItNeedsItself() throws {
        let kept = try #require(find(merchants(40, sales: 2))?.evidence.shortage).orderUpTo
        #expect(transfer([empty, merchants(kept, sales: 2)]) == nil)
        #expect(transfer([empty, merchants(kept + 9, sales: 2)])?.units == 9)
    }

    @Test func takesTheShelfThatCanSpareMost() {
        #expect(transfer([empty, merchants(3), merchants(9), merchants(5)])?.from == "SKU-2")
        #expect(transfer([empty, merchants(9), merchants(9)])?.from == "SKU-1", "of equals the first by code")
    }

    @Test func worksTheOtherWay() {
        let ours = merchants(0, sales: 2)
        let theirs = Listing(fulfillable: 400, channel: "AMAZON_EU", sales: empty.sales, product: "B01")
        #expect(transfer([ours, theirs])?.isMerchants == false)
    }

    @Test func anotherProductsUnitsUnknownOnesAndThoseOfTheSameShelfAreNoHelp() {
        #expect(transfer([empty, merchants(50, product: "B02")]) == nil)
        #expect(transfer([empty, merchants(50, product: nil)]) == nil)
        #expect(transfer([empty, merchants(nil)]) == nil)
        var sibling = merchants(50)
        sibling.channel = "AMAZON_NA"
        #expect(transfer([empty, sibling]) == nil, "the same warehouse serves buyers from either")
        var unsold = merchants(50)
        unsold.sales = [Int?](repeating: nil, count: 90)
        #expect(transfer([empty, unsold]) == nil, "nobody knows what it needs itself")
    }

    @Test func isNoHelpWhereOtherUnitsComeSooner() {
        var soon = empty
        soon.receiving = 500
        #expect(transfer([soon, merchants(50)]) == nil)
    }

    @Test func theRowSaysWhatItSavesAndWhenItPays() throws {
        let finding = try #require(detect([empty, merchants(12)]).first { $0.kind.id == "stock-out" })
        let steps = try #require(stage.resolve(finding.evidence).playbook).steps
        let step = try #require(steps.first { $0.contains("SKU-1") })
        #expect(step.hasPrefix("Move 12 units of SKU-1 from the merchant's own shelf"))
        #expect(step.contains("saves about 8 units of demand"), "two a day from day 10 to day 14")
        #expect(step.contains("more than 8 % of its price"), "5 % of 12 units for 8 saved")
        #expect(stage.exposure(of: finding.evidence) == find(empty).map { stage.exposure(of: $0.evidence) })
    }
}
