import FlywheelKit
import Statistics
import Testing

@testable import Inventory

@Suite struct OutlookTests {
    private func outlook(
        _ stock: StockPosition, _ demand: DemandEstimate, receivingDays: Double = 3, inboundDays: Double = 10
    ) -> StockOutlook {
        var knobs = InventoryKnobs()
        knobs.receivingDays = receivingDays
        knobs.inboundDays = inboundDays
        return StockOutlook(stock, demand, knobs: knobs)
    }

    @Test func isEmptyUntilTheFirstArrivalAndNotRightAfterIt() {
        let outlook = outlook(stock(0, shipped: 100), demand(2))
        #expect((0..<10).allSatisfy { outlook.emptyProbability(on: $0) == 1 })
        #expect(outlook.emptyProbability(on: 10) < 1e-9)
        #expect(outlook.emptyProbability(on: 70) > 0.9)
    }

    @Test func isEmptyForGoodWithoutStockOrArrivals() {
        #expect((0..<400).allSatisfy { outlook(stock(0), demand(2)).emptyProbability(on: $0) == 1 })
        #expect((0..<400).allSatisfy { outlook(stock(-5, shipped: 0), demand(2)).emptyProbability(on: $0) == 1 })
    }

    @Test func seesTheGapBeforeALateArrival() {
        let outlook = outlook(stock(10, shipped: 1_000), demand(2))
        #expect(outlook.emptyProbability(on: 20) < 1e-9)
        #expect(outlook.emptyProbability(within: 21) == outlook.emptyProbability(on: 9))
        #expect(outlook.emptyProbability(within: 21) > 0.9)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func takesTheHighestOfAllDays(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let outlook = outlook(
            stock(
                1 + Int(40 * random.uniform()), receiving: Int(30 * random.uniform()),
                shipped: Int(60 * random.uniform())),
            demand(0.2 + 4 * random.uniform(), deviation: random.uniform(), dispersion: 1 + 2 * random.uniform()),
            receivingDays: (8 * random.uniform()).rounded(), inboundDays: (25 * random.uniform()).rounded())
        for days in 1...40 {
            let highest = (0..<days).map(outlook.emptyProbability(on:)).max() ?? 0
            #expect(abs(outlook.emptyProbability(within: days) - highest) < 1e-12)
        }
    }

    /// The claim of a day is to be the share of that day's demand that finds nothing.
    @Test(arguments: [(12, 1.0), (3, 0.15), (60, 6.0)])
    func isTheShareOfADaysDemandThatFindsNothing(units: Int, rate: Double) {
        let outlook = outlook(stock(units), demand(rate))
        var random = SplitMix64(seed: 20_261_120)
        var short = [Int](repeating: 0, count: 30)
        let runs = 20_000
        for _ in 0..<runs {
            var left = units
            for day in short.indices {
                let asked = random.poisson(rate)
                let sold = min(left, asked)
                left -= sold
                short[day] += asked - sold
            }
        }
        for day in short.indices {
            let share = Double(short[day]) / (rate * Double(runs))
            // 0.04 for the continuous distribution, and three standard errors of the simulation.
            let tolerance = 0.04 + 3 * (share / (rate * Double(runs))).squareRoot()
            #expect(abs(outlook.emptyProbability(on: day) - share) < tolerance, "day \(day)")
        }
    }

    /// Rates of all sizes are drawn, histories simulated, the rate estimated from them, and the future played on: of the
    /// listings said to run out with some probability, that share must.
    @Test func isCalibratedWhenTheRateItselfIsEstimated() {
        var random = SplitMix64(seed: 28)
        let days = today.advanced(by: -90)..<today
        var bins = [(predicted: Double, happened: Int, count: Int)](repeating: (0, 0, 0), count: 5)
        for _ in 0..<6_000 {
            let rate = 0.2 + 8 * random.uniform() * random.uniform()
            let units = 1 + Int(2 * 20.5 * rate * random.uniform())
            let history = days.map { _ in Optional(random.poisson(rate)) }
            guard let demand = DemandEstimate(history: history, days: days, availability: nil) else { continue }
            let predicted = outlook(stock(units), demand).emptyProbability(on: 20)
            // The middle of day 20: twenty days and a half of demand.
            let asked = (0..<20).reduce(random.poisson(rate / 2)) { sum, _ in sum + random.poisson(rate) }
            let bin = min(4, Int(predicted * 5))
            bins[bin].predicted += predicted
            bins[bin].happened += asked >= units ? 1 : 0
            bins[bin].count += 1
        }
        for bin in bins {
            #expect(bin.count > 200)
            let difference = (bin.predicted - Double(bin.happened)) / Double(bin.count)
            #expect(abs(difference) < 0.07, "predicted \(bin.predicted), happened \(bin.happened) of \(bin.count)")
        }
    }
}
