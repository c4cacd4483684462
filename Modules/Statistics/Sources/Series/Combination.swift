/// The mean or the median of what several methods say.
///
/// Simple combinations err less than most of their members, and choosing among members costs more than it gains
/// (S. Makridakis and M. Hibon, The M3-Competition, 2000; F. Petropoulos and I. Svetunkov, A simple combination of
/// univariate models, 2020).
public struct Combination: SeriesMethod {
    /// How the members' values become one.
    public enum Rule: Sendable { case mean, median }

    /// Its name in tables.
    public let name: String
    /// The methods that are combined.
    public let members: [any SeriesMethod]
    /// How their values become one.
    public let rule: Rule

    /// Combines members; those that have nothing to say of a series are left out of it.
    public init(_ name: String, of members: [any SeriesMethod], by rule: Rule = .mean) {
        self.name = name
        self.members = members
        self.rule = rule
    }

    /// The mean of weighted ETS and the dynamic optimised Theta method, for a season of so many periods; 1 for none.
    ///
    /// The two see different things, a season and a trend that states follow and a line that fades, and their mean errs
    /// less than either.
    public static func etsAndTheta(season: Int = 1) -> Combination {
        Combination(
            "ets + theta",
            of: [ETS(season: season, rule: .weighted), Theta.seasonal(.dynamicOptimised, season: season)])
    }

    /// The standard deviation is the mean of the members': they err together, so it does not shrink with their number.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        let forecasts = members.compactMap { $0.forecast(values, horizon: horizon) }
        guard !forecasts.isEmpty else { return nil }
        let errors = forecasts.map(\.errors.count).min() ?? 0
        // A value less the median of what was expected is the median of its errors.
        return SeriesForecast(
            mean: (0..<horizon).map { step in middle(forecasts.map { $0.mean[step] }) },
            errors: (0..<errors).map { period in
                middle(forecasts.map { $0.errors[$0.errors.count - errors + period] })
            },
            deviation: forecasts.contains { $0.deviation.isEmpty }
                ? []
                : (0..<horizon).map { step in
                    forecasts.reduce(0) { $0 + $1.deviation[step] } / Double(forecasts.count)
                },
            method: name)
    }

    private func middle(_ values: [Double]) -> Double {
        switch rule {
        case .mean: values.reduce(0, +) / Double(values.count)
        case .median: Robust.median(of: values) ?? .nan
        }
    }
}
