/// Which state-space model of exponential smoothing: how errors, trend and season enter.
///
/// Source: R. Hyndman, A. Koehler, J. Ord and R. Snyder, Forecasting with Exponential Smoothing, 2008. Multiplicative
/// trends are left out, because they run away, and so are additive errors with a multiplicative season, which are
/// unstable: the choice of the R package `forecast`.
public struct ETSForm: Hashable, Sendable, CustomStringConvertible {
    /// Whether the size of errors is constant or grows with the expected value.
    public enum Errors: Sendable { case additive, multiplicative }
    /// Whether the level climbs, and whether the climb fades.
    public enum Trend: Sendable { case none, additive, damped }
    /// Whether something recurs with every season, and whether it grows with the level.
    public enum Season: Sendable { case none, additive, multiplicative }

    /// How errors enter.
    public let errors: Errors
    /// How a trend enters.
    public let trend: Trend
    /// How a season enters.
    public let season: Season

    /// A model.
    ///
    /// - Returns: nil for additive errors with a multiplicative season.
    public init?(_ errors: Errors, _ trend: Trend, _ season: Season) {
        guard errors == .multiplicative || season != .multiplicative else { return nil }
        (self.errors, self.trend, self.season) = (errors, trend, season)
    }

    /// All fifteen, the simplest first.
    public static let all: [Self] = [Season.none, .additive, .multiplicative].flatMap { season in
        [Trend.none, .additive, .damped].flatMap { trend in
            [Errors.additive, .multiplicative].compactMap { Self($0, trend, season) }
        }
    }

    /// "A,Ad,N": errors, trend, season.
    public var description: String {
        let errors = self.errors == .additive ? "A" : "M"
        let trend =
            switch self.trend {
            case .none: "N"
            case .additive: "A"
            case .damped: "Ad"
            }
        let season =
            switch self.season {
            case .none: "N"
            case .additive: "A"
            case .multiplicative: "M"
            }
        return "\(errors),\(trend),\(season)"
    }

    /// Values of zero or less have no relative error and no seasonal factor.
    var needsPositiveValues: Bool { errors == .multiplicative || season == .multiplicative }

    /// What is estimated from a series: smoothing parameters, first states and the variance of the errors.
    func parameters(season periods: Int) -> Int {
        let trend =
            switch self.trend {
            case .none: 0
            case .additive: 2
            case .damped: 3
            }
        return 3 + trend + (season == .none ? 0 : periods)
    }
}
