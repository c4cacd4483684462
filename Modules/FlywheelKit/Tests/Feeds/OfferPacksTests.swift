import FlywheelKit
import Testing

@Suite struct OfferPacksTests {
    /// 49 pieces for 49.00 are a piece for 1.00, exactly; 5.00 for six are 0.83 for one.
    @Test func aPriceForAsManyPiecesIsExactAndRoundedDown() throws {
        let dollar = try #require(Currency("USD"))
        func price(_ minorUnits: Int64, own: Int?, competitor: Int?) -> Int64? {
            Offers.price(Money(minorUnits: minorUnits, dollar), ownPack: own, competitorPack: competitor)?.minorUnits
        }
        #expect(price(49, own: 1, competitor: 49) == 1 && price(500, own: 1, competitor: 6) == 83)
        #expect(price(500, own: 6, competitor: 1) == 3_000)
        #expect(price(500, own: nil, competitor: nil) == 500 && price(500, own: 1, competitor: nil) == 500)
        #expect(price(500, own: 3, competitor: nil) == nil && price(500, own: nil, competitor: 1) == nil)
        #expect(price(500, own: 0, competitor: 1) == nil && price(.max, own: 2, competitor: 1) == nil)
    }
}
