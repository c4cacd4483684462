import FlywheelKit
import RevenueAtRisk
import Testing

@Suite struct ExpectedSharesTests {
    private let fading = [1, 0.8, 0.6, 0.4, 0.2]

    @Test func theLastShareHoldsOnWhileSurvivalFades() throws {
        let expected = try ExpectedShares(
            of: Exposure(.dailyShare([1, 0.5])), asOf: asOf, survival: fading, horizon: 5
        ).orFail()
        #expect(expected.shares == [1, 0.4, 0.3, 0.2, 0.1])
        #expect(expected.lost == [1, 0.5, 0.5, 0.5, 0.5])
        #expect(expected.lasting == fading)
    }

    @Test func aPredictionStartsLaterAndSurvivalIsCountedFromThere() throws {
        let exposure = Exposure(.dailyShare([1]), probability: 0.5, begins: asOf.advanced(byDays: 2))
        let expected = try ExpectedShares(of: exposure, asOf: asOf, survival: fading, horizon: 5).orFail()
        #expect(expected.shares == [0, 0, 0.5, 0.4, 0.3])
        #expect(expected.lost == [0, 0, 1, 1, 1])
        #expect(expected.lasting == [1, 1, 1, 0.8, 0.6])
        #expect(expected.probability == 0.5)
    }

    @Test func sharesAreCountedFromTheStart() throws {
        let exposure = Exposure(.dailyShare([0.1, 0.2, 0.3]), begins: asOf.advanced(byDays: 2))
        let expected = try ExpectedShares(of: exposure, asOf: asOf, survival: lasting(6), horizon: 6).orFail()
        #expect(expected.shares == [0, 0, 0.1, 0.2, 0.3, 0.3])
    }

    @Test func waitingBringsTheStartNearerAndThenLeavesDaysBehind() throws {
        let exposure = Exposure(.dailyShare([0.1, 0.2, 0.3]), begins: asOf.advanced(byDays: 2))
        let later: [(Double, [Double])] = [
            (0.5, [0, 0, 0.1, 0.2]), (1, [0, 0.1, 0.2, 0.3]), (1.9, [0, 0.1, 0.2, 0.3]), (2, [0.1, 0.2, 0.3, 0.3]),
            (2.9, [0.1, 0.2, 0.3, 0.3]), (3, [0.2, 0.3, 0.3, 0.3]), (90, [0.3, 0.3, 0.3, 0.3]),
        ]
        for (days, shares) in later {
            let expected = try ExpectedShares(
                of: exposure, asOf: asOf.advanced(byDays: days), survival: lasting(4), horizon: 4
            ).orFail()
            #expect(expected.shares == shares, "\(days) days later")
        }
    }

    @Test func withoutABeginningSharesAreCountedFromTheMomentLookedFrom() throws {
        let exposure = Exposure(.dailyShare([1, 0.5, 0]))
        for days in [0.0, 5] {
            let expected = try ExpectedShares(
                of: exposure, asOf: asOf.advanced(byDays: days), survival: lasting(4), horizon: 4
            ).orFail()
            #expect(expected.shares == [1, 0.5, 0, 0])
        }
    }

    @Test func aStartBeyondTheHorizonTakesNothing() throws {
        let exposure = Exposure(.dailyShare([1]), begins: asOf.advanced(byDays: 40))
        let expected = try ExpectedShares(of: exposure, asOf: asOf, survival: lasting(30)).orFail()
        #expect(expected.shares == [Double](repeating: 0, count: 30))
    }

    @Test func nothingAndStatedSumsAndUnknownLossesMakeNoShares() throws {
        let refund = Exposure(.stated(Money(minorUnits: 500, try currency("USD")), source: "refund"))
        #expect(ExpectedShares(of: refund, asOf: asOf, survival: lasting(30)) == nil)
        let unknown = Exposure(.unknown("nobody knows the status"))
        #expect(ExpectedShares(of: unknown, asOf: asOf, survival: lasting(30)) == nil)
        #expect(ListingClaim(kind: "kind", .none, asOf: asOf, survival: lasting(30)) == nil)
    }
}
