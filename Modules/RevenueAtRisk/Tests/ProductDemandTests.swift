import RevenueAtRisk
import Statistics
import Testing

@Suite struct ProductDemandTests {
    private typealias SKU = (sold: [Int?], open: [Double]?)

    private func history(_ units: Int?, _ available: Double, days: Int) -> SKU {
        (Array(repeating: units, count: days), Array(repeating: available, count: days))
    }

    private func estimate(_ skus: SKU..., prior: GammaPrior? = nil) throws -> ProductDemand {
        try ProductDemand(of: ProductDays(skus), prior: prior).orFail()
    }

    @Test func aSingleSKUHasAllTheDemand() throws {
        let demand = try estimate(history(40, 1, days: 60))
        #expect(demand.unitsPerDay.description == "40.00")
        #expect(demand.skuUnitsPerDay == [demand.unitsPerDay])
        #expect(demand.goodDays == 60 && demand.evidence == .high)
    }

    @Test func skusOfOneProductSplitOneDemandByWhatTheySell() throws {
        let demand = try estimate(history(30, 1, days: 60), history(10, 1, days: 60))
        #expect(demand.unitsPerDay.description == "40.00")
        // 1 % each, the rest by 30 and 10 a day, each drawn by a week to 20; 60 days count for 31.64.
        #expect(demand.skuUnitsPerDay.map(\.description) == ["28.0245", "11.9755"])
        #expect(abs(demand.skuPosteriors[0].mean - 28.0245) < 1e-4)
    }

    /// What one buyer took once is not asked for again every day, neither of the product nor of its SKU.
    @Test func oneLargeOrderIsNoRate() throws {
        let usual = (0..<60).map { $0 % 3 == 0 ? 1 : 0 }
        var bulk = usual
        bulk[50] = 500
        let (plain, large) = try (estimate((usual, nil)), estimate((bulk, nil)))
        #expect(large.unitsPerDay.value < 1.5 * plain.unitsPerDay.value, "\(large.unitsPerDay)")
        #expect(large.goodDays == 60)
        let both = try estimate((bulk, nil), (usual, nil))
        #expect(both.skuUnitsPerDay[0].value < 1.5 * both.skuUnitsPerDay[1].value)
    }

    @Test func oneBuyableSKUKeepsTheProductBuyable() throws {
        let demand = try estimate(history(0, 0, days: 30), history(8, 1, days: 30))
        #expect(demand.unitsPerDay.description == "8.00")
        #expect(demand.blockedDays == 0 && demand.goodDays == 30)
    }

    @Test func aBlockedSKUKeepsItsPart() throws {
        // While the first is blocked for 10 days, the second sells in its place.
        let first: SKU = (
            [Int?](repeating: 5, count: 50) + [Int?](repeating: 0, count: 10),
            [Double](repeating: 1, count: 50) + [Double](repeating: 0, count: 10)
        )
        let second = [Int?](repeating: 5, count: 50) + [Int?](repeating: 10, count: 10)
        let demand = try estimate(first, (second, nil))
        #expect(demand.unitsPerDay.description == "10.00")
        #expect(demand.skuUnitsPerDay[0].value > 4)
    }

    @Test func partlyOpenDaysAreScaledUpAndBlockedOnesLeftOut() throws {
        let units: [Int?] =
            Array(repeating: 4, count: 20) + Array(repeating: 2, count: 20) + Array(repeating: 0, count: 19)
        let available =
            Array(repeating: 1, count: 20) + Array(repeating: 0.5, count: 20) + Array(repeating: 0.04, count: 19)
        let demand = try estimate((units, available))
        #expect(demand.unitsPerDay.description == "4.00")
        #expect(demand.goodDays == 40 && demand.blockedDays == 19 && demand.evidence == .medium)
    }

    @Test func aSeasonIsTakenOut() throws {
        let season = (0..<40).map { $0 % 2 == 0 ? 0.5 : 1.5 }
        let units = season.map { Optional(Int($0 * 8)) }
        var days = ProductDays([(units, nil)])
        days.index { season[$0] }
        let demand = try ProductDemand(of: days).orFail()
        #expect(demand.unitsPerDay.description == "8.00")
    }

    /// Whether a file says when it was opened, so that the days before are closed, or nothing sold as far as files say.
    @Test(arguments: [7, 21, 40, 60], [0.0, 1]) func aLaunchIsNotPressedDownByTheDaysBefore(
        days: Int, available: Double
    ) throws {
        let launch: SKU = (
            [Int?](repeating: 0, count: 91 - days) + [Int?](repeating: 10, count: days),
            [Double](repeating: available, count: 91 - days) + [Double](repeating: 1, count: days)
        )
        let demand = try estimate(launch)
        #expect(demand.unitsPerDay.description == "10.00")
        #expect(demand.goodDays + demand.blockedDays == 91 && (days - 1...days).contains(demand.goodDays))
        // Beside one that sold all along it has its part, and the product all of its days.
        let both = try estimate(history(10, 1, days: 91), launch)
        #expect(both.goodDays == 91)
        #expect(abs(both.skuUnitsPerDay[1].value / both.unitsPerDay.value - 0.5) < 0.01)
    }

