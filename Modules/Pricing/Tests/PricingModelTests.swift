import FlywheelKit
import FlywheelTestKit
import Statistics
import Testing

@testable import Pricing

@Suite struct PricingModelTests {
    private static let us = "ATVPDKIKX0DER"

    /// Listings alone on their pages, whose prices change every few days and whose buyers answer to them alike.
    private static func listings(_ count: Int, _ category: String?, elasticity: Double, seed: UInt64) -> [Listing] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { number in
            var listing = Listing(code: "\(category ?? "X")-\(number)", competitors: 0)
            listing.category = category
            var price = 2_500
            for day in 0..<35 {
                if day % 5 == 0 { price = 2_100 + Int(800 * random.uniform()) }
                let mean = 20 * SpecialFunctions.power(Double(price) / 2_500, elasticity)
                listing.past.append(price)
                listing.sold.append(random.poisson(mean))
            }
            return listing
        }
    }

    private static func survey(_ listings: [Listing]) -> PricingSurvey {
        var survey = PricingSurvey()
        PricingStage.survey(Scene(listings).chunk, into: &survey)
        return survey
    }

    @Test func aCategoryWithEnoughListingsHasItsOwn() throws {
        let survey = Self.survey(
            Self.listings(40, "kitchen", elasticity: -3, seed: 1) + Self.listings(30, "books", elasticity: -1, seed: 2)
                + Self.listings(5, "garden", elasticity: -2, seed: 3) + Self.listings(3, nil, elasticity: -2, seed: 4))
        let known = PricingStage.fit(survey, after: PricingModel()).elasticities(on: Self.us)
        #expect(Set(known.keys) == ["", "kitchen", "books"])
        let (kitchen, books, all) = (
            try #require(known["kitchen"]), try #require(known["books"]), try #require(known[""])
        )
        #expect(abs(kitchen.mean + 3) <= 0.3 && kitchen.listings > 35, "\(kitchen)")
        #expect(abs(books.mean + 1) <= 0.3 && books.listings == 30, "\(books)")
        #expect(all.mean < books.mean && all.mean > kitchen.mean && all.listings > 70, "\(all)")
        #expect(all.deviation > kitchen.deviation)
        #expect(PricingStage.fit(survey, after: PricingModel()).elasticities(on: "A1PA6795UKMFR9").isEmpty)
    }

    @Test func partsTeachWhatTheWholeDoes() {
        let listings = Self.listings(30, "kitchen", elasticity: -2, seed: 5)
        var parts = Self.survey(Array(listings[20...]))
        parts.merge(Self.survey(Array(listings[..<20])))
        let whole = PricingStage.fit(Self.survey(listings), after: PricingModel())
        #expect(PricingStage.fit(parts, after: PricingModel()) == whole && !whole.peers.isEmpty)
    }

    @Test func pricesThatFollowDemandTeachNothing() {
        let model = PricingStage.fit(
            Self.survey(Self.listings(30, nil, elasticity: 2, seed: 6)), after: PricingModel())
        #expect(model == PricingModel())
    }

    @Test func whatTheKindTaughtStandsInForThePrior() throws {
        let model = PricingStage.fit(
            Self.survey(Self.listings(40, "kitchen", elasticity: -3, seed: 7)), after: PricingModel())
        func look(_ category: String?) throws -> PricingEvidence {
            let listing = Listing(owner: "COMPETITOR", category: category)
            return try #require(Look(Scene([listing]), model: model).evidence())
        }
        for category in ["kitchen", "unheard of", nil] {
            let evidence = try look(category)
            let believed = evidence.elasticity(by: PricingKnobs())
            #expect(believed.evidence == .pooled && abs(believed.mean + 3) <= 0.3 && believed.priorWeight == 1)
        }
        let untaught = try #require(Look(Listing(owner: "COMPETITOR")).evidence())
        #expect(untaught.elasticity(by: PricingKnobs()).evidence == .prior)
        #expect(untaught.elasticity(by: PricingKnobs()).mean == -2.62)
    }
}
