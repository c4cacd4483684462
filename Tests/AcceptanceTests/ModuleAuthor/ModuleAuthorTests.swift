import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

/// A workflow is its own stage and nothing else: it brings its feed, and its absence breaks nobody.
@Suite("Module author") struct ModuleAuthorTests {
    private static let headings = [
        "return-date", "order-id", "sku", "asin", "fnsku", "product-name", "quantity", "fulfillment-center-id",
        "detailed-disposition", "reason", "status", "license-plate-number", "customer-comments",
    ]

    /// Two listings that sell two a day for sixty days, of which one gets a unit back on every third.
    private static func seller() -> Seller {
        var seller = Seller()
        for sku in ["GOOD", "BACK"] {
            let listing = Seller.Listing(sku: sku, asin: "B0\(sku)", price: "40.00")
            seller.listings.append(listing)
            seller.sell(listing) { _ in 2 }
            seller.stock.append(Seller.Stock(sku: sku, asin: listing.asin, fulfillable: sku == "GOOD" ? 0 : 9_000))
        }
        seller.issues = [
            Seller.Issue(
                sku: "GOOD", asin: "B0GOOD", status: "Search Suppressed", since: Moments.today, attribute: "brand")
        ]
        return seller
    }

    private static func returns() -> String {
        let back = stride(from: 1, through: 60, by: 3).map { days in ("BACK", Moments.today.advanced(by: -days)) }
        return Report.table(
            headings,
            (back + [("GOOD", Moments.today.advanced(by: -5))]).enumerated().map { number, unit in
                [
                    "return-date": "\(unit.1)T18:00:00+00:00", "order-id": "O\(number)", "sku": unit.0,
                    "asin": "B0\(unit.0)", "quantity": "1", "detailed-disposition": "CUSTOMER_DAMAGED",
                    "reason": "NOT_AS_DESCRIBED", "status": "Unit returned", "license-plate-number": "LPN\(number)",
                ]
            })
    }

    private static func opened(_ stages: [InstalledStage]) throws -> House {
        let house = try House(stages)
        try house.bring(seller())
        try house.bring(returns(), as: "returns")
        try house.rotate()
        return house
    }

    @Test("A stage with a feed of its own queues its rows, with no change elsewhere")
    func returnsWorkflow() throws {
        let house = try House(House.workflows + [InstalledStage(ReturnsStage.self)])
        try house.bring(Self.seller())
        let brought = try #require(try house.bring(Self.returns(), as: "returns").first)
        #expect(brought.isKept)
        #expect(brought.record?.draft.feed == "customer-returns/1")
        #expect(brought.record?.summary.kept == 21)
        try house.rotate()
        let rows = try house.queue().filter { $0.exception.fingerprint.workflow == "returns" }
        #expect(rows.map(\.exception.fingerprint.subject.code) == ["BACK"])
        let exception = try #require(rows.first?.exception)
        let evidence = try CanonicalJSON.value(ReturnsStage.Evidence.self, from: exception.evidence.text())
        // The report begins and ends in the middle of a day: of these two days it does not know everything.
        #expect(evidence == ReturnsStage.Evidence(sold: 120, returned: 18))
        // A sixth of two units a day at 40.00, for as long as thirty-day problems last.
        let atRisk = try #require(rows.first?.row.atRisk)
        #expect((120_00...400_00).contains(atRisk))
        try house.person("ann").close(exception.id, rootCause: "description")
        #expect(try house.exception(exception.id).state == .verifying)
        #expect(try house.bring(Self.returns(), as: "returns").allSatisfy { $0.isSame })
    }

    @Test("A feed that no installed workflow declares is left alone, not guessed")
    func unknownFeed() throws {
        let house = try House()
        let report = try #require(try house.bring(Self.returns(), as: "returns").first)
        guard case .leftAlone = report.result else {
            Issue.record("expected it left alone, found \(report.result)")
            return
        }
    }

    @Test("Without any one workflow the others run as before")
    func anyWorkflowCanBeRemoved() throws {
        let all = House.workflows + [InstalledStage(ReturnsStage.self)]
        let whole = try Self.opened(all).queue().map(\.exception.fingerprint)
        #expect(Set(whole.map(\.workflow)) == ["inventory", "returns", "suppressions"])
        for index in all.indices {
            var fewer = all
            let removed = fewer.remove(at: index).manifest.id
            let left = try Self.opened(fewer).queue().map(\.exception.fingerprint)
            #expect(Set(left) == Set(whole.filter { $0.workflow != removed }))
        }
        #expect(try Self.opened([]).queue().isEmpty)
    }
}
