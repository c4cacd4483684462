import ArgumentParser
import FlywheelHost
import FlywheelKit

/// `flywheel forecast`.
struct ForecastCommand: AnsweringCommand {
    static let examples = [
        "flywheel forecast HB-204-BLK --marketplace US --svg forecast.svg",
        "flywheel forecast --series sales.csv --horizon 8 --frequency weekly",
        "cat hours.csv | flywheel forecast --series - --horizon 24 --frequency 24",
    ]
    static let configuration = CommandConfiguration.answering(
        "forecast", "Shows what a listing is expected to sell and why, or forecasts anybody's series.",
        examples: examples, exits: [.done, .failed, .refused, .unknown, .usage],
        discussion: """
            --series reads CSV of series,period,value, gzipped or not, in the order of
            time, all rows of a series together. A period is a date such as 2026-11-20
            or 20261120, a month such as 2026-11, or a whole number; an empty value is
            unknown, and so is a period that is left out. Written is
            CSV of series,step,mean,p10,p50,p90,method, each series by what forecast it
            best in the past. Values are taken for demand: nothing below zero is
            forecast.
            """, seeAlso: ["flywheel explain forecast", "flywheel schema forecast", "flywheel reorder"])

    @Argument(help: ArgumentHelp("The listing.", valueName: "sku"))
    var sku: String?

    @OptionGroup var place: ListingOptions

    @Option(help: "Weeks to look ahead, 1 to 16.")
    var weeks: Int?

    @Option(help: ArgumentHelp("Draws the past and the fan into this file.", valueName: "file"))
    var svg: String?

    @OptionGroup(title: "Any series")
    var series: SeriesOptions

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard sku != nil || series.areGiven else {
            throw ValidationError("nothing to forecast: expected a SKU or --series")
        }
        guard sku == nil else { return try validateListing() }
        guard place.account == nil, place.marketplace == nil, weeks == nil, svg == nil else {
            throw ValidationError("--account, --marketplace, --weeks and --svg go with a SKU, and not with --series")
        }
        _ = try series.run()
        guard series.output != "-" || global.format == nil || global.format == .csv else {
            throw ValidationError("--format asks for another form, and forecasts of series are written as csv")
        }
    }

    private func validateListing() throws {
        guard !series.areGiven else {
            throw ValidationError("a SKU excludes --series, --horizon, --frequency and --output")
        }
        if let weeks, !(1...DemandForecast.weeks).contains(weeks) {
            throw ValidationError("--weeks is \(weeks), expected 1 to \(DemandForecast.weeks)")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        guard let sku else {
            return try series.run().answer(in: surroundings, progress: global.progress(in: surroundings))
        }
        let session = try Session(global, surroundings)
        let listing = try session.host.listing(sku, account: place.account, marketplace: place.marketplace)
        return try session.forecast(of: listing, weeks: weeks ?? DemandForecast.weeks, drawing: svg)
    }

    /// Forecasts of series on standard output are all that stands there; of a file that was written words say so.
    func format(for channel: Surroundings.Channel) -> OutputFormat {
        if sku != nil { return global.format(for: channel) }
        return series.output == "-" ? .table : global.format ?? .table
    }
}
