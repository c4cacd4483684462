import FlywheelKit
import Testing

@Suite struct ExposureComparingTests {
    private func share(_ shares: Double..., probability: Double = 1) -> Exposure {
        Exposure(.dailyShare(shares), probability: probability)
    }

    private func sum(_ amount: Int64, _ currency: String = "USD") throws -> Exposure {
        Exposure(.stated(Money(minorUnits: amount, try #require(Currency(currency))), source: "a claim"))
    }

    @Test func aShareIsMuchWorseFromHalfAsMuchAgainOn() {
        #expect(share(0.61).isMuchWorse(than: share(0.4)))
        #expect(!share(0.59).isMuchWorse(than: share(0.4)))
        #expect(!share(0.2).isMuchWorse(than: share(0.4)))
        // Ten days of thirty at 0.3 are a tenth on average.
        let tenDays = Exposure(.dailyShare([Double](repeating: 0.3, count: 10) + [0]))
        #expect(share(0.151).isMuchWorse(than: tenDays) && !share(0.149).isMuchWorse(than: tenDays))
        #expect(share(0.4).isMuchWorse(than: share(0.4, probability: 0.5)))
    }

    @Test func sumsAreHeldAgainstSumsOfTheirCurrency() throws {
        let before = try sum(100)
        #expect(try sum(150).isMuchWorse(than: before))
        #expect(try !sum(149).isMuchWorse(than: before))
        #expect(try sum(100, "EUR").isMuchWorse(than: before), "nothing says what one is in the other")
    }

    @Test func noClaimIsNeverWorseAndAnyIsWorseThanNone() {
        #expect(!Exposure.none.isMuchWorse(than: share(0.4)))
        #expect(share(0.01).isMuchWorse(than: .none))
        #expect(!Exposure(.unknown("no price")).isMuchWorse(than: Exposure(.unknown("no rate"))))
        #expect(Exposure(.unknown("no price")).isMuchWorse(than: share(0.4)))
    }
}
