import RevenueAtRisk
import Statistics
import Testing

@Suite struct ProductDemandTests {
    private func history(_ units: Int?, _ available: Double, days: Int) -> SKUHistory {
        SKUHistory(units: Array(repeating: units, count: days), available: Array(repeating: available, count: days))
    }

    @Test func aSingleSKUHasAllTheDemand() throws {
        let demand = try ProductDemand(of: [history(40, 1, days: 60)]).orFail()
        #expect(demand.unitsPerDay.description == "40.00")
        #expect(demand.skuUnitsPerDay == [demand.unitsPerDay])
        #expect(demand.goodDays == 60 && demand.evidence == .high)
    }

    @Test func skusOfOneProductSplitOneDemandByWhatTheySell() throws {
        let demand = try ProductDemand(of: [history(30, 1, days: 60), history(10, 1, days: 60)]).orFail()
        #expect(demand.unitsPerDay.description == "40.00")
        // 1 % each, the rest 3 to 1.
        #expect(demand.skuUnitsPerDay.map(\.description) == ["29.80", "10.20"])
        #expect(abs(demand.skuPosteriors[0].mean - 29.8) < 1e-9)
    }

    /// What one buyer took once is not asked for again every day, neither of the product nor of its SKU.
    @Test func oneLargeOrderIsNoRate() throws {
        let usual = (0..<60).map { $0 % 3 == 0 ? 1 : 0 }
        var bulk = usual
        bulk[50] = 500
        let open = [Double](repeating: 1, count: 60)
        let (plain, large) = try (
            ProductDemand(of: [SKUHistory(units: usual, available: open)]).orFail(),
            ProductDemand(of: [SKUHistory(units: bulk, available: open)]).orFail()
        )
        #expect(large.unitsPerDay.value < 1.5 * plain.unitsPerDay.value, "\(large.unitsPerDay)")
        let simple = try ProductDemand(of: ProductSales(ofOneAlwaysAvailable: bulk.map(Optional.some))).orFail()
        #expect(simple.unitsPerDay == large.unitsPerDay && simple.goodDays == 60)
        let both = try ProductDemand(of: [
            SKUHistory(units: bulk, available: open), SKUHistory(units: usual, available: open),
        ]).orFail()
        #expect(both.skuUnitsPerDay[0].value < 1.5 * both.skuUnitsPerDay[1].value)
    }

    @Test func oneBuyableSKUKeepsTheProductBuyable() throws {
        let demand = try ProductDemand(of: [history(0, 0, days: 30), history(8, 1, days: 30)]).orFail()
        #expect(demand.unitsPerDay.description == "8.00")
        #expect(demand.blockedDays == 0 && demand.goodDays == 30)
    }

    @Test func aBlockedSKUKeepsItsPart() throws {
        // While the first is blocked for 10 days, the second sells in its place.
        let first = SKUHistory(
            units: Array(repeating: 5, count: 50) + Array(repeating: 0, count: 10),
            available: Array(repeating: 1, count: 50) + Array(repeating: 0, count: 10))
        let second = SKUHistory(
            units: Array(repeating: 5, count: 50) + Array(repeating: 10, count: 10),
            available: Array(repeating: 1, count: 60))
        let demand = try ProductDemand(of: [first, second]).orFail()
        #expect(demand.unitsPerDay.description == "10.00")
        #expect(demand.skuUnitsPerDay[0].value > 4)
    }

    @Test func partlyOpenDaysAreScaledUpAndBlockedOnesLeftOut() throws {
        let units: [Int?] =
            Array(repeating: 4, count: 20) + Array(repeating: 2, count: 20) + Array(repeating: 0, count: 19)
        let available =
            Array(repeating: 1, count: 20) + Array(repeating: 0.5, count: 20) + Array(repeating: 0.04, count: 19)
        let demand = try ProductDemand(of: [SKUHistory(units: units, available: available)]).orFail()
        #expect(demand.unitsPerDay.description == "4.00")
        #expect(demand.goodDays == 40 && demand.blockedDays == 19 && demand.evidence == .medium)
    }

    @Test func aSeasonIsTakenOut() throws {
        let season = (0..<40).map { $0 % 2 == 0 ? 0.5 : 1.5 }
        let units = season.map { Int($0 * 8) }
        let demand = try ProductDemand(
            of: [SKUHistory(units: units, available: [Double](repeating: 1, count: 40))], season: season
        ).orFail()
        #expect(demand.unitsPerDay.description == "8.00")
    }

