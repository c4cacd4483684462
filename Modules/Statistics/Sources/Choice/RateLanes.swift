/// Eight ways to tell the level of a series, followed through it side by side.
///
/// They differ only in a number or two, so that one pass over the series does for all eight, and every period is an origin
/// of the back-test: what a lane said after a period came from that period and those before it.
struct RateLanes {
    typealias Lanes = SIMD8<Double>

    /// What is said of each period after the one at the index, before the season.
    private(set) var rates: [Lanes] = []
    let tables: SeasonalTables
    /// Squared errors that were known after each period.
    private(set) var errors: [LaneErrors] = []
    /// What is believed of each lane before any error is known.
    let prior: Lanes
    /// Whether they are means that forget, and not methods for seldom demand.
    let isOfMeans: Bool

    /// Means in which the value before k other known ones weighs (1 − a)ᵏ, over the seasonal factors in the same periods.
    ///
    ///     rate = Σ (1 − a)ᵏ y / Σ (1 − a)ᵏ s
    ///
    /// With a = 0 the mean of all; else exponential smoothing without its dependence on the first value. A period that is
    /// unknown has no part in either sum and makes nothing older: after it the same is said as before it.
    init(discounting series: MaskedSeries, tables: SeasonalTables) {
        self.tables = tables
        prior = Self.discountPrior
        isOfMeans = true
        rates.reserveCapacity(series.count)
        var (sums, weights) = (Lanes.zero, Lanes.zero)
        for period in 0..<series.count {
            if series.exposure[period] > 0 {
                sums = Self.memory * sums + series.values[period]
                weights = Self.memory * weights + tables.factor(of: period, after: period - 1)
            }
            rates.append(sums / weights.replacing(with: 1, where: weights .== 0))
        }
    }

    /// Croston's method, that of Syntetos and Boylan, that of Teunter, Syntetos and Babai, and exponential smoothing from
    /// the first value, which is zero for most of what sells seldom: a cautious start.
    init(intermittent series: MaskedSeries) {
        tables = SeasonalTables(series, length: 1)
        prior = Self.seldomPrior
        isOfMeans = false
        rates.reserveCapacity(series.count)
        let whole = Lanes(repeating: 1)
        var (size, interval, probability, level) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var (wait, hasStarted, hasSold) = (0.0, false, false)
        for period in 0..<series.count {
            if series.exposure[period] > 0 {
                let value = series.values[period]
                wait += 1
                probability += (hasStarted ? Self.periodWeights : whole) * ((value > 0 ? 1 : 0) - probability)
                level += (hasStarted ? Self.periodWeights : whole) * (value - level)
                if value > 0 {
                    size += (hasSold ? Self.demandWeights : whole) * (value - size)
                    interval += (hasSold ? Self.demandWeights : whole) * (wait - interval)
                    (wait, hasSold) = (0, true)
                }
                hasStarted = true
            }
            let croston = hasSold ? Self.corrections * size / interval : .zero
            rates.append(
                croston.replacing(with: probability * size, where: Self.isProbability)
                    .replacing(with: level, where: Self.isLevel))
        }
    }

    /// Goes through the series once more and notes the errors as they became known.
    ///
    /// The first origin that counts is the first with a quarter of all that is known behind it, and two periods at least.
    ///
    /// - Parameter reach: Periods that are forecast from each origin.
    mutating func score(on series: MaskedSeries, reach: Int) {
        let start = series.place(ofKnown: max(2, series.known / 4))
        errors.reserveCapacity(series.count)
        var known = LaneErrors()
        for period in 0..<series.count {
            if period - 1 >= start, series.exposure[period] > 0 {
                let error = rates[period - 1] * tables.factor(of: period, after: period - 1) - series.values[period]
                known.step += error * error
                known.steps += 1
            }
            if reach > 1, period - reach >= start { addWindow(after: period - reach, reach, series, to: &known) }
            errors.append(known)
        }
    }

    private func addWindow(after origin: Int, _ reach: Int, _ series: MaskedSeries, to known: inout LaneErrors) {
        let rate = rates[origin]
        var squares = Lanes.zero
        var periods = 0.0
        for period in origin + 1...origin + reach where series.exposure[period] > 0 {
            let error = rate * tables.factor(of: period, after: origin) - series.values[period]
            squares += error * error
            periods += 1
        }
        guard periods > 0 else { return }
        known.window += squares / periods
        known.windows += 1
        known.apart += 1 / Double(reach)
    }

    // MARK: What the lanes are

    /// The weights of the newest value. Those that forget fast begin with less belief: on most series they follow chance.
    static let discounts = Lanes(0, 0.03, 0.06, 0.1, 0.16, 0.25, 0.4, 0.7)
    static let memory = 1 - discounts
    /// The mean that forgets at 0.1: about that of the last ten values.
    static let meanOfTen = 3
    private static let discountPrior = Lanes(1, 1, 1, 1, 1, 0.7, 0.4, 0.1)

    /// Croston, SBA, then TSB and smoothing, each with three weights of a period.
    private static let demandWeights = Lanes(repeating: 0.1)
    private static let seldomPrior = Lanes(0.2, 0.2, 0.5, 0.5, 0.5, 1, 1, 1)
    private static let corrections = Lanes(1, 0.95, 1, 1, 1, 1, 1, 1)
    private static let periodWeights = Lanes(1, 1, 0.05, 0.1, 0.2, 0.05, 0.1, 0.2)
    /// Croston, SBA and TSB as they are usually taken, with weights of 0.1.
    static let named = [0, 1, 3]
    private static let isProbability = mask(2..<5)
    private static let isLevel = mask(5..<8)

    private static func mask(_ lanes: Range<Int>) -> SIMDMask<SIMD8<Int64>> {
        var mask = SIMDMask<SIMD8<Int64>>()
        for lane in lanes { mask[lane] = true }
        return mask
    }
}

/// Squared errors of eight lanes.
struct LaneErrors {
    /// Over forecasts of the next period, their sum.
    var step = RateLanes.Lanes.zero
    /// Over forecasts of all periods of the horizon, the sum of their means.
    var window = RateLanes.Lanes.zero
    /// Forecasts in the first sum.
    var steps = 0.0
    /// Forecasts in the second.
    var windows = 0.0

    /// Of the second, how many lie side by side.
    var apart = 0.0

    /// The mean squared error one step ahead and that over the horizon, weighed; nil before anything is known.
    ///
    /// The second is what is asked for, and weighs n / (n + 5) where it is from n windows side by side. It has no less than
    /// half, though of a few windows the first has more independent errors to go by.
    var mean: RateLanes.Lanes? {
        guard steps > 0 else { return nil }
        guard windows > 0 else { return step / steps }
        let share = max(0.5, apart / (apart + Self.windowsOfDoubt))
        return (1 - share) * step / steps + share * window / windows
    }

    /// From so many windows side by side their mean is believed as much as that of the steps.
    private static let windowsOfDoubt = 5.0
}
