import Statistics

/// What problems have added to a metric so far: enough to tell its value, and mergeable in any order.
struct MetricTally: Sendable {
    private(set) var counting = 0
    private(set) var others = 0
    private(set) var censored = 0
    private(set) var apart = 0
    private(set) var unpriced = 0
    /// Minor units.
    private(set) var amount: Int64 = 0
    private(set) var numbers: [Double] = []
    private(set) var lengths: [DurationCurve.Observation] = []

    mutating func add(_ part: MetricPart) {
        switch part {
        case .counts: counting += 1
        case .doesNotCount: others += 1
        case .lasted(let seconds):
            counting += 1
            lengths.append(DurationCurve.Observation(Double(seconds), ended: true))
        case .going(let seconds):
            censored += 1
            lengths.append(DurationCurve.Observation(Double(seconds), ended: false))
        case .ended(let seconds):
            apart += 1
            lengths.append(DurationCurve.Observation(Double(seconds), ended: false))
        case .amount(let minorUnits):
            counting += 1
            amount += minorUnits
        case .number(let number): numbers.append(number)
        case .censored: censored += 1
        case .unpriced:
            unpriced += 1
            apart += 1
        case .apart: apart += 1
        }
    }

    mutating func merge(_ other: MetricTally) {
        counting += other.counting
        others += other.others
        censored += other.censored
        apart += other.apart
        unpriced += other.unpriced
        amount += other.amount
        numbers += other.numbers
        lengths += other.lengths
    }
}

extension MetricTally {
    /// The share of what counts, with its bounds.
    func share(in window: MetricWindow) -> MetricValue {
        let whole = counting + others
        guard let interval = WilsonInterval(successes: counting, trials: whole, confidence: 0.95) else {
            let gap: MetricGap = censored > 0 ? .tooEarly : .nothingHappened
            return MetricValue(gap, censored: censored, apart: apart, in: window)
        }
        return MetricValue(
            interval.share, low: interval.low, high: interval.high, count: whole, censored: censored, apart: apart,
            in: window)
    }

    /// The median duration in hours, with its bounds.
    func medianHours(in window: MetricWindow) -> MetricValue {
        guard let curve = DurationCurve(lengths) else {
            return MetricValue(apart > 0 ? .notMeasured : .nothingHappened, apart: apart, in: window)
        }
        guard let median = curve.quantile(0.5) else {
            return MetricValue(.tooEarly, count: counting, censored: censored, apart: apart, in: window)
        }
        let bounds = curve.interval(ofQuantile: 0.5)
        return MetricValue(
            median / 3_600, low: bounds.low.map { $0 / 3_600 }, high: bounds.high.map { $0 / 3_600 }, count: counting,
            censored: censored, apart: apart, in: window)
    }

    /// The mean of the numbers; bounds where there are enough for the normal approximation.
    func mean(in window: MetricWindow) -> MetricValue {
        guard !numbers.isEmpty else {
            return MetricValue(apart > 0 ? .notMeasured : .nothingHappened, apart: apart, in: window)
        }
        let count = Double(numbers.count)
        let mean = numbers.reduce(0, +) / count
        guard numbers.count >= Self.fewestForBounds else {
            return MetricValue(mean, count: numbers.count, apart: apart, in: window)
        }
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let reach = SpecialFunctions.normalQuantile(0.975) * (variance / count).squareRoot()
        return MetricValue(
            mean, low: max(0, mean - reach), high: mean + reach, count: numbers.count, apart: apart, in: window)
    }

    /// The amount for each day; that of no close is 0, since the days were watched.
    func amountPerDay(_ days: Double, in window: MetricWindow) -> MetricValue {
        guard counting > 0 || unpriced == 0 else {
            return MetricValue(.unpriced, censored: censored, apart: apart, in: window)
        }
        return MetricValue(
            (Double(amount) / days).rounded(.toNearestOrEven), count: counting, censored: censored, apart: apart,
            in: window)
    }

    /// What came less what ended, for each week.
    func netPerWeek(_ weeks: Double, in window: MetricWindow) -> MetricValue {
        MetricValue(Double(counting - others) / weeks, count: counting + others, in: window)
    }

    /// Fewer numbers have no normal mean.
    private static let fewestForBounds = 30
}
