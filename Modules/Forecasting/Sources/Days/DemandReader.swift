import FlywheelKit
import Statistics

/// Reads what the products of a chunk sold, and how much of each day counts: behind one reference, since it is handed on
/// for each product.
final class DemandReader: Sendable {
    let sold: History
    private let chunk: Chunk
    private let open: OpenDays
    private let model: ForecastingModel
    private let categories: Values<String>
    private let traffic: History
    private let hasTraffic: Bool
    /// How many ordinary days each past day counts for; `nil` where all are ordinary.
    let eventFactors: [Double]?
    /// The same for each coming week, on average over its days, from today on.
    let comingFactors: SIMD16<Double>
    /// What all products of the account do together in each coming week; `nil` where nothing is known.
    let commonCourse: SIMD16<Double>?
    /// How far levels of the account's products are usually off, as a part of them; `nil` where nothing is known.
    let usualError: Double?

    init(_ chunk: Chunk, availability: [ListingAvailability?]?, model: ForecastingModel) {
        self.chunk = chunk
        self.model = model
        sold = chunk[Sales.units]
        open = OpenDays(chunk, availability: availability)
        categories = chunk[Catalog.category]
        traffic = chunk[Traffic.pageViews]
        hasTraffic = !traffic.isWhollyUnknown
        commonCourse = model.commonCourse(of: chunk.account, on: chunk.marketplace)
        usualError = model.usualError(of: chunk.account, on: chunk.marketplace)
        let calendar = EventCalendar(chunk)
        let index = { (name: String) in model.eventIndex(of: name) }
        eventFactors = calendar.factors(on: sold.days, index: index)
        let coming = chunk.today..<chunk.today.advanced(by: 7 * DemandForecast.weeks)
        comingFactors =
            calendar.factors(on: coming, index: index).map { factors in
                SIMD16((0..<DemandForecast.weeks).map { factors[(7 * $0)..<(7 * $0 + 7)].reduce(0, +) / 7 })
            } ?? SIMD16(repeating: 1)
    }

    /// The day of the look.
    var today: Day { chunk.today }

    /// The days of a product.
    func read(_ rows: [Int], into history: inout DemandHistory) {
        history.take(rows.map { (sold: sold.row($0), open: openShares(of: $0)) }, days: sold.days)
        if let eventFactors { history.index(by: eventFactors) }
    }

    /// How often a listing's page was shown; `nil` where nobody counted it of late.
    func views(of row: Int, freshDays: Int) -> ListingViews? {
        guard hasTraffic else { return nil }
        return ListingViews(
            traffic.row(row), days: traffic.days, open: openShares(of: row), factors: eventFactors, freshDays: freshDays
        )
    }

    /// The share of each day on which a listing could be bought; `nil` where it could on all of them.
    func openShares(of row: Int) -> [Double]? { open.shares(of: row, sold: sold.row(row)) }

    /// Why each of its days counts for less than a whole one; `nil` for those that do not.
    func causes(of row: Int) -> [LeftOutDays.Cause?] { open.causes(of: row, sold: sold.row(row)) }

    /// What all that a person stated was worth, as the catalogue taught.
    func record(of owner: String) -> StatedRecord? { model.people?[owner] }

    /// What similar products sell: those of the category of a product's first SKU that has one.
    func prior(of rows: [Int]) -> GammaPrior? {
        let category = rows.lazy.compactMap { [categories] in categories[$0] }.first
        return model.prior(marketplace: chunk.marketplace, category: category)
    }
}
