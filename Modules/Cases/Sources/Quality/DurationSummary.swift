import Statistics

/// How long something took of many cases, those that have not come to it yet included, in hours.
public struct DurationSummary: Hashable, Sendable {
    /// Cases that came to it.
    public let ended: Int
    /// Cases that have not yet: they count for as long as they were seen.
    public let going: Int
    /// Cases of which it cannot be told.
    public let unknown: Int
    /// Hours by which half of all came to it, with the bounds of 95 %; from ``DurationCurve``.
    public let median: Quantile?
    /// Hours by which nine in ten did.
    public let ninetieth: Quantile?
    /// The same of those alone that came to it: short of the truth while others go on.
    public let ofEnded: Plain?

    /// A time by which a share has ended.
    public struct Quantile: Hashable, Sendable {
        /// The estimate, in hours; `nil` where less than the share is known to have ended.
        public let value: Double?
        /// Its lower bound, in hours.
        public let low: Double?
        /// Its upper bound, in hours; `nil` where the data do not reach it.
        public let high: Double?
    }

    /// Plain figures, in hours; quantiles lie linearly between the values around (n - 1)p.
    public struct Plain: Hashable, Sendable {
        /// The mean.
        public let mean: Double
        /// The middle.
        public let median: Double
        /// What nine in ten do not exceed.
        public let ninetieth: Double
        /// What nineteen in twenty do not exceed.
        public let ninetyFifth: Double
    }

    /// How long it took one case.
    enum Length: Hashable, Sendable {
        /// It came to it after so many seconds.
        case ended(Int64)
        /// It had not by so many.
        case going(Int64)
        /// Nobody can tell.
        case unknown
    }

    init(_ lengths: [Length]) {
        var (ended, going, unknown): ([Double], [Double], Int) = ([], [], 0)
        for length in lengths {
            switch length {
            // A step back of a clock is no negative wait.
            case .ended(let seconds): ended.append(Double(max(0, seconds)) / 3_600)
            case .going(let seconds): going.append(Double(max(0, seconds)) / 3_600)
            case .unknown: unknown += 1
            }
        }
        self.ended = ended.count
        self.going = going.count
        self.unknown = unknown
        let curve = DurationCurve(
            ended.map { DurationCurve.Observation($0, ended: true) }
                + going.map { DurationCurve.Observation($0, ended: false) })
        median = curve.map { Self.quantile(0.5, of: $0) }
        ninetieth = curve.map { Self.quantile(0.9, of: $0) }
        ofEnded = Self.plain(ended.sorted())
    }

    private static func quantile(_ p: Double, of curve: DurationCurve) -> Quantile {
        let bounds = curve.interval(ofQuantile: p)
        return Quantile(value: curve.quantile(p), low: bounds.low, high: bounds.high)
    }

    private static func plain(_ hours: [Double]) -> Plain? {
        guard let median = Robust.quantile(of: hours, 0.5), let ninetieth = Robust.quantile(of: hours, 0.9),
            let ninetyFifth = Robust.quantile(of: hours, 0.95)
        else { return nil }
        return Plain(
            mean: hours.reduce(0, +) / Double(hours.count), median: median, ninetieth: ninetieth,
            ninetyFifth: ninetyFifth)
    }
}
