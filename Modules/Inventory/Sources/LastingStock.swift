import Statistics

/// Demand so far where it never reached the units that were there, and how likely that is.
///
/// Who knows that stock lasted knows that less was asked for than expected, and that the rate may be lower than thought: the
/// demand is cut off at the units, and the rate moved by its regression on demand (R. Kalman, "A new approach to linear
/// filtering and prediction problems", 1960, but for the cut). After a cut, demand is taken to be a gamma distribution of its
/// moments again.
struct LastingStock {
    /// What lasts more seldom is as good as gone, and the moments of what is left would be rounding errors.
    private static let leastEnough = 1e-6
    /// Of the mean's square: narrower gamma distributions are beyond the shapes for which their functions are stated.
    private static let leastVariance = 1e-7

    /// The probability that it lasted so far.
    private(set) var probability = 1.0
    /// Units asked for so far: their mean and variance.
    private var units = (mean: 0.0, variance: 0.0)
    /// The rate, 1 being the expected one: its mean and variance, and its covariance with ``units``.
    private var rate: (mean: Double, variance: Double, covariance: Double)
    private let dispersion: Double

    init(_ demand: DemandEstimate) {
        let error = demand.deviation / demand.rate
        rate = (1, error * error, 0)
        dispersion = demand.dispersion
    }

    /// Goes on by so many units of expected demand.
    ///
    /// - Parameter further: what else adds to the variance.
    mutating func go(on mean: Double, further: Double = 0) {
        units.mean += mean * rate.mean
        units.variance +=
            dispersion * mean * rate.mean + mean * mean * rate.variance + 2 * mean * rate.covariance + further
        rate.covariance += mean * rate.variance
    }

    /// Asks whether demand so far is less than so many units, and goes on from there being so.
    mutating func cut(at limit: Double) {
        guard units.mean > 0, units.variance > 0 else { return }
        let demand = GammaDistribution(mean: units.mean, variance: units.variance)
        let (sold, variance, enough) = demand.sold(from: limit)
        probability *= enough
        guard enough > Self.leastEnough, enough < 1 else { return }
        // Of E[min(D, limit)] and E[min²] the part where demand is below the limit.
        let mean = (sold - limit * (1 - enough)) / enough
        let square = (variance + sold * sold - limit * limit * (1 - enough)) / enough
        let left = max(Self.leastVariance * mean * mean, square - mean * mean)
        let slope = rate.covariance / units.variance
        rate.mean = max(0, rate.mean + slope * (mean - units.mean))
        rate.variance = max(0, rate.variance - slope * slope * (units.variance - left))
        rate.covariance = slope * left
        units = (mean, left)
    }
}
