#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Exponential smoothing by state-space models, weighed by the corrected information criterion of Akaike.
///
/// R. Hyndman, A. Koehler, J. Ord and R. Snyder, Forecasting with Exponential Smoothing, 2008. Models with relative
/// errors or a season that multiplies are tried only where all values are above zero.
public struct ETS: SeriesMethod {
    /// What the criterion is for.
    public enum Rule: Sendable {
        /// The model with the least criterion alone.
        case best
        /// The mean of all models, each with its Akaike weight exp(−Δ/2), Δ its criterion less the least: seldom is one
        /// model right, and a small difference says little (S. Kolassa, Combining exponential smoothing forecasts using
        /// Akaike weights, 2011).
        case weighted
    }

    /// A longer season has more first states than a business series can tell, and is left out.
    public static let longestSeason = 24

    /// Its name in tables.
    public let name: String
    /// The periods of a season; 1 for none.
    public let season: Int
    /// The models to choose from.
    public let forms: [ETSForm]
    /// Whether one of them is taken or all are weighed.
    public let rule: Rule

    /// - Parameters:
    ///   - season: the periods of a season; 1 for none.
    ///   - forms: the models to choose from.
    ///   - rule: whether one of them is taken or all are weighed.
    ///   - name: the method's name in tables; else "ets" or "weighted ets".
    public init(season: Int = 1, forms: [ETSForm] = ETSForm.all, rule: Rule = .best, name: String? = nil) {
        precondition(season >= 1, "found a season of \(season) periods")
        self.season = season
        self.forms = forms
        self.rule = rule
        self.name = name ?? (rule == .best ? "ets" : "weighted ets")
    }

    /// C. Holt's linear trend, 1957.
    public static let holt = ETS(forms: [ETSForm(.additive, .additive, .none)].compactMap(\.self), name: "holt")

    /// E. Gardner and E. McKenzie's damped trend, 1985.
    public static let damped = ETS(forms: [ETSForm(.additive, .damped, .none)].compactMap(\.self), name: "damped")

    /// P. Winters' linear trend and season, 1960: the season multiplies where all values are above zero.
    public static func holtWinters(season: Int) -> ETS {
        let forms = [ETSForm(.additive, .additive, .additive), ETSForm(.multiplicative, .additive, .multiplicative)]
        return ETS(season: season, forms: forms.compactMap(\.self), name: "holt-winters")
    }

    /// Needs five values at the least: two more than a model estimates.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        let fits = fits(to: values)
        guard let best = fits.min(by: { $0.criterion < $1.criterion }) else { return nil }
        guard rule == .weighted else { return best.forecast(values, horizon: horizon) }
        // Models of less than a thousandth of the best one's weight change nothing that could be seen.
        let weighed = fits.map {
            (fit: $0, weight: $0.criterion == best.criterion ? 1 : exp((best.criterion - $0.criterion) / 2))
        }
        .filter { $0.weight > 1e-3 }
        return SeriesForecast(weighed.map { ($0.fit.forecast(values, horizon: horizon), $0.weight) })
    }

    /// Each of the models that the series can have.
    private func fits(to values: [Double]) -> [ETSFit] {
        let isPositive = values.allSatisfy { $0 > 0 }
        return forms.compactMap { form in
            if form.needsPositiveValues && !isPositive { return nil }
            if form.season != .none && (season == 1 || season > Self.longestSeason) { return nil }
            return ETSFit(form, to: values, season: season)
        }
    }
}

extension SeriesForecast {
    /// The mean of forecasts by weight, one or more of the same length. Its spread is that of their mixture: what each
    /// allows for, and how far they lie apart.
    fileprivate init(_ parts: [(forecast: SeriesForecast, weight: Double)]) {
        let total = parts.reduce(0) { $0 + $1.weight }
        func mean(_ value: (SeriesForecast) -> Double) -> Double {
            parts.reduce(0) { $0 + $1.weight * value($1.forecast) } / total
        }
        let first = parts[0].forecast
        let expected = first.mean.indices.map { step in mean { $0.mean[step] } }
        self.init(
            mean: expected, errors: first.errors.indices.map { period in mean { $0.errors[period] } },
            deviation: expected.indices.map { step in
                mean { forecast in
                    let apart = forecast.mean[step] - expected[step]
                    return forecast.deviation[step] * forecast.deviation[step] + apart * apart
                }.squareRoot()
            },
            method: parts.sorted { $0.weight > $1.weight }
                .map { "\($0.forecast.method) \(Int((100 * $0.weight / total).rounded())) %" }.joined(separator: ", "))
    }
}
