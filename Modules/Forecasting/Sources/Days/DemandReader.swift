import FlywheelKit
import Statistics

/// Reads what the products of a chunk sold, and how much of each day counts: behind one reference, since it is handed on
/// for each product.
final class DemandReader: Sendable {
    private let chunk: Chunk
    private let model: ForecastingModel
    /// All that was read, and what of it today's look goes by.
    let all: History
    private let sold: History
    private let open: OpenDays
    private let categories: Values<String>
    private let traffic: History
    private let hasTraffic: Bool
    private let calendar: EventCalendar
    /// How many ordinary days each past day counts for; `nil` where all are ordinary.
    private let eventFactors: [Double]?
    /// The weeks from today on.
    let ahead: ComingWeeks
    /// How far levels of the account's products are usually off, as a part of them; `nil` where nothing is known.
    let usualError: Double?

    /// Days that a forecast goes by: two whole years.
    static let days = 728
    /// Those of each forecast that was published since the longest that is stated today may have begun.
    static let window = Sales.units.last(days: days + 7 * DemandForecast.weeks)

    /// - Parameter days: how many of the newest days a look goes by.
    init(_ chunk: Chunk, availability: [ListingAvailability?]?, model: ForecastingModel, days: Int = days) {
        self.chunk = chunk
        self.model = model
        all = chunk[Self.window.series]
        sold = all.last(days)
        open = OpenDays(chunk, availability: availability)
        categories = chunk[Catalog.category]
        traffic = chunk[Traffic.pageViews]
        hasTraffic = !traffic.isWhollyUnknown
        usualError = model.usualError(of: chunk.account, on: chunk.marketplace)
        calendar = EventCalendar(chunk)
        let index = { (name: String) in model.eventIndex(of: name) }
        eventFactors = calendar.factors(on: sold.days, index: index)
        ahead = ComingWeeks(
            from: chunk.today, calendar, index: index,
            common: model.commonCourse(of: chunk.account, on: chunk.marketplace))
    }

    /// The days of a product.
    func read(_ rows: [Int], into history: inout DemandHistory) {
        history.take(rows.map { (sold: sold.row($0), open: openShares(of: $0)) }, days: sold.days)
        if let eventFactors { history.index(by: eventFactors) }
    }

    /// What a product is expected to sell from today on, by its days.
    func outlook(of rows: [Int], in history: inout DemandHistory, watch: DemandWatch) -> ProductOutlook? {
        ProductOutlook(&history, ahead: ahead, prior: prior(of: rows), usualError: usualError, watch: watch)
    }

    /// What would have been published on a past day for one SKU of a product, from what was known before it: units a day in each
    /// week from then on. Zeros where nothing sold until then as far as anyone knew; `nil` where nobody knew anything, and where
    /// the past that it went by was not read as far back.
    ///
    /// What all products did together on that day nobody knows any more.
    func forecast(before day: Day, of sku: Int, among rows: [Int], watch: DemandWatch) -> SIMD16<Float>? {
        let asked = day.advanced(by: -Self.days)
        let past = max(asked, all.days.lowerBound)..<day
        let places = all.days.lowerBound.distance(to: past.lowerBound)..<all.days.lowerBound.distance(to: day)
        var history = DemandHistory()
        history.take(
            rows.map { (sold: all.row($0)[places], open: pastShares(of: $0).map { Array($0[places]) }) }, days: past)
        let isCutOff = asked < past.lowerBound && all.days.count >= Self.window.days
        guard history.count > 0, !isCutOff || history.units[0].isNaN else { return nil }
        let index = { [model] (name: String) in model.eventIndex(of: name) }
        if let factors = calendar.factors(on: past, index: index) { history.index(by: factors) }
        let ahead = ComingWeeks(from: day, calendar, index: index, common: nil)
        let outlook = ProductOutlook(
            &history, ahead: ahead, prior: prior(of: rows), usualError: usualError, watch: watch)
        return outlook?.forecast(of: sku, by: DemandShares(of: history)).dailyByWeek ?? SIMD16()
    }

    /// How often a listing's page was shown; `nil` where nobody counted it of late.
    func views(of row: Int, freshDays: Int) -> ListingViews? {
        guard hasTraffic else { return nil }
        return ListingViews(
            traffic.row(row), days: traffic.days, open: openShares(of: row), factors: eventFactors, freshDays: freshDays
        )
    }

    /// The share of each day on which a listing could be bought; `nil` where it could on all of them.
    private func openShares(of row: Int) -> [Double]? { open.shares(of: row, sold: sold.row(row), on: sold.days) }

    /// The same of all that was read.
    func pastShares(of row: Int) -> [Double]? { open.shares(of: row, sold: all.row(row), on: all.days) }

    /// Why each of its days counts for less than a whole one; `nil` for those that do not.
    func causes(of row: Int) -> [LeftOutDays.Cause?] { open.causes(of: row, sold: sold.row(row), on: sold.days) }

    /// What all that a person stated was worth, as the catalogue taught.
    func record(of owner: String) -> StatedRecord? { model.people?[owner] }

    /// What similar products sell: those of the category of a product's first SKU that has one.
    private func prior(of rows: [Int]) -> GammaPrior? {
        let category = rows.lazy.compactMap { [categories] in categories[$0] }.first
        return model.prior(marketplace: chunk.marketplace, category: category)
    }
}
