import FlywheelKit
import Testing

@testable import Suppressions

/// Listings that are off sale because the same costs less elsewhere.
@Suite struct PriceBoundsTests {
    private static func usd(_ cents: Int64) -> Money? { Currency("USD").map { Money(minorUnits: cents, $0) } }

    /// 22.00, not published for it.
    private func resolution(
        reason: String = "Reasonable Price Not Satisfied", _ fill: (inout ChunkBuilder) -> Void
    ) throws -> Resolution {
        var builder = report([Line(status: "UNPUBLISHED", reason: reason)])
        builder.set(Catalog.price, [Self.usd(2_200)])
        fill(&builder)
        return stage.resolve(try #require(detect(builder.build()).findings.first).evidence)
    }

    private func change(_ fill: (inout ChunkBuilder) -> Void) throws -> ListingChange? {
        try resolution(fill).action.change
    }

    @Test func thePriceComesDownToWhatTheSameCostsElsewhere() throws {
        let resolution = try resolution {
            $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_900)])
            $0.set(Costs.floor, [Self.usd(1_500)])
        }
        let (from, to) = (try #require(Self.usd(2_200)), try #require(Self.usd(1_900)))
        #expect(
            resolution.action.change == .price(PriceChange(from: from, to: to, unitsNow: nil, unitsThen: nil)))
        let suggestion = try #require(resolution.suggestion)
        #expect(suggestion.action == "Lower the price from USD 22.00 to USD 19.00")
        #expect(
            suggestion.because == ["elsewhere the same costs USD 19.00", "the lowest price allowed is USD 15.00"])
    }

    /// What is wrong with a price may be that it is too low.
    @Test func ofAnotherRuleNoPriceIsProposed() throws {
        let resolution = try resolution(reason: "Invalid Price") {
            $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_900)])
            $0.set(Costs.floor, [Self.usd(1_500)])
        }
        #expect(resolution.action.change == nil && resolution.suggestion?.because == [])
    }

    /// 15.00 and 15 % of what is paid are covered by 17.65; with a coupon of 1.00 the price has to be 18.65.
    @Test func eachTermOfTheLowestPriceIsSaid() throws {
        let resolution = try resolution {
            $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_865)])
            $0.set(Offers.discount, [Self.usd(100)])
            $0.set(Costs.unitCost, [Self.usd(1_500)])
            $0.setTerms(SellingTerms(feeRate: 1_500, taxRate: 0))
        }
        guard case .price(let price)? = resolution.action.change else {
            Issue.record("found \(resolution.action)")
            return
        }
        #expect(price.to == Self.usd(1_865))
        #expect(
            resolution.suggestion?.because == [
                "elsewhere the same costs USD 18.65", "a buyer is taken off USD 1.00 at checkout",
                "the lowest price allowed is USD 18.65", "cost of a unit: USD 15.00",
                "fees: 15 % of what a buyer pays, by feeRate",
            ])
        let lower = try change {
            $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_864)])
            $0.set(Offers.discount, [Self.usd(100)])
            $0.set(Costs.unitCost, [Self.usd(1_500)])
            $0.setTerms(SellingTerms(feeRate: 1_500, taxRate: 0))
        }
        #expect(lower == nil, "a unit would lose money")
        let advertised = try change {
            $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_900)])
            $0.set(Costs.floor, [Self.usd(1_500)])
            $0.set(Costs.minimumAdvertisedPrice, [Self.usd(1_950)])
        }
        #expect(advertised == nil, "below what may be advertised")
    }

    @Test func shippingAndPacksCountForWhatABuyerPays() throws {
        let change = try change {
            $0.set(Offers.ownPrice, [Self.usd(2_100)])
            $0.set(Offers.landedPrice, [Self.usd(2_300)])
            $0.set(Offers.lowestLandedPrice, [Self.usd(3_601)])
            $0.set(Offers.packSize, [1])
            $0.set(Offers.competitorPackSize, [2])
            $0.set(Costs.unitCost, [Self.usd(1_000)])
        }
        guard case .price(let price)? = change else {
            Issue.record("found \(String(describing: change))")
            return
        }
        #expect(price.from == Self.usd(2_100) && price.to == Self.usd(1_600), "18.00 with shipping of 2.00")
    }

    @Test func noPriceIsProposedBelowWhatIsAllowedOrWhereThatIsUnknown() throws {
        #expect(try change { $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_900)]) } == nil, "nobody says how low")
        for column in [Costs.floor, Costs.unitCost] {
            let change = try change {
                $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_900)])
                $0.set(column, [Self.usd(1_950)])
            }
            #expect(change == nil)
        }
        let dearer = try change {
            $0.set(Offers.lowestCompetitorPrice, [Self.usd(2_400)])
            $0.set(Costs.floor, [Self.usd(1_500)])
        }
        #expect(dearer == nil, "elsewhere it costs more")
        let unlike = try change {
            $0.set(Offers.lowestCompetitorPrice, [Self.usd(1_900)])
            $0.set(Offers.packSize, [3])
            $0.set(Costs.floor, [Self.usd(1_500)])
        }
        #expect(unlike == nil, "packs that cannot be compared")
    }
}
