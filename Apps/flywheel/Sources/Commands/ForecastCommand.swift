import ArgumentParser
import FlywheelHost
import FlywheelKit
import SeriesFiles

/// `flywheel forecast`.
struct ForecastCommand: AnsweringCommand {
    static let examples = [
        "flywheel forecast HB-204-BLK --marketplace US --svg forecast.svg",
        "flywheel forecast --series sales.csv --horizon 8 --frequency weekly --output forecasts.csv",
        "cat hours.csv | flywheel forecast --series - --horizon 24 --frequency 24 > forecasts.csv",
    ]
    static let configuration = CommandConfiguration.answering(
        "forecast", "Shows what a listing is expected to sell and why, or forecasts anybody's series.",
        examples: examples, exits: [.done, .failed, .refused, .unknown, .usage],
        discussion: """
            --series reads CSV of series,period,value, in the order of time, all rows of a series together. A period is
            a date such as 2026-11-20 or a whole number; an empty value is unknown, and so is a period that is left out.
            Written is CSV of series,step,mean,p10,p50,p90,method, each series by what forecast it best in the past.
            Values are taken for demand: nothing below zero is forecast.
            """, seeAlso: ["flywheel explain forecast", "flywheel schema forecast", "flywheel reorder"])

    @Argument(help: ArgumentHelp("The listing.", valueName: "sku"))
    var sku: String?

    @Option(
        help: ArgumentHelp("The account, where several have the SKU.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.accounts(words) })
    var account: String?

    @Option(
        help: ArgumentHelp("The marketplace, where it is sold on several.", valueName: "name"),
        completion: Completions.marketplaces)
    var marketplace: String?

    @Option(help: "Weeks to look ahead, 1 to 16.")
    var weeks: Int?

    @Option(help: ArgumentHelp("Draws the past and the fan into this file.", valueName: "file"))
    var svg: String?

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

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    private static let mostPeriods = 10_000

    func validate() throws {
        guard (sku == nil) != (series == nil) else {
            throw ValidationError(
                sku == nil ? "nothing to forecast: expected a SKU or --series" : "a SKU and --series exclude each other"
            )
        }
        if sku == nil { try validateSeries() } else { try validateListing() }
    }

    private func validateListing() throws {
        if let weeks, !(1...DemandForecast.weeks).contains(weeks) {
            throw ValidationError("--weeks is \(weeks), expected 1 to \(DemandForecast.weeks)")
        }
        guard horizon == nil, frequency == nil, output == "-" else {
            throw ValidationError("--horizon, --frequency and --output go with --series")
        }
    }

    private func validateSeries() throws {
        guard account == nil, marketplace == nil, weeks == nil, svg == nil else {
            throw ValidationError("--account, --marketplace, --weeks and --svg go with a SKU, and not with --series")
        }
        guard let horizon else {
            throw ValidationError("--horizon is missing, expected a number of periods, such as 8")
        }
        guard (1...Self.mostPeriods).contains(horizon) else {
            throw ValidationError("--horizon is \(horizon), expected 1 to \(Self.mostPeriods)")
        }
        guard frequency != nil else { throw ValidationError("--frequency is missing, expected \(Self.frequencies)") }
        guard output != "-" || global.format == nil || global.format == .csv else {
            throw ValidationError("--format asks for another form, and forecasts of series are written as csv")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        if let sku {
            let session = try Session(global, surroundings)
            let listing = try session.host.listing(sku, account: account, marketplace: marketplace)
            return try session.forecast(of: listing, weeks: weeks ?? DemandForecast.weeks, drawing: svg)
        }
        guard let series, let horizon, let frequency else { throw ValidationError("--series is missing") }
        let run = SeriesRun(
            input: series, output: output, forecaster: SeriesForecaster(frequency: frequency, horizon: horizon))
        return try run.answer(in: surroundings, progress: global.progress(in: surroundings))
    }

    /// Forecasts of series on standard output are all that stands there; of a file that was written words say so.
    func format(for channel: Surroundings.Channel) -> OutputFormat {
        if sku != nil { return global.format(for: channel) }
        return output == "-" ? .table : global.format ?? .table
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
