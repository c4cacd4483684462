import FlywheelKit
import Testing

@Suite struct UnitEconomicsTests {
    /// 100.00 with 19 % in it are 84.03 without; 15 % of what is paid are 15.00.
    @Test func taxAndFeesComeOffWhatABuyerPays() {
        let unit = UnitEconomics(outlay: 6_500, feeRate: 1_500, taxRate: 1_900)
        #expect(abs(unit.margin(at: 10_000) - (10_000 / 1.19 - 1_500 - 6_500)) < 1e-9)
        // 65.00 / (1 / 1.19 - 0.15) is 94.157.
        #expect(unit.leastPaid == 9_416 && unit.margin(at: 9_416) >= 0 && unit.margin(at: 9_415) < 0)
        #expect(UnitEconomics(outlay: 8_000).leastPaid == 8_000)
    }

    @Test func whatJustCoversAUnitStaysItsLeastPrice() {
        let unit = UnitEconomics(coveredAt: 8_000, feeRate: 1_500, taxRate: 1_900)
        #expect(unit.leastPaid == 8_000 && unit.margin(at: 8_000) == 0)
        #expect(abs(unit.margin(at: 9_000) - 1_000 * (1 / 1.19 - 0.15)) < 1e-9)
    }

    @Test func wherePartsTakeAllNoPriceIsEnough() {
        #expect(UnitEconomics(outlay: 100, feeRate: 10_000).leastPaid == nil)
        #expect(UnitEconomics(outlay: 100, feeRate: 9_000, taxRate: 5_000).leastPaid == nil)
        #expect(UnitEconomics(outlay: .max, feeRate: 9_999, taxRate: 1).leastPaid == nil)
    }

    @Test func feesThatAFileStatesAreAllThatIsTaken() throws {
        let (dollar, euro) = (try #require(Currency("USD")), try #require(Currency("EUR")))
        let (cost, fees) = (Money(minorUnits: 1_000, dollar), Money(minorUnits: 200, dollar))
        let terms = SellingTerms(feeRate: 5_000)
        #expect(UnitCosts(cost: cost, fees: fees, terms: terms).leastPaid == Money(minorUnits: 1_200, dollar))
        #expect(UnitCosts(cost: cost, fees: nil, terms: terms).leastPaid == Money(minorUnits: 2_000, dollar))
        #expect(UnitCosts(cost: nil, fees: fees, terms: terms).leastPaid == nil)
        #expect(UnitCosts(cost: cost, fees: Money(minorUnits: 200, euro), terms: terms).leastPaid == nil)
    }

    @Test func eachTermIsSaidAndWhatNobodySaid() throws {
        let dollar = try #require(Currency("USD"))
        let cost = Money(minorUnits: 1_000, dollar)
        let rates = UnitCosts(cost: cost, fees: nil, terms: SellingTerms(feeRate: 1_525, taxRate: 810))
        #expect(
            rates.sentences == [
                "cost of a unit: USD 10.00", "fees: 15.25 % of what a buyer pays, by feeRate",
                "tax in the price: 8.1 %, as taxRates say",
            ])
        #expect(rates.unknowns.isEmpty)
        let stated = UnitCosts(cost: cost, fees: cost, terms: SellingTerms(feeRate: 1_505, taxRate: 0))
        #expect(stated.sentences == ["cost of a unit: USD 10.00", "fees of a unit: USD 10.00"])
        #expect(
            UnitCosts(cost: cost, fees: nil, terms: SellingTerms()).unknowns == [
                "what fees take: costs files do not say, nor does feeRate",
                "what tax the price contains: taxRates do not say",
            ])
        let unknown = UnitCosts(cost: nil, fees: cost, terms: SellingTerms())
        #expect(unknown.sentences.isEmpty && unknown.unknowns.isEmpty)
    }

    @Test func onlyWhoReadsCostsIsToldTerms() {
        var builder = ChunkBuilder(
            .listing, account: "example", marketplace: "A1PA6795UKMFR9", codes: ["KN-12"], asOf: Instant(seconds: 0))
        #expect(builder.build().terms == SellingTerms(of: "A1PA6795UKMFR9"), "what is publicly known of Germany")
        builder.setTerms(SellingTerms(feeRate: 1_500, taxRate: 700))
        let chunk = builder.build()
        #expect(chunk.terms == SellingTerms(feeRate: 1_500, taxRate: 700) && chunk.rows(0..<1).terms == chunk.terms)
        #expect(chunk.limited(to: [Costs.feed.helping(Costs.fees)], windows: []).terms == chunk.terms)
        #expect(chunk.limited(to: [Catalog.feed.helping(Catalog.price)], windows: []).terms == SellingTerms())
        #expect(SellingTerms(of: "a shop") == SellingTerms() && SellingTerms(of: "US").taxRate == 0)
    }
}
