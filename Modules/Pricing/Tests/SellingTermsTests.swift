import FlywheelKit
import Testing

@testable import Pricing

/// What fees and tax leave of a price.
@Suite struct SellingTermsTests {
    /// 100.00, and 95.00 is featured; stock for months.
    private static func beaten(_ currency: String, cost: Int64, fees: Int64? = nil) -> Listing {
        Listing(
            price: money(10_000, currency), owner: "COMPETITOR", featured: money(9_500, currency), competitors: 1,
            cost: money(cost, currency), fees: fees.flatMap { money($0, currency) }, units: 900, demand: 4)
    }

    private static func resolution(_ scene: Scene) throws -> Resolution {
        let look = Look(scene)
        return look.stage.resolve(try #require(look.evidence()))
    }

    /// 85.00 of cost and 15 % take 100.00: at 95.00 each unit loses 4.25.
    @Test func aCutBelowWhatFeesTakeIsNotProposed() throws {
        let listing = Self.beaten("USD", cost: 8_500)
        let without = try Self.resolution(Scene([listing]))
        guard case .act = without.action else {
            Issue.record("expected a cut where no fees are known, found \(without.action)")
            return
        }
        let unknowns = try #require(without.suggestion).unknowns
        #expect(unknowns.contains("what fees take: costs files do not say, nor does feeRate"), "\(unknowns)")

        let with = try Self.resolution(Scene([listing], terms: SellingTerms(feeRate: 1_500, taxRate: 0)))
        #expect(
            with.action
                == .ask(
                    "no price is proposed: it would take USD 95.00, beyond USD 100.00, which cost, fees and tax take"))
        let because = try #require(with.suggestion).because
        #expect(because.suffix(2) == ["cost of a unit: USD 85.00", "fees: 15 % of what a buyer pays, by feeRate"])
    }

    /// 100.00 are 84.03 without the tax, of which cost and fees take 80.00; 95.00 are 79.83.
    @Test func aCutBelowWhatTaxTakesIsNotProposed() throws {
        let scene = Scene(
            [Self.beaten("EUR", cost: 6_500, fees: 1_500)], marketplace: "A1PA6795UKMFR9", currency: "EUR")
        let resolution = try Self.resolution(scene)
        #expect(
            resolution.action
                == .ask(
                    "no price is proposed: it would take EUR 95.00, beyond EUR 95.20, which cost, fees and tax take"))
        let because = try #require(resolution.suggestion).because
        #expect(
            because.suffix(3) == [
                "cost of a unit: EUR 65.00", "fees of a unit: EUR 15.00",
                "tax in the price: 19 %, the usual rate there",
            ])
    }

    /// At 7 % 100.00 leaves 93.46 - 65.00, and 95.00 leaves 88.79 - 65.00.
    @Test func whatIsLeftOfAUnitIsSaidBeforeAndAfter() throws {
        let scene = Scene(
            [Self.beaten("EUR", cost: 5_000, fees: 1_500)], marketplace: "A1PA6795UKMFR9", currency: "EUR",
            terms: SellingTerms(taxRate: 700))
        let because = try #require(try Self.resolution(scene).suggestion).because
        #expect(because.last == "left of a unit: EUR 28.46 at EUR 100.00, EUR 23.79 at EUR 95.00", "\(because)")
    }

    @Test func ofAMarketplaceThatNobodyKnowsTheTaxIsUnknown() throws {
        let suggestion = try Self.resolution(Scene([Self.beaten("USD", cost: 5_000, fees: 10)], marketplace: "shop"))
            .suggestion
        #expect(suggestion?.unknowns.contains("what tax the price contains: taxRates do not say") == true)
    }

    @Test func aPriceThatFeesOrTaxEatIsBelowCost() throws {
        func breach(_ terms: SellingTerms, fees: Int64? = nil) throws -> PriceBreach? {
            var listing = Listing(owner: "SELF", cost: money(2_200))
            listing.fees = fees.flatMap { money($0) }
            return Look(Scene([listing], terms: terms)).evidence(.priceFloorBreach)?.breach
        }
        #expect(try breach(SellingTerms(taxRate: 0)) == nil, "25.00 covers 22.00")
        #expect(try breach(SellingTerms(feeRate: 1_500))?.limit.price == money(2_589))
        #expect(try breach(SellingTerms(taxRate: 1_900))?.limit.price == money(2_618))
        #expect(try breach(SellingTerms(feeRate: 1_500), fees: 100) == nil, "stated fees are all that is taken")
    }
}