    @Test func whatSellsSeldomIsNoLaunch() throws {
        let seldom = (0..<91).map { Optional([70, 84].contains($0) ? 1 : 0) }
        #expect(try estimate((seldom, nil)).goodDays == 91)
    }

    @Test func unknownDaysAreSkippedNotZero() throws {
        let units: [Int?] = (0..<40).map { $0 % 2 == 0 ? 6 : nil }
        let demand = try estimate((units, nil))
        #expect(demand.unitsPerDay.description == "6.00")
        #expect(demand.goodDays == 20 && demand.unknownDays == 20)
    }

    @Test func aDayOfWhichOnlyOneSKUIsKnownIsNotTheProductsDay() throws {
        let whole = history(5, 1, days: 40)
        let demand = try estimate(whole, ((0..<40).map { $0 < 20 ? nil : 15 }, nil))
        #expect(demand.unitsPerDay.description == "20.00" && demand.unknownDays == 20)
    }

    @Test func aSKUNobodyEverReportedTakesNothingFromTheEstimate() throws {
        let demand = try estimate(history(5, 1, days: 40), history(nil, 1, days: 40))
        #expect(demand.unitsPerDay.description == "5.00" && demand.goodDays == 40)
        #expect(demand.skuUnitsPerDay.map(\.description) == ["4.95", "0.05"])
    }

    @Test func withoutSalesDemandIsZeroAndSplitEvenly() throws {
        let prior = GammaPrior(shape: 6, rate: 10)
        let sku = history(0, 1, days: 30)
        let demand = try estimate(sku, sku, sku, prior: prior)
        #expect(Set(demand.skuPosteriors.map(\.mean)).count == 1)
        #expect(try estimate(sku, sku, sku).unitsPerDay == .zero)
    }

    @Test func withoutDataAPriorSpeaksAndWithoutEitherNobody() throws {
        let blocked = history(0, 0, days: 30)
        #expect(ProductDemand(of: ProductDays([blocked])) == nil)
        #expect(ProductDemand(of: ProductDays([history(nil, 1, days: 30)])) == nil)
        #expect(ProductDemand(of: ProductDays()) == nil)
        let demand = try estimate(blocked, prior: GammaPrior(shape: 30, rate: 10))
        #expect(demand.unitsPerDay.description == "3.00" && demand.evidence == .low)
    }

    @Test func absurdUnitsAreRefusedNotTrappedOn() throws {
        let absurd = history(.max, 1, days: 30)
        #expect(ProductDemand(of: ProductDays([absurd, absurd])) == nil)
        #expect(ProductDemand(of: ProductDays((0..<200).map { _ in history(9_000_000, 1, days: 30) })) == nil)
        let most = try ProductDemand(of: ProductDays((0..<50).map { _ in history(9_000_000, 1, days: 30) })).orFail()
        #expect(most.skuUnitsPerDay.map(\.tenThousandths).reduce(0, +) == most.unitsPerDay.tenThousandths)
    }

    @Test(arguments: [
        (41, 0.0, Evidence.medium), (42, 0.2, .high), (42, 0.21, .medium), (13, 0, .low), (60, 0.5, .low),
    ])
    func evidenceFollowsGoodDaysAndThePriorsWeight(_ days: Int, _ weight: Double, _ evidence: Evidence) {
        #expect(Evidence(goodDays: days, priorWeight: weight) == evidence)
    }

    @Test(arguments: seeds) func skusNeverClaimMoreThanTheProductsDemand(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let skus: [SKU] = (0..<Int(seed)).map { _ in
            (
                (0..<60).map { _ in random.uniform() < 0.2 ? nil : random.poisson(3) },
                (0..<60).map { _ in random.share() }
            )
        }
        let prior = Bool.random(using: &random) ? GammaPrior(shape: 20, rate: 5) : nil
        guard let demand = ProductDemand(of: ProductDays(skus), prior: prior) else { return }
        #expect(
            demand.skuUnitsPerDay.map(\.tenThousandths).reduce(0, +) == demand.unitsPerDay.tenThousandths)
        #expect(demand.skuUnitsPerDay.allSatisfy { $0 >= .zero })
        #expect(demand.goodDays + demand.blockedDays + demand.unknownDays == 60)
    }
}
