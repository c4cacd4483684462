import FlywheelKit
import FlywheelTestKit
import Testing

@testable import Pricing

@Suite struct ConformanceTests {
    /// One listing of every kind and cause, and some of which nothing is to be said.
    private let listings: [Listing] = [
        Listing(
            code: "PRICE", landed: money(2_500), lowestLanded: money(2_300), owner: "COMPETITOR",
            featured: money(2_300),
            competitors: 3, cost: money(900), fees: money(375), floor: money(1_500), ceiling: money(4_000),
            leadTime: 14,
            shares: days((100, 61), (40, 30)), units: 400, demand: 10),
        Listing(
            code: "DOES-NOT-PAY", owner: "COMPETITOR", featured: money(2_300), cost: money(1_800), fees: money(375),
            shares: days((100, 61), (90, 20), (85, 10)), units: 400, demand: 10),
        Listing(code: "STATE", owner: "COMPETITOR", featured: money(2_600)),
        Listing(code: "STOCK", owner: "COMPETITOR", units: 0, demand: 2),
        Listing(
            code: "FULFILMENT", owner: "COMPETITOR", featured: money(2_500), fulfillment: "MFN",
            featuredFulfillment: "AFN"),
        Listing(code: "METRICS", owner: "COMPETITOR", featured: money(2_550), eligibility: "OFFER_NOT_ELIGIBLE"),
        Listing(
            code: "NOBODY", owner: "NONE", reference: money(2_300), floor: money(2_000), leadTime: 10, units: 900,
            demand: 3),
        Listing(
            code: "WARNING", owner: "SELF", past: days((2_500, 14)), pastLowest: (0..<14).map { 3_000 - 30 * $0 }),
        Listing(code: "GAP", lowest: money(2_200), owner: "SELF", packSize: 1, competitorPackSize: 1, demand: 4),
        Listing(
            code: "MAP", discount: money(200), owner: "SELF", advertised: money(2_400), past: days((2_500, 5)),
            pastLowest: days((2_350, 5))),
        Listing(code: "FLOOR", owner: "SELF", cost: money(2_200), fees: money(400), demand: 5),
        Listing(code: "CEILING", owner: "SELF", ceiling: money(2_400)),
        Listing(code: "FOREIGN", owner: "SELF", cost: money(2_200, "GBP"), fees: money(400), floor: money(900, "EUR")),
        Listing(code: "ERROR", price: money(250), owner: "SELF", past: days((2_500, 20))),
        Listing(
            code: "LOST-BY-ERROR", price: money(20_000), owner: "COMPETITOR", featured: money(2_050),
            past: days((2_000, 20))),
        Listing(code: "MISSING", price: nil, owner: "SELF", past: days((2_500, 20))),
        Listing(code: "PARITY", owner: "SELF"),
        Listing(code: "FINE", lowest: money(2_600), owner: "SELF", shares: days((98, 91))),
        Listing(code: "UNKNOWN"),
        Listing(code: "INACTIVE", owner: "NONE", status: "Inactive"),
    ]

    @Test func conforms() {
        let scenes = [
            Scene(listings, rates: ["GBP": 1.25]),
            Scene([Listing(code: "PARITY", price: money(2_000), owner: "SELF")], marketplace: "shop"),
        ]
        StageConformance(
            PricingStage.self, fixture: scenes.map(\.chunk), signals: scenes.map(\.signals),
            golden: "../Golden/pricing.json", readme: "../README.md"
        ).verify()
    }

    @Test func everyProposedPriceLiesWithinItsLimits() {
        let look = Look(Scene(listings))
        for finding in look.findings.all {
            guard case .act(let remedy) = look.stage.resolve(finding.evidence).action,
                case .price(let change)? = remedy.change
            else { continue }
            let offer = finding.evidence.offer
            #expect(change.from == offer.price)
            #expect(offer.floor?.isAbove(change.to) != true && change.to.isAbove(offer.ceiling) != true)
        }
    }
}