    /// Whether a file says when it was opened, so that the days before are closed, or nothing sold as far as files say.
    @Test(arguments: [7, 21, 40, 60], [0.0, 1]) func aLaunchIsNotPressedDownByTheDaysBefore(
        days: Int, available: Double
    ) throws {
        let launch = SKUHistory(
            units: [Int?](repeating: 0, count: 91 - days) + [Int?](repeating: 10, count: days),
            available: [Double](repeating: available, count: 91 - days) + [Double](repeating: 1, count: days))
        let demand = try ProductDemand(of: [launch]).orFail()
        #expect(demand.unitsPerDay.description == "10.00")
        #expect(demand.goodDays + demand.blockedDays == 91 && (days - 1...days).contains(demand.goodDays))
        let simple = ProductSales(ofOneAlwaysAvailable: launch.units)
        #expect(simple.goodDays == days - 1 && simple.blockedDays == 92 - days)
        // Beside one that sold all along it has its part, and the product all of its days.
        let both = try ProductDemand(of: [history(10, 1, days: 91), launch]).orFail()
        #expect(both.goodDays == 91)
        #expect(abs(both.skuUnitsPerDay[1].value / both.unitsPerDay.value - 0.5) < 0.01)
    }

    @Test func whatSellsSeldomIsNoLaunch() throws {
        let seldom = SKUHistory(
            units: (0..<91).map { [70, 84].contains($0) ? 1 : 0 }, available: [Double](repeating: 1, count: 91))
        #expect(try ProductDemand(of: [seldom]).orFail().goodDays == 91)
    }

    @Test func unknownDaysAreSkippedNotZero() throws {
        let units: [Int?] = (0..<40).map { $0 % 2 == 0 ? 6 : nil }
        let demand = try ProductDemand(
            of: [SKUHistory(units: units, available: [Double](repeating: 1, count: 40))]
        ).orFail()
        #expect(demand.unitsPerDay.description == "6.00")
        #expect(demand.goodDays == 20 && demand.unknownDays == 20)
    }

    @Test func aDayOfWhichOnlyOneSKUIsKnownIsNotTheProductsDay() throws {
        let whole = history(5, 1, days: 40)
        let holes = SKUHistory(units: (0..<40).map { $0 < 20 ? nil : 15 }, available: whole.available)
        let demand = try ProductDemand(of: [whole, holes]).orFail()
        #expect(demand.unitsPerDay.description == "20.00" && demand.unknownDays == 20)
    }

    @Test func aSKUNobodyEverReportedTakesNothingFromTheEstimate() throws {
        let demand = try ProductDemand(of: [history(5, 1, days: 40), history(nil, 1, days: 40)]).orFail()
        #expect(demand.unitsPerDay.description == "5.00" && demand.goodDays == 40)
        #expect(demand.skuUnitsPerDay.map(\.description) == ["4.95", "0.05"])
    }

    @Test func withoutSalesDemandIsZeroAndSplitEvenly() throws {
        let prior = GammaPrior(shape: 6, rate: 10)
        let histories = (0..<3).map { _ in history(0, 1, days: 30) }
        let demand = try ProductDemand(of: histories, prior: prior).orFail()
        #expect(Set(demand.skuPosteriors.map(\.mean)).count == 1)
        #expect(try ProductDemand(of: histories).orFail().unitsPerDay == .zero)
    }

    @Test func withoutDataAPriorSpeaksAndWithoutEitherNobody() throws {
        let blocked = history(0, 0, days: 30)
        #expect(ProductDemand(of: [blocked]) == nil)
        #expect(ProductDemand(of: [history(nil, 1, days: 30)]) == nil)
        #expect(ProductDemand(of: []) == nil)
        let demand = try ProductDemand(of: [blocked], prior: GammaPrior(shape: 30, rate: 10)).orFail()
        #expect(demand.unitsPerDay.description == "3.00" && demand.evidence == .low)
    }

    @Test func absurdUnitsAreRefusedNotTrappedOn() throws {
        #expect(ProductDemand(of: [history(.max, 1, days: 30), history(.max, 1, days: 30)]) == nil)
        let most = try ProductDemand(of: (0..<50).map { _ in history(20_000_000, 1, days: 30) }).orFail()
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
        let histories = (0..<Int(seed)).map { _ in
            SKUHistory(
                units: (0..<60).map { _ in random.uniform() < 0.2 ? nil : random.poisson(3) },
                available: (0..<60).map { _ in random.share() })
        }
        let prior = Bool.random(using: &random) ? GammaPrior(shape: 20, rate: 5) : nil
        guard let demand = ProductDemand(of: histories, prior: prior) else { return }
        #expect(
            demand.skuUnitsPerDay.map(\.tenThousandths).reduce(0, +) == demand.unitsPerDay.tenThousandths)
        #expect(demand.skuUnitsPerDay.allSatisfy { $0 >= .zero })
        #expect(demand.goodDays + demand.blockedDays + demand.unknownDays == 60)
    }
}
