/// Whether a forecast is wrong in one direction: the sum of its errors, in mean absolute deviations.
///
/// Source: R. G. Brown, Smoothing, Forecasting and Prediction of Discrete Time Series, 1963; an alarm beyond ±4 is his.
/// The sum wanders even for a forecast without bias, by √n for n errors: after 26 of them half of all such forecasts
/// stand beyond 4. So ask beside it whether chance alone would get there.
@frozen
public struct TrackingSignal: Hashable, Sendable {
    /// Σe, what was less what had been expected.
    public private(set) var sum = 0.0
    /// The mean absolute deviation of the errors, exponentially smoothed once there are enough of them.
    public private(set) var deviation = 0.0
    /// The number of errors.
    public private(set) var count = 0
    private let smoothing: Double

    /// No error yet.
    ///
    /// - Parameter smoothing: the weight of the newest error in the deviation, above 0 and at most 1.
    public init(smoothing: Double = 0.1) {
        precondition(smoothing > 0 && smoothing <= 1, "a smoothing weight lies in 0...1, found \(smoothing)")
        self.smoothing = smoothing
    }

    /// Adds what was less what had been expected; finite.
    public mutating func add(error: Double) {
        precondition(error.isFinite, "errors are finite")
        count += 1
        sum += error
        // The plain mean until the smoothed one has something to smooth, so that the first error does not linger.
        deviation += max(smoothing, 1 / Double(count)) * (abs(error) - deviation)
    }

    /// Σe / MAD, from -∞ to ∞; 0 where there is no error.
    public var value: Double { deviation > 0 ? sum / deviation : 0 }
}
