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

/// Gathers what forecasts missed until a spread can be told from it.
struct SpreadRecord {
    /// Over single periods: Σ mean, Σ mean², Σ error².
    private var (mean, square, error) = (0.0, 0.0, 0.0)
    /// Over whole windows: Σ mean, Σ mean², Σ error².
    private var (windowMean, windowSquare, windowError) = (0.0, 0.0, 0.0)

    /// A record that begins with what is believed before any forecast is seen, as if from forecasts of `mean`.
    init(dispersion: Double, relativeError: Double, mean: Double, periods: Double, horizon: Int) {
        let spread = DemandSpread(dispersion: dispersion, relativeError: relativeError)
        let horizon = Double(horizon)
        (self.mean, square, error) = (periods * mean, periods * mean * mean, periods * spread.variance(of: mean))
        let window = horizon * mean
        let windows = periods / horizon
        windowMean = windows * window
        windowSquare = windows * window * window
        windowError = windows * spread.variance(of: window)
    }

    /// What each new forecast leaves of the weight of those before it: forecasts get better as more is known, and the
    /// belief from the start must give way.
    private static let memory = 0.9

    /// Adds one forecast of some periods.
    mutating func add(_ forecast: some Collection<Double>, _ actual: some Collection<Double>) {
        (mean, square, error) = (Self.memory * mean, Self.memory * square, Self.memory * error)
        windowMean *= Self.memory
        windowSquare *= Self.memory
        windowError *= Self.memory
        var (windowForecast, windowActual) = (0.0, 0.0)
        for (forecast, actual) in zip(forecast, actual) {
            mean += forecast
            square += forecast * forecast
            error += (actual - forecast) * (actual - forecast)
            windowForecast += forecast
            windowActual += actual
        }
        windowMean += windowForecast
        windowSquare += windowForecast * windowForecast
        windowError += (windowActual - windowForecast) * (windowActual - windowForecast)
    }

    /// The spread with which both sums of squares come out as they were:
    ///
    ///     Σ error² = dispersion · Σ mean + relativeError² · Σ mean², over periods and over windows,
    ///
    /// neither part below zero.
    var spread: DemandSpread {
        guard mean > 0 else { return DemandSpread(dispersion: 1, relativeError: 0) }
        let determinant = mean * windowSquare - windowMean * square
        var relative = determinant > 0 ? max(0, (mean * windowError - windowMean * error) / determinant) : 0
        // Single periods must come out exactly; a window can then at most be too narrow.
        relative = square > 0 ? min(relative, error / square) : 0
        return DemandSpread(
            dispersion: max(0, error - relative * square) / mean, relativeError: relative.squareRoot())
    }
}
