/// Gathers what forecasts missed until a spread can be told from it.
struct SpreadRecord {
    /// Windows that what like series missed counts for, beside the series' own.
    private static let windowsOfLikeSeries = 2.0

    /// Over single periods: Σ mean, Σ mean², Σ error².
    private var (mean, square, error) = (0.0, 0.0, 0.0)
    /// Over whole windows: Σ mean, Σ mean², Σ error².
    private var (windowMean, windowSquare, windowError) = (0.0, 0.0, 0.0)
    /// Windows that were seen, those that overlap as many as lie side by side.
    private var windows = 0.0
    /// The relative error of the level of like series.
    private let usualError: Double?

    /// A record that begins with what is believed before any forecast is seen, as if from forecasts of `mean`.
    init(
        dispersion: Double, relativeError: Double, mean: Double, periods: Double, horizon: Int,
        usualError: Double? = nil
    ) {
        let spread = DemandSpread(dispersion: dispersion, relativeError: relativeError)
        let horizon = Double(horizon)
        (self.mean, square, error) = (periods * mean, periods * mean * mean, periods * spread.variance(of: mean))
        let window = horizon * mean
        let windows = periods / horizon
        windowMean = windows * window
        windowSquare = windows * window * window
        windowError = windows * spread.variance(of: window)
        self.usualError = usualError
    }

    /// What each new forecast leaves of the weight of those before it: forecasts get better as more is known, and the
    /// belief from the start must give way.
    private static let memory = 0.9

    /// Adds one forecast of some periods.
    ///
    /// - Parameter share: the part of its window that no other forecast's has, 1 where they lie side by side.
    mutating func add(_ forecast: some Collection<Double>, _ actual: some Collection<Double>, share: Double) {
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
        windows = Self.memory * windows + share
    }

    /// The spread with which both sums of squares come out as they were:
    ///
    ///     Σ error² = dispersion · Σ mean + relativeError² · Σ mean², over periods and over windows,
    ///
    /// neither part below zero. A window or two seldom show how far a level can be off, so that what like series missed
    /// counts as well: of n windows
    ///
    ///     relativeError² = (n · own² + 2 · usual²) / (n + 2)
    var spread: DemandSpread {
        guard mean > 0 else { return DemandSpread(dispersion: 1, relativeError: 0) }
        let determinant = mean * windowSquare - windowMean * square
        var relative = determinant > 0 ? max(0, (mean * windowError - windowMean * error) / determinant) : 0
        // Of a level that may be off by more than itself the upper quantiles would fall again, the surer the less is known.
        relative = min(1, relative)
        if let usualError {
            let weight = Self.windowsOfLikeSeries
            relative = (windows * relative + weight * usualError * usualError) / (windows + weight)
        }
        // Single periods must come out exactly; a window can then at most be too narrow.
        relative = square > 0 ? min(relative, error / square) : 0
        return DemandSpread(
            dispersion: max(0, error - relative * square) / mean, relativeError: relative.squareRoot())
    }
}
