import Statistics

/// How far forecasts of the past weeks, each made from the days before its week, were off in one direction.
public struct ForecastBias: Hashable, Codable, Sendable {
    /// Weeks that were forecast and are known.
    public let weeks: Int
    /// Units that were forecast for them.
    public let forecast: Double
    /// Units that were sold in them.
    public let sold: Double
    /// The sum of the errors in smoothed mean absolute deviations, above zero where more was sold than forecast.
    public let trackingSignal: Double

    /// How much more was sold than forecast, as a part of the forecast; below zero where less was.
    public var bias: Double { sold / forecast - 1 }

    /// The bias as it concerns one SKU with this part of the product's demand.
    func part(_ share: Double) -> ForecastBias {
        ForecastBias(
            weeks: weeks, forecast: (forecast * share).rounded(toParts: 10), sold: (sold * share).rounded(toParts: 10),
            trackingSignal: trackingSignal.rounded(toParts: 10))
    }
}

/// Compares the last thirteen weeks with what would have been forecast for each of them.
struct BiasWatch {
    let knobs: ForecastingKnobs
    /// Standard deviations that chance reaches once in the years that pass between false alarms, one look a week.
    private let leastDeviations: Double

    private static let weeks = 13
    private static let leastWeeks = 6
    /// The newest of them, which must show the bias as well: what a forecast has caught up with is past.
    private static let recentWeeks = 4
    /// Weighted days that a forecast must rest on.
    private static let leastDays = 10.0

    init(_ knobs: ForecastingKnobs) {
        self.knobs = knobs
        leastDeviations = SpecialFunctions.normalQuantile(1 - 1 / (2 * 52 * knobs.falseAlarmYears))
    }

    /// The bias, where it is large, lasting, and no accident; `nil` where there is none.
    ///
    /// Chance is judged by the scatter of what was forecast or of what was sold, whichever is more: one sale where none was
    /// to be expected shows no bias.
    ///
    /// - Parameter dispersion: how many times more the days scatter than independent buyers would make them.
    func bias(in history: DemandHistory, dispersion: Double) -> ForecastBias? {
        var signal = TrackingSignal()
        var (forecast, sold) = (0.0, 0.0)
        var (recentForecast, recentlySold) = (0.0, 0.0)
        var past = RecentRate(halfLifeDays: RunRate.halfLifeDays)
        let first = history.count - 7 * min(Self.weeks, history.count / 7)
        for day in 0..<first { past.addDay(of: history, day) }
        for start in stride(from: first, to: history.count, by: 7) {
            let level = past.exposure >= Self.leastDays ? past.rate : nil
            var (units, exposure) = (0.0, 0.0)
            for day in start..<start + 7 {
                if history.isUsed(day) {
                    units += history.units[day]
                    exposure += history.exposure[day]
                }
                past.addDay(of: history, day)
            }
            guard let level, exposure >= 2 else { continue }
            signal.add(error: units - level * exposure)
            forecast += level * exposure
            sold += units
            if start >= history.count - 7 * Self.recentWeeks {
                recentForecast += level * exposure
                recentlySold += units
            }
        }
        guard signal.count >= Self.leastWeeks, forecast > 0, abs(signal.value) > knobs.trackingLimit,
            abs(sold / forecast - 1) >= knobs.leastBias,
            (recentlySold - recentForecast) * (sold < forecast ? -1 : 1) >= knobs.leastBias * recentForecast,
            abs(signal.sum) >= leastDeviations * (dispersion * max(forecast, sold)).squareRoot()
        else { return nil }
        return ForecastBias(weeks: signal.count, forecast: forecast, sold: sold, trackingSignal: signal.value)
    }
}

extension RecentRate {
    fileprivate mutating func addDay(of history: DemandHistory, _ day: Int) {
        addDay(units: history.isUsed(day) ? history.units[day] : nil, exposure: history.exposure[day])
    }
}
