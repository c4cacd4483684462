import BenchmarkScores
import Statistics

/// Forecasts the last periods of public series of demand, each from what came before, and prints how far off it was.
///
/// Tab-separated: set, method, RMSSE, MASE, bias, pinball loss at 0.5, 0.9 and 0.95, coverage of P10 to P90, microseconds
/// a forecast. `--earlier N` leaves out the last N test parts, to see how steady the figures are; `--series` prints the
/// series themselves, for others to forecast; `--calibration` where actual values fell in the distributions forecast.
@main enum DemandAccuracy {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let folder = arguments.first else {
            return print("usage: demand-accuracy FOLDER [--series | --calibration] [--earlier N]")
        }
        let sets = try DemandSet.all(in: folder)
        if arguments.contains("--series") { return sets.forEach(printSeries) }
        let earlier = arguments.firstIndex(of: "--earlier").flatMap { Int(arguments[$0 + 1]) } ?? 0
        if arguments.contains("--calibration") { return printCalibration(of: sets, earlier: earlier) }
        print("set\tmethod\trmsse\tmase\tbias\tpinball50\tpinball90\tpinball95\tcoverage\tmicroseconds")
        for set in sets where set.length > (earlier + 1) * set.testLength + 2 {
            for contestant in Contestant.all { print(row(set, contestant, earlier: earlier)) }
        }
    }

    private static func printSeries(of set: DemandSet) {
        for series in set.series {
            let values = series.map { "\($0)" }.joined(separator: ",")
            print(set.name, set.seasonLength, set.horizon, set.origins, values, separator: "\t")
        }
    }

    private static func row(_ set: DemandSet, _ contestant: Contestant, earlier: Int) -> String {
        var scores = Scores()
        let clock = ContinuousClock()
        var spent = Duration.zero
        let begin = clock.now
        let together = contestant.seesAll ? set.together(earlier: earlier) : []
        spent += clock.now - begin
        for series in set.series {
            let values = Array(series.dropLast(earlier * set.testLength))
            let training = values.count - set.testLength
            let scale = ErrorScale(training: values[..<training])
            var forecasts: [Forecast] = []
            let start = clock.now
            for origin in 0..<set.origins {
                guard
                    let forecast = contestant.forecast(
                        Array(values[..<(training + origin)]), set.seasonLength, set.horizon,
                        together.isEmpty ? .init() : together[origin])
                else { continue }
                forecasts.append(forecast)
            }
            spent += clock.now - start
            // From one origin all its periods; from several, the one period that each forecasts.
            let joined = Forecast(
                mean: forecasts.flatMap(\.mean),
                quantiles: Forecast.levels.indices.map { level in forecasts.flatMap { $0.quantiles[level] } })
            scores.add(joined, actual: Array(values[training...]), scale: scale)
        }
        let forecasts = Double(set.series.count * set.origins)
        let microseconds = (spent / .microseconds(1)) / forecasts
        let figures = [
            scores.rootMeanSquaredScaledError, scores.meanAbsoluteScaledError, scores.bias, scores.loss(1),
            scores.loss(2), scores.loss(3), scores.coverage,
        ]
        let columns = figures.map { rounded($0, places: 4) } + [rounded(microseconds, places: 1)]
        return ([set.name, contestant.name] + columns).joined(separator: "\t")
    }

    static func rounded(_ value: Double, places: Int) -> String {
        let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
        return "\((value * unit).rounded() / unit)"
    }
}
