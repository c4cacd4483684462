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

    /// Running out at some time is as likely as on the likeliest day at least, and at most as on the days before arrivals and
    /// the last day together; a longer time makes it no less likely.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func runningOutAtSomeTimeLiesBetweenOneDayAndAllDays(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let outlook = outlook(
            1 + Int(40 * random.uniform()),
            [
                Arrival(1 + Int(30 * random.uniform()), on: 4 + Int(4 * random.uniform())),
                Arrival(1 + Int(60 * random.uniform()), on: 12, early: 9, late: 12 + Int(12 * random.uniform())),
            ],
            demand(0.2 + 4 * random.uniform(), deviation: 0.2 * random.uniform(), dispersion: 1 + 2 * random.uniform()))
        var before = 0.0
        for days in 1...40 {
            let within = outlook.emptyProbability(within: cover(days))
            let each = (0..<days).map { outlook.emptyProbability(on: $0) }
            // 0.02 since what was asked for is a gamma distribution of its moments again after an arrival.
            #expect(within > (each.max() ?? 0) - 0.02 && within < each.reduce(0.02, +), "\(days) days: \(within)")
            #expect(within >= before - 1e-9, "\(days) days: \(within) after \(before)")
            before = within
        }
    }

    /// Without arrivals there is one day on which to ask, the last, and nothing is approximate.
    @Test func runningOutAtSomeTimeIsThatOfTheLastDayWithoutArrivals() {
        let outlook = outlook(40, [], demand(2, deviation: 0.3, dispersion: 1.5))
        for days in 1...40 {
            #expect(abs(outlook.emptyProbability(within: cover(days)) - outlook.emptyProbability(on: days - 1)) < 1e-12)
        }
    }

    /// Rates that are off, buyers and up to three arrivals, by half days: running out before one of them or at the end, in
    /// cases where no single day is as likely as all together.
    @Test(
        arguments: [
            (30, 2.0, 0.0, [(12, 30)]), (30, 2, 0.4, [(12, 30)]), (12, 1, 0.2, [(8, 9), (16, 9)]),
            (8, 1, 0, [(5, 6), (10, 6), (18, 5)]), (60, 6, 1.5, [(9, 70)]), (3, 0.2, 0.05, [(10, 2)]),
        ] as [(Int, Double, Double, [(day: Int, units: Int)])])
    func addsUpTheChancesOfRunningOut(units: Int, rate: Double, deviation: Double, arriving: [(day: Int, units: Int)]) {
        let demand = demand(rate, deviation: deviation)
        let said = outlook(units, arriving.map { Arrival($0.units, on: $0.day) }, demand)
            .emptyProbability(within: cover(25))
        var random = SplitMix64(seed: 20_261_121)
        let runs = 10_000
        var ranOut = 0
        for _ in 0..<runs {
            let error = deviation / rate
            let rate = error > 0 ? rate * random.gamma(1 / (error * error)) * error * error : rate
            var left = units
            // Until the middle of the last day.
            let isEmpty = (0..<49).contains { half in
                if half % 2 == 0 { left += arriving.filter { $0.day == half / 2 }.reduce(0) { $0 + $1.units } }
                left -= random.poisson(rate / 2)
                return left <= 0 && (half % 2 == 0 || !arriving.contains { $0.day == half / 2 + 1 })
            }
            ranOut += isEmpty ? 1 : 0
        }
        let happened = Double(ranOut) / Double(runs)
        #expect(abs(said - happened) < 0.03, "said \(said), happened \(happened)")
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func runningOutStaysAProbabilityForAbsurdNumbers(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Up to a million, small ones as often as large ones.
        func size(_ least: Double) -> Double {
            let steps = Int(21 * random.uniform())
            return (0..<steps).reduce(least) { size, _ in min(1e6, size * 2) }
        }
        let rate = size(0.01)
        let demand = demand(rate, deviation: 3 * rate * random.uniform(), dispersion: size(1))
        let arrivals = (0..<6).map { _ in Arrival(Int(size(1)), on: Int(40 * random.uniform())) }
        let within = outlook(Int(size(1)), arrivals, demand).emptyProbability(within: cover(41, deviation: 5))
        #expect(within >= 0 && within <= 1, "\(within)")
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
}
