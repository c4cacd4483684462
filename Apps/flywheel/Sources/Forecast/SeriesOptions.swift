import ArgumentParser
import SeriesFiles

/// What is said of a file of anybody's series.
struct SeriesOptions: ParsableArguments {
    private static let mostPeriods = 10_000

    @Option(help: ArgumentHelp("The file of series; - for standard input.", valueName: "file"))
    var series: String?

    @Option(help: ArgumentHelp("Coming periods to forecast.", valueName: "periods"))
    var horizon: Int?

    @Option(
        help: ArgumentHelp(
            "How periods follow: daily, weekly, monthly, quarterly, yearly, or the periods of a season.",
            valueName: "name"),
        completion: .list(Frequency.named.map(\.name)), transform: frequency)
    var frequency: Frequency?

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var output = "-"

    /// Whether anything is said of series.
    var areGiven: Bool { series != nil || horizon != nil || frequency != nil || output != "-" }

    /// The run that is asked for. Throws where something of it was left out.
    func run() throws -> SeriesRun {
        guard let series else { throw ValidationError("--series is missing, expected a file") }
        guard let horizon else {
            throw ValidationError("--horizon is missing, expected a number of periods, such as 8")
        }
        guard (1...Self.mostPeriods).contains(horizon) else {
            throw ValidationError("--horizon is \(horizon), expected 1 to \(Self.mostPeriods)")
        }
        guard let frequency else { throw ValidationError("--frequency is missing, expected \(Self.frequencies)") }
        return SeriesRun(
            files: FilePass(input: series, output: output),
            forecaster: SeriesForecaster(frequency: frequency, horizon: horizon))
    }

    private static let frequencies =
        Frequency.named.map(\.name).joined(separator: ", ")
        + ", or the number of periods after which the season begins again"

    private static func frequency(_ text: String) throws -> Frequency {
        guard let frequency = Frequency(text) else {
            throw ValidationError("--frequency is \"\(text)\", expected \(frequencies)")
        }
        return frequency
    }
}
