import FlywheelKit
import Statistics
import Testing

@testable import Inventory

@Suite struct OutlookTests {
    private func outlook(_ fulfillable: Int, _ arrivals: [Arrival], _ demand: DemandEstimate) -> StockOutlook {
        StockOutlook(fulfillable: fulfillable, arrivals: arrivals, demand)
    }

    private func cover(_ days: Int, deviation: Double = 0) -> Cover {
        var knobs = InventoryKnobs()
        knobs.reviewDays = 0
        return Cover(LeadTime(days: Double(days), deviation: deviation, basis: .stated), knobs: knobs)
    }

    @Test func isEmptyUntilTheFirstArrivalAndNotRightAfterIt() {
        let outlook = outlook(0, [Arrival(100, on: 10)], demand(2))
        #expect((0..<10).allSatisfy { outlook.emptyProbability(on: $0) == 1 })
        #expect(outlook.emptyProbability(on: 10) < 1e-9)
        #expect(outlook.emptyProbability(on: 70) > 0.9)
    }

    @Test func isEmptyForGoodWithoutStockOrArrivals() {
        #expect((0..<400).allSatisfy { outlook(0, [], demand(2)).emptyProbability(on: $0) == 1 })
        #expect((0..<400).allSatisfy { outlook(-5, [], demand(2)).emptyProbability(on: $0) == 1 })
    }

    @Test func seesTheGapBeforeALateArrival() {
        let outlook = outlook(10, [Arrival(1_000, on: 10)], demand(2))
        #expect(outlook.emptyProbability(on: 20) < 1e-9)
        #expect(outlook.emptyProbability(within: cover(21)) == outlook.emptyProbability(on: 9))
        #expect(outlook.emptyProbability(within: cover(21)) > 0.9)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func takesTheHighestOfAllDays(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let outlook = outlook(
            1 + Int(40 * random.uniform()),
            [
                Arrival(1 + Int(30 * random.uniform()), on: Int(8 * random.uniform())),
                Arrival(1 + Int(60 * random.uniform()), on: 12, early: 9, late: 12 + Int(12 * random.uniform())),
            ],
            demand(0.2 + 4 * random.uniform(), deviation: random.uniform(), dispersion: 1 + 2 * random.uniform()))
        for days in 1...40 {
            let highest = (0..<days).map(outlook.emptyProbability(on:)).max() ?? 0
            #expect(abs(outlook.emptyProbability(within: cover(days)) - highest) < 1e-12)
        }
    }

    /// The claim of a day is to be the share of that day's demand that finds nothing. What is asked for in vain is lost and
    /// not served by later arrivals.
    @Test(
        arguments: [
            (12, 1.0, []), (3, 0.15, []), (60, 6.0, []), (12, 1, [(20, 30, 20)]),
            (30, 3, [(20, 12, 20), (25, 10, 25)]),
            (20, 2, [(6, 60, 18)]), (0, 2, [(4, 20, 12)]),
        ] as [(Int, Double, [(Int, Int, Int)])])
    func isTheShareOfADaysDemandThatFindsNothing(units: Int, rate: Double, arriving: [(Int, Int, Int)]) {
        // Early, units, late; expected in the middle of both.
        let arrivals = arriving.map { Arrival($0.1, on: ($0.0 + $0.2) / 2, early: $0.0, late: $0.2) }
        let shares = outlook(units, arrivals, demand(rate)).shortShares(days: 30)
        var random = SplitMix64(seed: 20_261_120)
        var short = [Int](repeating: 0, count: 30)
        let runs = 20_000
        for _ in 0..<runs {
            var left = units
            let when = random.uniform()
            for day in short.indices {
                for arrival in arrivals {
                    let due = when < 0.3 ? arrival.early : when < 0.7 ? arrival.day : arrival.late
                    if due == day { left += arrival.units }
                }
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
            #expect(abs(shares[day] - share) < tolerance, "day \(day): \(shares[day]), simulated \(share)")
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func sharesLieBetweenNothingAndAllAndRiseBetweenArrivals(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let arrival = 5 + Int(10 * random.uniform())
        let outlook = outlook(
            Int(30 * random.uniform()), [Arrival(1 + Int(40 * random.uniform()), on: arrival)],
            demand(0.2 + 4 * random.uniform(), deviation: random.uniform(), dispersion: 1 + 2 * random.uniform()))
        let shares = outlook.shortShares(days: 40)
        #expect(shares.allSatisfy { (0...1).contains($0) })
        for stretch in [shares[..<arrival], shares[arrival...]] {
            for (earlier, later) in zip(stretch, stretch.dropFirst()) { #expect(earlier <= later + 1e-9) }
        }
    }

    @Test func saysOfTheDayToOrderWhatAnOrderCanChange() throws {
        let alone = try #require(outlook(40, [], demand(2)).firstDay(emptyWith: 0.1))
        #expect(alone == 16)
        let covered = try #require(outlook(10, [Arrival(100, on: 10)], demand(2)).firstDay(emptyWith: 0.1))
        #expect(covered > 40, "the gap before day 10 is not an order's")
        #expect(outlook(4, [Arrival(9_000, on: 10)], demand(2)).firstDay(emptyWith: 0.1) == nil)
    }

    /// Lead times and buyers are drawn: of the listings said to run out with some probability, that share must.
    @Test(arguments: [(30, 2.0, 14, 4.0), (45, 2, 14, 6), (6, 0.3, 20, 5), (150, 8, 14, 3)])
    func isCalibratedWhereTheLeadTimeScatters(units: Int, rate: Double, days: Int, deviation: Double) {
        let cover = cover(days, deviation: deviation)
        let predicted = outlook(units, [], demand(rate, dispersion: 2)).emptyProbability(within: cover)
        var random = SplitMix64(seed: 7)
        let runs = 20_000
        var empty = 0
        // A gamma lead time of that mean and deviation, and as many days of demand of twice Poisson's variance; the last day
        // counts by half, as it does in the outlook.
        let shape = Double(days) * Double(days) / (deviation * deviation)
        for _ in 0..<runs {
            let length = max(0, random.gamma(shape) * Double(days) / shape - 0.5)
            let asked = random.poisson(random.gamma(rate * length))
            if asked >= units { empty += 1 }
        }
        let happened = Double(empty) / Double(runs)
        #expect(abs(predicted - happened) < 0.03, "predicted \(predicted), happened \(happened)")
    }

    @Test func aLeadTimeThatScattersMakesItLessSureThatStockLasts() {
        let outlook = outlook(40, [], demand(2))
        let sure = outlook.emptyProbability(within: cover(14))
        #expect(outlook.emptyProbability(within: cover(14, deviation: 5)) > sure + 0.05)
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
            let reader = DemandReader(sales: History(days: days, values: Values(history)), availability: nil)
            guard case .rate(let demand) = reader.demand(of: 0) else { continue }
            let predicted = outlook(units, [], demand).emptyProbability(on: 20)
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
