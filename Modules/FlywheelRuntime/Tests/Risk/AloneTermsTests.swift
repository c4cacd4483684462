import FlywheelKit
import FlywheelRuntime
import RevenueAtRisk
import Testing

@Suite
struct AloneTermsTests {
    private let asOf = Instant(seconds: 1_800_000_000)

    private func terms(_ exposure: Exposure, unitsPerDay: Double = 2) throws -> RiskTerms? {
        let euro = try #require(Currency("EUR"))
        return RiskTerms(
            alone: exposure, kind: "hidden", on: "A", selling: .init(unitsPerDay: unitsPerDay, days: 60),
            at: Money(minorUnits: 1_000, euro), lasting: [1, 0.5, 0.25], ageDays: 1, asOf: asOf)
    }

    @Test func theAmountIsRateTimesPriceTimesDays() throws {
        let terms = try #require(try terms(Exposure(.dailyShare([0.4]))))
        // 2 a day at EUR 10.00, 40 % of them lost, for 1.75 days.
        #expect(terms.atRisk == 1_400)
        #expect(terms.fixAlone == 1_400)
        #expect(terms.listings.map(\.days.tenThousandths) == [7_000])
        #expect(terms.horizonDays == 3)
        #expect(try RiskTerms(bytes: terms.bytes) == terms)
    }

    @Test func whatClaimsNoShareHasNoTerms() throws {
        #expect(try terms(.none) == nil)
        #expect(try terms(Exposure(.unknown("nobody knows"))) == nil)
        #expect(try terms(Exposure(.dailyShare([1])), unitsPerDay: 1e15) == nil)
    }
}
