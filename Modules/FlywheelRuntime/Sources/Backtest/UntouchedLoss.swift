public import FlywheelKit
public import FlywheelStore

/// What a problem that nobody acted on was to lose by the terms it opened with, beside what its listing lost.
///
/// What was lost is the baseline of those terms, frozen, less what was really sold, in units, times the price then. Days on
/// which more than the baseline was sold count against it: left out, chance alone would look like a loss. The most a day can
/// lose is its baseline.
public struct UntouchedLoss: Hashable, Sendable, Codable {
    /// Predicted and real loss over the same days, in minor units of the currency of the terms.
    public struct Pair: Hashable, Sendable, Codable {
        /// Days compared.
        public let days: Int
        /// What the terms gave for them.
        public let predicted: Int64
        /// What came.
        public let came: Int64

        /// Two amounts over a number of days.
        public init(days: Int, predicted: Int64, came: Int64) {
            self.days = days
            self.predicted = predicted
            self.came = came
        }
    }

    /// The exception.
    public let exception: ExceptionID
    /// What it was.
    public let fingerprint: Fingerprint
    /// The moment its terms looked from when it opened.
    public let opened: Instant
    /// When it was seen to be over; `nil` where it still stands.
    public let ended: Instant?
    /// While it lasted: the share that the terms took of a day, times the days from the one after it opened to the one before
    /// it was last seen, as far as their sales are known. `nil` where there is none, it was only predicted, or it still stands.
    public let whileLasting: Pair?
    /// Over the horizon: what the row counted for, which holds how long such problems last, beside what was lost until it was
    /// over, or, of a prediction that lapsed, by a problem of its name that began later. `nil` while the horizon is not over,
    /// and where the sales of one of those days are not known.
    public let overHorizon: Pair?
    /// The tenth percentile of the row's loss by its terms, in minor units; `nil` where it cannot be worked out.
    public let low: Int64?
    /// The ninetieth.
    public let high: Int64?
    /// Days of either that were left out because nobody reported their sales.
    public let unknownDays: Int

    /// Whether what came lay within the interval; `nil` where either is missing.
    public var isCovered: Bool? {
        guard let low, let high, let overHorizon else { return nil }
        return low <= overHorizon.came && overHorizon.came <= high
    }

    /// A loss as it was predicted and as it came.
    public init(
        exception: ExceptionID, fingerprint: Fingerprint, opened: Instant, ended: Instant?, whileLasting: Pair?,
        overHorizon: Pair?, low: Int64?, high: Int64?, unknownDays: Int
    ) {
        self.exception = exception
        self.fingerprint = fingerprint
        self.opened = opened
        self.ended = ended
        self.whileLasting = whileLasting
        self.overHorizon = overHorizon
        self.low = low
        self.high = high
        self.unknownDays = unknownDays
    }
}
