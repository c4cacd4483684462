import FlywheelKit
import Statistics
import Testing

@testable import Forecasting

/// What all products of an account do together, which the scatter of each hides.
@Suite struct CommonDemandTests {
    private static let (days, count) = (371, 80)

    /// Listings that each sell now and then, at rates that follow one course.
    private func listings(_ seed: UInt64, course: (_ daysAgo: Int) -> Double) -> [Listing] {
        var random = SplitMix64(seed: seed)
        return (0..<Self.count).map { _ in
            let rate = 0.2 + random.gamma(1)
            return Listing(sales: (0..<Self.days).map { random.poisson(rate * course(Self.days - $0)) })
        }
    }

    private func model(_ listings: [Listing]) -> ForecastingModel {
        var survey = ForecastingSurvey()
        ForecastingStage.survey(example(listings).chunk, into: &survey)
        return ForecastingStage.fit(survey, after: ForecastingModel())
    }

    private func total(_ listings: [Listing], _ model: ForecastingModel, week: Int) -> Double {
        Look(listings, model: model).forecasts.reduce(0) { $0 + Double($1?.dailyByWeek[week] ?? 0) }
    }

    /// Trade of an account that fades by three parts in ten within the year.
    @Test func aTradeThatFadesIsNotForecastTooHigh() throws {
        let listings = listings(1) { 0.7 + 0.3 * Double($0) / 371 }
        let model = model(listings)
        let truth = listings.reduce(0) { $0 + Double($1.sales.suffix(28).compactMap(\.self).reduce(0, +)) / 28 }
        let (alone, together) = (
            total(listings, ForecastingModel(), week: 0) / truth, total(listings, model, week: 0) / truth
        )
        #expect(alone > 1.05 && together < alone - 0.03, "\(alone) became \(together)")
        #expect(total(listings, model, week: 7) < total(listings, model, week: 0))
        #expect(total(listings, model, week: 15) == total(listings, model, week: 7), "the last of the factors goes on")
    }

    @Test func aSteadyTradeStaysAsItIs() throws {
        let listings = listings(2) { _ in 1 }
        let factors = try #require(model(listings).common?.first?.factors)
        #expect(factors.count == 8 && factors.allSatisfy { abs($0 - 1) < 0.03 }, "\(factors)")
    }

    /// A catalogue that grows by new listings is no trade that grows: the listings that were there say what each does.
    @Test func newListingsAreNoGrowth() throws {
        var listings = listings(3) { _ in 1 }
        for index in listings.indices where index % 2 == 0 {
            for day in 0..<(4 * index) { listings[index].sales[day] = nil }
        }
        let factors = try #require(model(listings).common?.first?.factors)
        #expect(factors.allSatisfy { abs($0 - 1) < 0.05 }, "\(factors)")
    }

    /// An event of all is over when it is over.
    @Test func anEventIsNoCourse() throws {
        let sold = listings(4) { (2...12).contains($0) ? 3 : 1 }
        let event = Occasion(name: "Deal Days", days: -12...(-2))
        var survey = ForecastingSurvey()
        ForecastingStage.survey(example(sold, events: [event]).chunk, into: &survey)
        let factors = try #require(ForecastingStage.fit(survey, after: ForecastingModel()).common?.first?.factors)
        #expect(factors.allSatisfy { abs($0 - 1) < 0.04 }, "\(factors)")
        let unnamed = try #require(model(sold).common?.first?.factors)
        #expect(unnamed.contains { abs($0 - 1) > 0.04 }, "unnamed it would be one: \(unnamed)")
    }

    @Test func anAccountWithoutAYearHasNone() {
        let young = listings(5) { _ in 1 }.map { Listing(sales: Array($0.sales.suffix(300))) }
        #expect(model(young).common == nil)
    }

    /// Files that are some days old at a look, and products that ended before them, take nothing from what is known.
    @Test(arguments: [1, 5]) func salesThatAreDaysOldTeachTheSame(daysOld: Int) throws {
        let listings = listings(9) { 0.7 + 0.3 * Double($0) / 371 }
        let common = try #require(model(listings).common?.first)
        let older = listings.enumerated().map { number, listing in
            // Some ended a day before the others.
            let unknown = daysOld + (number % 10 == 9 ? 1 : 0)
            return Listing(sales: Array(listing.sales.dropFirst(unknown)) + [Int?](repeating: nil, count: unknown))
        }
        let known = try #require(model(older).common?.first)
        #expect(known.factors.count == common.factors.count && known.relativeError != nil)
        #expect(zip(known.factors, common.factors).allSatisfy { abs($0 - $1) < 0.03 }, "\(known.factors)")
    }

    /// What shifted is forecast from its new days alone.
    @Test func aShiftedProductIsLeftAlone() throws {
        var listings = listings(6) { 0.6 + 0.4 * Double($0) / 371 }
        var random = SplitMix64(seed: 7)
        listings[0] = Listing(sales: sales([(8, 341), (2, 30)], using: &random))
        let model = model(listings)
        let (alone, together) = (
            Look(listings, model: ForecastingModel()).forecasts[0], Look(listings, model: model).forecasts[0]
        )
        #expect(model.common != nil && alone?.dailyByWeek == together?.dailyByWeek)
    }

    /// Products whose levels wander, each its own way: those that happened to stay are no surer than the others' errors let
    /// them be.
    @Test func whoStayedByChanceIsNoSurer() throws {
        var random = SplitMix64(seed: 8)
        let listings = (0..<Self.count).map { _ in
            var rate = 5.0
            return Listing(
                sales: (0..<Self.days).map { day in
                    if day % 28 == 0 { rate *= 1 + 0.2 * random.normal() }
                    return random.poisson(max(0.5, rate))
                })
        }
        let model = model(listings)
        let trade = try #require(model.common?.first)
        let usual = try #require(model.usualError(of: trade.account, on: trade.marketplace))
        #expect(usual > 0.1 && usual < 0.5, "\(usual)")
        let unaware = ForecastingModel(
            peers: model.peers, events: [],
            common: [.init(account: trade.account, marketplace: trade.marketplace, factors: trade.factors)])
        let pairs = zip(Look(listings, model: unaware).forecasts, Look(listings, model: model).forecasts)
            .compactMap { alone, beside in alone.flatMap { alone in beside.map { (alone, $0) } } }
            .sorted { $0.0.relativeError < $1.0.relativeError }
        let (surest, least) = (pairs.prefix(20), pairs.suffix(20))
        #expect(surest.allSatisfy { $0.1.relativeError >= $0.0.relativeError })
        #expect(surest.count { $0.1.relativeError > 1.05 * $0.0.relativeError } > 10)
        #expect(least.count { $0.1.relativeError < $0.0.relativeError } > 10)
    }
}
