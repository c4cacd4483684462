import Statistics
import Testing

@Suite struct CumulativeSumTests {
    /// Periods until the alarm, on average over many runs; a run that sees none ends after `most` periods.
    private func runLength(
        runs: Int, limit: Double, most: Int = 100_000, _ evidence: () -> Double
    ) -> (mean: Double, silent: Int) {
        var (total, silent) = (0, 0)
        for _ in 0..<runs {
            var chart = CumulativeSum()
            var period = 0
            while chart.value < limit, period < most {
                chart.add(evidence())
                period += 1
            }
            total += period
            if chart.value < limit { silent += 1 }
        }
        return (Double(total) / Double(runs), silent)
    }

    /// The table of the normal chart with reference value 1/2: limits 3 and 4 give 118 and 336 periods on one side
    /// (D. Montgomery, Introduction to Statistical Quality Control, twice the two-sided 59 and 168), and a change by one
    /// deviation is found after 6.4 and 8.4.
    @Test(arguments: [(3.0, 118.0, 6.4), (4.0, 336.0, 8.4)])
    func agreesWithThePublishedRunLengthsOfTheNormalChart(limit: Double, before: Double, after: Double) {
        var random = SplitMix64(seed: 1_954)
        let quiet = runLength(runs: 1_500, limit: limit) { random.normal() - 0.5 }
        #expect(abs(quiet.mean / before - 1) < 0.1, "\(quiet)")
        let changed = runLength(runs: 1_500, limit: limit) { random.normal() + 0.5 }
        #expect(abs(changed.mean / after - 1) < 0.1, "\(changed)")
    }

    @Test(arguments: [0.3, 2, 20], [1.5, 1 / 1.5])
    func isWrongNoOftenerThanStated(rate: Double, factor: Double) {
        var random = SplitMix64(seed: UInt64(rate * 10))
        let shift = RateShift(factor: factor)
        let limit = CumulativeSum.limit(periodsBetweenFalseAlarms: 100)
        let quiet = runLength(runs: 200, limit: limit) {
            shift.evidence(units: Double(random.poisson(rate)), expected: rate, dispersion: 1)
        }
        #expect(quiet.mean >= 100, "\(quiet)")
        #expect(quiet.silent == 0)
    }

    /// Counts that come in clumps scatter more; without their dispersion the chart would cry wolf.
    @Test(arguments: [2.0, 5])
    func isWrongNoOftenerThanStatedForCountsInClumps(dispersion: Double) {
        var random = SplitMix64(seed: UInt64(dispersion))
        let shift = RateShift(factor: 1.5)
        let limit = CumulativeSum.limit(periodsBetweenFalseAlarms: 100)
        let rate = 6.0
        func clumped() -> Double {
            Double(random.poisson(random.gamma(rate / (dispersion - 1)) * (dispersion - 1)))
        }
        let aware = runLength(runs: 200, limit: limit) {
            shift.evidence(units: clumped(), expected: rate, dispersion: dispersion)
        }
        let unaware = runLength(runs: 200, limit: limit) {
            shift.evidence(units: clumped(), expected: rate, dispersion: 1)
        }
        #expect(aware.mean >= 100, "\(aware)")
        #expect(unaware.mean < 60, "\(unaware)")
    }

    /// The delay is the limit over the information of one period, and the little that the pile is off at start and alarm.
    @Test(arguments: [(2.0, 0.5), (6.0, 0.5), (6.0, 2.0), (20.0, 0.7)])
    func findsAChangeInTheTimeThatItsInformationAllows(rate: Double, factor: Double) {
        var random = SplitMix64(seed: UInt64(rate * 100))
        let shift = RateShift(factor: factor)
        let limit = CumulativeSum.limit(periodsBetweenFalseAlarms: 10_000)
        let changed = runLength(runs: 300, limit: limit) {
            shift.evidence(units: Double(random.poisson(rate * factor)), expected: rate, dispersion: 1)
        }
        // The mean evidence of a period after the change.
        let information = shift.evidence(units: rate * factor, expected: rate, dispersion: 1)
        #expect(changed.mean < 1.15 * limit / information + 2, "\(changed), information \(information)")
    }

    @Test func countsThePeriodsSinceTheChange() {
        var chart = CumulativeSum()
        for evidence in [-1.0, 0.5, -2, 1, 1, 1] { chart.add(evidence) }
        #expect(chart.value == 3)
        #expect(chart.periods == 3)
        chart.add(-3)
        #expect(chart == CumulativeSum())
    }

    @Test func neverPilesUpMoreThanItIsLet() {
        var chart = CumulativeSum(most: 10)
        for _ in 0..<100 { chart.add(1) }
        #expect(chart.value == 10)
        #expect(chart.periods == 100)
        for _ in 0..<8 { chart.add(-1) }
        #expect(chart.value == 2)
    }

    @Test func theEvidenceOfACountIsItsLogLikelihoodRatio() {
        // ln(e^-3 3^5 / 5!) - ln(e^-2 2^5 / 5!) = 5 ln 1.5 - 1
        let shift = RateShift(factor: 1.5)
        #expect(abs(shift.evidence(units: 5, expected: 2, dispersion: 1) - 1.027_325_540_540_822) < 1e-12)
        #expect(abs(shift.evidence(units: 5, expected: 2, dispersion: 2) - 0.513_662_770_270_411) < 1e-12)
    }
}
