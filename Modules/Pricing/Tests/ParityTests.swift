import FlywheelKit
import Testing

@testable import Pricing

@Suite struct ParityTests {
    private static let us = "ATVPDKIKX0DER"

    private func model(_ scenes: (String, [Listing])...) -> PricingModel {
        var survey = PricingSurvey()
        for (marketplace, listings) in scenes {
            PricingStage.survey(Scene(listings, marketplace: marketplace).chunk, into: &survey)
        }
        return PricingStage.fit(survey, after: PricingModel())
    }

    private func parity(_ listing: Listing, _ model: PricingModel, on marketplace: String = us) -> PriceParity? {
        Look(Scene([listing], marketplace: marketplace), model: model).evidence(.priceParity)?.parity
    }

    @Test func aLowerPriceInTheOwnShopIsFound() throws {
        let model = model((Self.us, [Listing(price: money(2_500))]), ("shop", [Listing(price: money(2_000))]))
        let found = try #require(parity(Listing(price: money(2_500)), model))
        #expect(found.marketplace == "shop" && found.ratio == 1.25)
        #expect(found.there == money(2_000) && found.here == money(2_500))
        #expect(parity(Listing(price: money(2_000)), model, on: "shop") == nil, "the cheaper one is no problem there")
    }

    @Test func theLowestOfSeveralChannelsIsNamed() {
        let model = model(
            (Self.us, [Listing(price: money(2_500))]), ("shop", [Listing(price: money(2_300))]),
            ("walmart", [Listing(price: money(2_200))]))
        #expect(parity(Listing(price: money(2_500)), model)?.marketplace == "walmart")
        #expect(parity(Listing(price: money(2_300)), model, on: "shop")?.marketplace == "walmart")
    }

    @Test func theSameAboutTheSameAnotherSKUAndAnotherCurrencyAreNone() {
        func found(_ elsewhere: Listing, here price: Int64 = 2_500) -> PriceParity? {
            parity(
                Listing(price: money(price)), model((Self.us, [Listing(price: money(price))]), ("shop", [elsewhere])))
        }
        #expect(found(Listing(price: money(2_500))) == nil)
        #expect(found(Listing(price: money(2_480))) == nil, "within two percent")
        #expect(found(Listing(code: "KN-13", price: money(2_000))) == nil)
        #expect(found(Listing(price: money(2_000, "EUR"))) == nil)
        #expect(found(Listing(price: money(2_000), status: "Inactive")) == nil)
        #expect(found(Listing(price: money(2_000), status: "PUBLISHED ACTIVE")) != nil)
        #expect(found(Listing(price: money(2_000), status: "Aktiv")) != nil)
        #expect(found(Listing(price: nil)) == nil, "unknown is not cheap")
        #expect(found(Listing(price: nil, catalogPrice: money(2_000))) != nil, "the catalogue's price stands in")
    }

    @Test func anotherAccountsPricesAreNobodysBusiness() {
        var survey = PricingSurvey()
        for (account, cents) in [("one", 2_500), ("two", 2_000)] {
            var builder = ChunkBuilder(.listing, account: account, marketplace: account, codes: ["KN-12"], asOf: noon)
            builder.set(Offers.ownPrice, [money(Int64(cents))])
            PricingStage.survey(builder.build(), into: &survey)
        }
        #expect(PricingStage.fit(survey, after: PricingModel()).lowest.isEmpty)
    }

    @Test func claimsNothingAndAsksAPerson() throws {
        let model = model((Self.us, [Listing(price: money(2_500))]), ("shop", [Listing(price: money(2_000))]))
        let look = Look(Scene([Listing(price: money(2_500))]), model: model)
        #expect(look.exposure(.priceParity) == Exposure.none)
        let evidence = try #require(look.evidence(.priceParity))
        let resolution = look.stage.resolve(evidence)
        guard case .ask = resolution.action else {
            Issue.record("expected a question, found \(resolution.action)")
            return
        }
        #expect(resolution.suggestion?.because == ["USD 25.00 here is 1.25 times USD 20.00 on shop"])
    }
}
