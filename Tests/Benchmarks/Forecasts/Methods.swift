import Statistics

/// The methods that are measured, for series with a season of so many periods.
func methods(season: Int) -> [any SeriesMethod] {
    let single = Deseasonalised(ExponentialSmoothing(), season: season)
    let holt = Deseasonalised(ETS.holt, season: season)
    let damped = Deseasonalised(ETS.damped, season: season)
    let dynamic = Theta.seasonal(.dynamicOptimised, season: season)
    let (ets, weighted) = (ETS(season: season), ETS(season: season, rule: .weighted))
    return [
        SeasonalNaive(season: season), ExponentialSmoothing(),
        Croston(), Croston(.optimised), Croston(correctsBias: true), TeunterSyntetosBabai(),
        TemporalAggregation.adida, TemporalAggregation.imapa, single, holt, damped, ETS.holtWinters(season: season),
        ets, weighted,
        Theta.seasonal(.standard, season: season), Theta.seasonal(.optimised, season: season),
        Theta.seasonal(.dynamicStandard, season: season), dynamic, Theta.seasonal(season: season),
        Combination("ses, holt, damped", of: [single, holt, damped]),
        Combination.etsAndTheta(season: season),
        Automatic(season: season),
    ]
}

/// The automatic choice for demand, with the combination as the dearer method that it may take.
private struct Automatic: SeriesMethod {
    let name = "automatic"
    let season: Int

    func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        let automatic = AutomaticForecast(
            seasonLength: season, horizon: horizon, methods: [Combination.etsAndTheta(season: season)])
        return automatic.forecast(values).map {
            SeriesForecast(mean: $0.mean, errors: [], method: $0.method)
        }
    }
}
