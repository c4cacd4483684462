/// How far demand scatters about a forecast, over windows of any length.
///
///     variance of a window = dispersion · mean + (relative error · mean)²
///
/// The first part is the scatter of periods, each by chance on its own side; the second that the level is an estimate,
/// wrong for all periods alike, so that over long windows it is what counts.
public struct DemandSpread: Hashable, Sendable {
    /// The scatter of single periods as a multiple of their mean; 1 for independent buyers of one unit each.
    public let dispersion: Double
    /// The standard deviation of the level as a part of it.
    public let relativeError: Double

    /// Both 0 or more.
    public init(dispersion: Double, relativeError: Double) {
        precondition(
            dispersion >= 0 && relativeError >= 0, "found a spread below zero: \(dispersion), \(relativeError)")
        self.dispersion = dispersion
        self.relativeError = relativeError
    }

    /// The spread of windows of periods whose means and standard deviations are known: what the first period scatters, and
    /// what the last scatters more as doubt about the level. Nil where they are not known.
    init?(_ mean: [Double], deviation: [Double]) {
        guard let first = mean.first, let last = mean.last, first > 0, last > 0,
            let near = deviation.first, let far = deviation.last, near.isFinite, far.isFinite
        else { return nil }
        let dispersion = near * near / first
        self.init(
            dispersion: dispersion, relativeError: max(0, far * far - dispersion * last).squareRoot() / last)
    }

    /// The same, but with an error of the level no smaller than so many units let it be: √(2 · dispersion / units).
    ///
    /// A past of few windows often missed by less than that, by chance. A level that does not move would be off by
    /// √(dispersion / units). One that moves as the weights of its mean suppose, the newest a, is off by 2 - a times the variance
    /// (A. Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 1989, section 4.3).
    func noSurer(thanFrom units: Double) -> DemandSpread {
        guard units > 0 else { return self }
        return DemandSpread(
            dispersion: dispersion, relativeError: max(relativeError, (2 * dispersion / units).squareRoot()))
    }

    /// The variance of a window whose expected demand is `mean`.
    public func variance(of mean: Double) -> Double {
        let error = relativeError * mean
        return dispersion * mean + error * error
    }
}
