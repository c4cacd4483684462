import FlywheelKit
import Foundation
import Statistics
import Testing

@testable import RevenueAtRisk

@Suite struct ExactTests {
    @Test(arguments: [(0.03125, 312), (0.09375, 938), (40.0, 400_000), (-0.09375, -938), (6.49996, 65_000)])
    func decimalsAreRoundedOnceTiesToEven(_ value: Double, _ tenThousandths: Int64) {
        #expect(Decimal4(rounding: value)?.tenThousandths == tenThousandths)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e16])
    func whatFourDecimalsCannotHoldIsRefused(_ value: Double) {
        #expect(Decimal4(rounding: value) == nil)
    }

    @Test(arguments: [(400_000, "40.00"), (6_475, "0.6475"), (-10_500, "-1.05"), (1, "0.0001"), (0, "0.00")])
    func decimalsShowFourDigitsOrTwo(_ tenThousandths: Int64, _ text: String) {
        #expect(Decimal4(tenThousandths: tenThousandths).description == text)
    }

    @Test func unitsAtRiskAreTheExactProductRoundedOnce() {
        let rate = Decimal4(tenThousandths: 12_345)
        #expect(rate.multiplied(by: Decimal4(tenThousandths: 41_600))?.tenThousandths == 51_355)
        #expect(Decimal4(tenThousandths: .max).multiplied(by: Decimal4(tenThousandths: .max)) == nil)
    }

    @Test(arguments: [(5, 10, 0), (15, 10, 2), (25, 10, 2), (-5, 10, 0), (-15, 10, -2), (-25, 10, -2), (-26, 10, -3)])
    func halvesGoToTheEvenNeighbour(_ value: Int, _ divisor: Int, _ quotient: Int) {
        #expect(Int128(value).dividedHalfEven(by: Int128(divisor)) == Int128(quotient))
    }

    @Test func halfEvenHoldsAtTheEndsOfTheType() {
        #expect(Int128.max.dividedHalfEven(by: .max) == 1)
        #expect((Int128.max - 1).dividedHalfEven(by: .max) == 1)
        #expect(Int128.min.dividedHalfEven(by: 1) == .min)
    }

    @Test(arguments: seeds) func halfEvenAgreesWithDecimalArithmetic(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let value = Int.random(in: -1_000_000...1_000_000, using: &random)
            let divisor = [2, 4, 8, 10, 100].randomElement(using: &random) ?? 2
            let expected = Naive.rounded(Decimal(value) / Decimal(divisor))
            #expect(Decimal(Int(Int128(value).dividedHalfEven(by: Int128(divisor)))) == expected)
        }
    }

    @Test(arguments: seeds) func apportionedPartsAddUpAndStayWithinOne(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = (0..<Int.random(in: 1...40, using: &random)).map { _ in random.uniform(0...1_000) }
        let total = Int64(parts.reduce(0, +).rounded(.toNearestOrEven))
        let whole = largestRemainder(parts, total: total)
        #expect(whole.reduce(0, +) == total)
        #expect(zip(whole, parts).allSatisfy { abs(Double($0) - $1) < 1 })
    }

    @Test func equalRemaindersGoToTheFirst() {
        #expect(largestRemainder([0.5, 0.5, 1.0], total: 2) == [1, 0, 1])
        #expect(largestRemainder([0.25, 0.25, 0.25, 0.25], total: 1) == [1, 0, 0, 0])
        #expect(largestRemainder([], total: 0) == [])
        #expect(largestRemainder([0.1 + 0.2, 0.3, 2.4], total: 3) == [0, 0, 3])
        #expect(largestRemainder([0.3, 0.1 + 0.2, 0.4], total: 1) == [0, 0, 1])
        #expect(largestRemainder([0.3, 0.1 + 0.2, 0.2, 0.2], total: 1) == [1, 0, 0, 0])
    }
}
