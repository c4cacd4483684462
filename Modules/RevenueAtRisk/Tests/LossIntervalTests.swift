import FlywheelKit
import RevenueAtRisk
import Statistics
import Testing

@Suite struct LossIntervalTests {
    private let surelyTen = GammaDistribution(shape: 1e7, rate: 1e6)

    private func price(_ minorUnits: Int64 = 100) throws -> Money { Money(minorUnits: minorUnits, try currency("USD")) }

    private func attribution(_ exposure: Exposure, survival: [Double]) throws -> Attribution {
        Attribution(of: [try ListingClaim(kind: "kind", exposure, asOf: asOf, survival: survival).orFail()])
    }

    @Test func aSureRateAndDurationLeaveNoRange() throws {
        let whole = try attribution(Exposure(.dailyShare([1])), survival: lasting(30))
        let interval = try LossInterval(of: 0, in: whole, rate: surelyTen, price: price()).orFail()
        #expect(abs(interval.low.minorUnits - 30_000) < 50 && abs(interval.high.minorUnits - 30_000) < 50)
    }

    @Test func aSureRateLeavesTheRangeOfTheDuration() throws {
        // Ends after day 1 with probability 0.3, after day 11 with 0.5, else outlasts the horizon.
        let survival = [1] + [Double](repeating: 0.7, count: 10) + [Double](repeating: 0.2, count: 19)
        let interval = try LossInterval(
            of: 0, in: attribution(Exposure(.dailyShare([1])), survival: survival), rate: surelyTen, price: price()
        ).orFail()
        #expect(abs(interval.low.minorUnits - 1_000) < 5 && abs(interval.high.minorUnits - 30_000) < 50)
    }

    @Test func aSureDurationLeavesTheRangeOfTheRate() throws {
        let rate = GammaDistribution(shape: 20, rate: 2)
        let whole = try attribution(Exposure(.dailyShare([0.5])), survival: lasting(30))
        let interval = try LossInterval(of: 0, in: whole, rate: rate, price: price()).orFail()
        #expect(abs(Double(interval.low.minorUnits) - rate.quantile(0.1) * 1_500) <= 1)
        #expect(abs(Double(interval.high.minorUnits) - rate.quantile(0.9) * 1_500) <= 1)
    }

    @Test func whatMayNotHappenMayCostNothing() throws {
        let exposure = Exposure(.dailyShare([1]), probability: 0.4, begins: asOf.advanced(byDays: 3))
        let interval = try LossInterval(
            of: 0, in: attribution(exposure, survival: lasting(30)), rate: surelyTen, price: price()
        ).orFail()
        #expect(interval.low.minorUnits == 0)
        #expect(abs(interval.high.minorUnits - 27_000) < 50)
    }

    @Test func nothingClaimedIsNothingLost() throws {
        let none = try attribution(Exposure(.dailyShare([0])), survival: lasting(30))
        let interval = try LossInterval(of: 0, in: none, rate: surelyTen, price: price()).orFail()
        #expect(interval.low.minorUnits == 0 && interval.high.minorUnits == 0)
    }

    @Test func boundsBeyond64BitsAreRefused() throws {
        let whole = try attribution(Exposure(.dailyShare([1])), survival: lasting(30))
        #expect(LossInterval(of: 0, in: whole, rate: surelyTen, price: try price(.max)) == nil)
    }

    @Test(arguments: [(4.0, 8.0), (20.0, 5.0), (1.0, 15.0)])
    func fourLossesInFiveFallInside(_ trueRate: Double, _ meanDays: Double) throws {
        var random = SplitMix64(seed: UInt64(trueRate * 100 + meanDays))
        let survival = Survival(priorMeanDays: meanDays).probabilities(age: 0, horizon: 30)
        let attribution = try attribution(Exposure(.dailyShare([0.8])), survival: survival)
        let rounds = 1_500
        var inside = 0
        for _ in 0..<rounds {
            let units = (0..<20).map { _ in Optional(Double(random.poisson(trueRate))) }
            let rate = try RunRate.estimate(units: units, exposure: lasting(20)).orFail().posterior
            let interval = try LossInterval(of: 0, in: attribution, rate: rate, price: price(10_000)).orFail()
            let luck = random.uniform()
            let days = survival.filter { $0 > luck }.count
            let loss = Int64(trueRate * 0.8 * Double(days) * 10_000)
            if interval.low.minorUnits <= loss && loss <= interval.high.minorUnits { inside += 1 }
        }
        #expect((0.75...0.85).contains(Double(inside) / Double(rounds)), "\(Double(inside) / Double(rounds))")
    }
}
