import FlywheelKit
import Statistics
import Testing

@testable import Forecasting

@Suite struct WatchTests {
    /// Demand of many listings that never changes, looked at once: by chance one in so many is reported.
    @Test(arguments: [0.02, 0.5, 2.0, 12])
    func reportsUnchangedDemandNoOftenerThanStated(rate: Double) {
        var random = SplitMix64(seed: UInt64(rate * 100))
        var knobs = ForecastingKnobs()
        // Once a year for each listing: 42 days are watched, so at most one listing in nine has an alarm within them.
        knobs.falseAlarmYears = 1
        knobs.leastShift = 0.05
        let listings = (0..<600).map { _ in Listing(sales: sales(rate, days: 133, using: &random)) }
        let shifted = Look(listings, knobs: knobs, model: ForecastingModel()).kinds.filter { $0 == "demand-shift" }
        #expect(shifted.count < 600 / 9 / 2, "\(shifted.count) of 600")
        let usual = Look(listings).kinds.filter { $0 == "demand-shift" }
        #expect(usual.count <= 2, "\(usual.count) of 600")
    }

    @Test(arguments: [0.02, 0.5, 2.0, 12])
    func reportsForecastsWithoutBiasNoOftenerThanStated(rate: Double) {
        var random = SplitMix64(seed: UInt64(rate * 100) + 1)
        var knobs = ForecastingKnobs()
        knobs.falseAlarmYears = 1
        knobs.leastBias = 0.02
        let listings = (0..<600).map { _ in Listing(sales: sales(rate, days: 133, using: &random)) }
        // One look in 52.
        let biased = Look(listings, knobs: knobs, model: ForecastingModel()).kinds.filter { $0 == "forecast-bias" }
        #expect(biased.count <= 600 / 52, "\(biased.count) of 600")
    }

    /// The delay of a change is the pile over the information of a day; twice that and a week is enough for nine in ten.
    @Test(arguments: [(12.0, 0.5, 12), (12.0, 1.6, 16), (3.0, 0.33, 28), (3.0, 2.5, 12)])
    func findsAChangeWithinSoManyDays(before: Double, factor: Double, days: Int) {
        var random = SplitMix64(seed: UInt64(100 * factor + before))
        let listings = (0..<200).map { _ in
            Listing(sales: sales([(before, 100), (before * factor, days)], using: &random))
        }
        let look = Look(listings)
        let shifts = look.findings.all.compactMap(\.evidence.shift)
        #expect(shifts.count >= 180, "\(shifts.count) of 200")
        #expect(shifts.allSatisfy { ($0.after < $0.before) == (factor < 1) })
        let began = today.advanced(by: -days)
        let near = shifts.filter { abs($0.since.distance(to: began)) <= 7 }
        #expect(near.count * 10 >= shifts.count * 7, "\(near.count) of \(shifts.count)")
    }

    @Test func forecastsTheNewLevelOnceDemandShifted() {
        var random = SplitMix64(seed: 9)
        let listing = Listing(sales: sales([(20, 100), (6, 20)], using: &random))
        #expect(abs(rate(listing) - 6) < 2.5)
        #expect(Look([listing]).kinds == ["demand-shift"])
        var retired = listing
        retired.status = "PUBLISHED RETIRED"
        #expect(Look([retired]).kinds.isEmpty, "its seller gave it up")
    }

    @Test func anEmptyShelfIsNoFallOfDemand() {
        let sold = [Int?](repeating: 4, count: 100) + [Int?](repeating: 0, count: 20)
        #expect(Look([Listing(sales: sold, fulfillable: 0)]).kinds.isEmpty)
        #expect(Look([Listing(sales: sold, fulfillable: 30)]).kinds == ["demand-shift"])
    }

    @Test func demandThatCameBackIsNoFindingAnyMore() {
        let sold =
            [Int?](repeating: 6, count: 90) + [Int?](repeating: 1, count: 12) + [Int?](repeating: 6, count: 14)
        #expect(Look([Listing(sales: sold)]).kinds.isEmpty)
        #expect(Look([Listing(sales: Array(sold.prefix(102)))]).kinds == ["demand-shift"])
    }

