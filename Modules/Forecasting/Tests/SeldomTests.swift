import FlywheelKit
import Statistics
import Testing

@testable import Forecasting

/// What sells now and then and has a long past: few units tell its level, and what similar products sell tells the rest.
@Suite struct SeldomTests {
    private static let days = 210

    private func history(_ sold: [Int?]) -> DemandHistory {
        let (chunk, _) = example([Listing(sales: sold)])
        var history = DemandHistory()
        DemandReader(chunk, availability: nil, model: ForecastingModel()).read([0], into: &history)
        return history
    }

    @Test func countsWhatSimilarProductsSellAsUnitsInDays() throws {
        var random = SplitMix64(seed: 1)
        let history = history(sales(0.2, days: Self.days, using: &random))
        let alone = try #require(DemandLevel(longHistory: history, prior: nil))
        let beside = try #require(DemandLevel(longHistory: history, prior: GammaPrior(shape: 3, rate: 30)))
        let sold = (0..<history.count).reduce(0) { $0 + history.units[$1] }
        let units = sold / alone.dispersion
        let expected = (units + 3) / (units / alone.dailyByWeek[0] + 30)
        #expect(abs(beside.dailyByWeek[0] / expected - 1) < 1e-9)
        #expect(beside.relativeError >= 1 / (units + 3).squareRoot())
        #expect(beside.relativeError <= alone.relativeError)
        #expect((beside.method, beside.dispersion) == (alone.method, alone.dispersion))
    }

    @Test func changesLittleForWhatSellsDaily() throws {
        var random = SplitMix64(seed: 2)
        let history = history(sales(20, days: Self.days, using: &random))
        let alone = try #require(DemandLevel(longHistory: history, prior: nil))
        // Of others a unit in five days: a hundredth of what it sells.
        let beside = try #require(DemandLevel(longHistory: history, prior: GammaPrior(shape: 1, rate: 5)))
        #expect(abs(beside.dailyByWeek[0] / alone.dailyByWeek[0] - 1) < 0.05)
    }

    @Test(arguments: [3, 4] as [UInt64])
    func theLowestForecastsAreNotTooLow(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let prior = GammaPrior(shape: 2, rate: 12)
        let cases = (0..<300).compactMap { _ -> (alone: Double, beside: Double, rate: Double)? in
            let rate = random.gamma(prior.shape) / prior.rate
            let history = history(sales(rate, days: Self.days, using: &random))
            guard let alone = DemandLevel(longHistory: history, prior: nil),
                let beside = DemandLevel(longHistory: history, prior: prior)
            else { return nil }
            return (alone.dailyByWeek[0], beside.dailyByWeek[0], rate)
        }
        func missed(_ forecast: KeyPath<(alone: Double, beside: Double, rate: Double), Double>) -> Double {
            let lowest = cases.sorted { $0[keyPath: forecast] < $1[keyPath: forecast] }.prefix(cases.count / 5)
            return lowest.reduce(0) { $0 + $1[keyPath: forecast] } / lowest.reduce(0) { $0 + $1.rate } - 1
        }
        #expect(abs(missed(\.beside)) < 0.15, "\(missed(\.beside))")
        #expect(missed(\.alone) < missed(\.beside) - 0.05, "without them the lowest are too low: \(missed(\.alone))")
    }
}
