/// What automatic decisions may come to. Each limit has the noise of its sample on top, so that few rows raise no alarm.
public struct AutomationLimits: Hashable, Sendable, Codable {
    /// The population stability index of certainties and of labels.
    public var drift: Double
    /// The share of audited decisions that have to be right.
    public var accuracy: Double
    /// The expected calibration error.
    public var calibration: Double
    /// The share of automatic decisions that people may change.
    public var overrides: Double
    /// The share of conversations that people may have to take over.
    public var handoffs: Double
    /// Fewer rows than these say nothing.
    public var leastRows: Int
    /// Fewer messages than these are no period to speak of drift: who tries a few does not choose them at random.
    public var leastDriftRows: Int

    /// Limits; the defaults are what is usual, and no measurement.
    public init(
        drift: Double = 0.2, accuracy: Double = 0.9, calibration: Double = 0.05, overrides: Double = 0.05,
        handoffs: Double = 0.2, leastRows: Int = 30, leastDriftRows: Int = 200
    ) {
        self.drift = drift
        self.accuracy = accuracy
        self.calibration = calibration
        self.overrides = overrides
        self.handoffs = handoffs
        self.leastRows = leastRows
        self.leastDriftRows = leastDriftRows
    }
}