    @Test func demandThatGrowsAllTheTimeIsForecastTooLow() throws {
        let sold = (0..<119).map { Optional(Int((30 * (1 + Double($0) / 100)).rounded())) }
        var knobs = ForecastingKnobs()
        knobs.leastShift = 2
        let look = Look([Listing(sales: sold)], knobs: knobs, model: ForecastingModel())
        #expect(look.kinds == ["forecast-bias"])
        let bias = try #require(look.findings.all.first?.evidence.bias)
        #expect(bias.bias > 0.15 && bias.trackingSignal > 4 && bias.weeks == 13)
    }

    /// A window reaches back to before a listing was there: days of which nobody knows anything say nothing.
    @Test(arguments: [105, 203, 224], [50, 500])
    func unknownDaysBeforeTheBeginningChangeNothing(days: Int, unknown: Int) throws {
        let sold = (0..<days).map { Optional(Int((30 * (1 + Double($0) / 100)).rounded())) }
        var knobs = ForecastingKnobs()
        knobs.leastShift = 2
        func look(_ sales: [Int?]) -> Look { Look([Listing(sales: sales)], knobs: knobs, model: ForecastingModel()) }
        let (plain, later) = (look(sold), look([Int?](repeating: nil, count: unknown) + sold))
        #expect(plain.kinds == ["forecast-bias"] && later.kinds == plain.kinds)
        #expect(later.findings.all.first?.evidence.bias == plain.findings.all.first?.evidence.bias)
        let (one, other) = (try #require(plain.forecasts[0]), try #require(later.forecasts[0]))
        #expect(one.dailyByWeek == other.dailyByWeek && one.dispersion == other.dispersion)
        #expect(one.relativeError == other.relativeError)
    }

    @Test func whatAForecastHasCaughtUpWithIsNoBiasAnyMore() {
        // It began to sell twelve weeks ago, and the first weeks were forecast from nothing.
        let sold = [Int?](repeating: 0, count: 36) + (0..<84).map { Optional(4 + $0 % 2) }
        var knobs = ForecastingKnobs()
        knobs.leastShift = 2
        #expect(Look([Listing(sales: sold)], knobs: knobs, model: ForecastingModel()).kinds.isEmpty)
    }

    @Test func oneSaleWhereNoneWasToBeExpectedIsNoBias() {
        var sold = [Int?](repeating: 0, count: 364)
        sold[3] = 1
        sold[350] = 1
        #expect(Look([Listing(sales: sold)]).kinds.isEmpty)
    }

    @Test func claimsNoMoney() throws {
        let sold = [Int?](repeating: 6, count: 100) + [Int?](repeating: 1, count: 20)
        let evidence = try #require(Look([Listing(sales: sold)]).findings.all.first?.evidence)
        #expect(ForecastingStage(knobs: ForecastingKnobs(), model: ForecastingModel()).exposure(of: evidence) == .none)
    }

    @Test(arguments: ForecastingKnobs.tunable.indices, 1...4 as ClosedRange<UInt64>)
    func neverFindsFewerWhenAKnobIsLoosened(index: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let listings = (0..<40).map { _ in
            let rate = 10 * random.uniform()
            return Listing(sales: sales([(rate, 100), (rate * 2 * random.uniform(), 20)], using: &random))
        }
        let knob = ForecastingKnobs.tunable[index]
        var found = 0
        for step in 0...6 {
            var knobs = ForecastingKnobs()
            let along = Double(step) / 6 * (knob.range.upperBound - knob.range.lowerBound)
            knobs[keyPath: knob.path] = knob.range.upperBound - along
            let count = Look(listings, knobs: knobs, model: ForecastingModel()).kinds.count
            #expect(count >= found, "\(knob.name) at step \(step)")
            found = count
        }
    }
}
