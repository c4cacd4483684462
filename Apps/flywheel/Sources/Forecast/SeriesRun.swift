import SeriesFiles

/// Forecasts a file of anybody's series.
struct SeriesRun {
    /// Where `series,period,value` is read, and where forecasts are written.
    let files: FilePass
    let forecaster: SeriesForecaster

    func answer(in surroundings: Surroundings, progress: Progress) throws -> SeriesAnswer {
        let (summary, file) = try files.run(
            in: surroundings, word: "series",
            help: "rows are series,period,value in the order of time: flywheel forecast --help"
        ) { read, write in
            try forecaster.run(
                read: read, write: write,
                tell: { progress.say("forecasting: \(Numbers.count($0, "series", "series"))") })
        }
        return SeriesAnswer(summary: summary, file: file)
    }
}
