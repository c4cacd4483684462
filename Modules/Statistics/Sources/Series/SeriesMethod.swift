/// A way to say from the past of a series, one value a period and oldest first, what comes next.
public protocol SeriesMethod: Sendable {
    /// Its name in tables, lower case: "theta", "ets".
    var name: String { get }

    /// The expected values of the coming periods; `nil` where the series is too short for the method.
    ///
    /// - Parameter horizon: periods to look ahead; 1 or more.
    func forecast(_ values: [Double], horizon: Int) -> SeriesForecast?
}

/// What a method says of the periods that follow a series.
public struct SeriesForecast: Hashable, Sendable {
    /// The expected value of each coming period.
    public let mean: [Double]
    /// What the series was less what the method, having seen the values before, expected one period ahead; oldest first,
    /// without the periods it needed to start.
    public let errors: [Double]
    /// The standard deviation of each coming period's value about its mean, by the method's own model; empty where the
    /// method has none.
    public let deviation: [Double]
    /// The method that said so, and what it chose within itself: "ets(A,Ad,N)".
    public let method: String

    /// Expected values, one-step errors, standard deviations and the method's name.
    public init(mean: [Double], errors: [Double], deviation: [Double] = [], method: String) {
        precondition(
            deviation.isEmpty || deviation.count == mean.count,
            "found \(deviation.count) deviations for \(mean.count) periods")
        self.mean = mean
        self.errors = errors
        self.deviation = deviation
        self.method = method
    }
}
