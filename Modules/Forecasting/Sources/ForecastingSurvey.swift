public import FlywheelKit
import Statistics

/// What part of the catalogue teaches. Whole numbers, so that parts add up alike in any order.
public struct ForecastingSurvey: Mergeable, Sendable {
    struct Group: Hashable {
        let marketplace: String
        let category: String
    }

    /// What an account sells on a marketplace.
    struct Trade: Hashable {
        let account: String
        let marketplace: String
    }

    /// Thousandths of units sold on an event's days, and of those that ordinary days would have sold.
    struct EventSales: Hashable {
        var sold = 0
        var ordinary = 0
    }

    var members: [Group: RateMembers] = [:]
    var events: [String: EventSales] = [:]
    var people: [String: StatedRecord] = [:]
    /// By the day after the last on which sales of a product are known.
    var common: [Trade: [Day: CommonRecord]] = [:]

    /// Nothing seen.
    public init() {}

    /// Adds what another part teaches.
    public mutating func merge(_ other: ForecastingSurvey) {
        for (group, sums) in other.members { members[group, default: RateMembers()].merge(sums) }
        events.merge(other.events) { EventSales(sold: $0.sold + $1.sold, ordinary: $0.ordinary + $1.ordinary) }
        for (trade, records) in other.common { merge(records, of: trade) }
        for (owner, record) in other.people { people[owner, default: StatedRecord()].merge(record) }
    }

    /// Adds what products of a trade did together.
    mutating func merge(_ records: [Day: CommonRecord], of trade: Trade) {
        for (end, record) in records {
            common[trade, default: [:]][end, default: CommonDemand.newRecord()].merge(record)
        }
    }
}

extension ForecastingStage: Surveying {
    /// What the forecasts went by that others are compared with.
    public static var surveyWindows: [SeriesWindow] {
        [
            DemandReader.window, Stock.levels.last(days: 91), Traffic.featuredShare.last(days: 91),
            Offers.ownPrices.last(days: 91),
        ]
    }

    /// A year and a little more, so that the events of last year are in it: the days that tell of all else.
    private static let surveyedDays = 371

    /// A quarter of a million listings: priors and indices are not better known from more.
    public static let surveyedChunks = 32

    /// Days on either side of an event that say what ordinary days sell.
    private static let daysAround = 28
    /// Units that they must have sold: of less, the event's days say nothing.
    private static let leastUnitsAround = 5.0
    /// Units of an ordinary event that every event is believed to have been, before its own are counted.
    private static let unitsOfBelief = 20.0

    /// Adds the rates of a chunk's products by category, what its events sold, what its products did together, and how far
    /// off stated forecasts were.
    public static func survey(_ chunk: Chunk, into survey: inout ForecastingSurvey) {
        let reader = DemandReader(chunk, availability: nil, model: ForecastingModel(), days: surveyedDays)
        let overrides = OverrideReader(chunk)
        let categories = chunk[Catalog.category]
        let events = EventCalendar(chunk).events
        // A survey knows no knobs; they move a forecast only where they find another shift.
        let watch = DemandWatch(ForecastingKnobs())
        var history = DemandHistory()
        // Most rows of a chunk are of few categories: their sums are looked up once a category.
        var all = RateMembers()
        var common: [Day: CommonRecord] = [:]
        for (place, rows) in chunk.rowsByProduct.enumerated() {
            reader.read(rows, into: &history)
            history.beginWithSales()
            if place < CommonDemand.mostProducts {
                let first = history.days.lowerBound
                CommonDemand.add(history, to: &common) { day in
                    !events.contains { $0.days.contains(first.advanced(by: day)) }
                }
            }
            for event in events { add(event, in: history, among: events, to: &survey) }
            for (sku, row) in rows.enumerated() {
                for override in overrides.all(of: row) {
                    guard let errors = reader.errors(of: override, at: sku, among: rows, watch: watch) else { continue }
                    survey.people[override.owner, default: StatedRecord()].add(errors)
                }
            }
            guard let rate = DemandLevel.plain(history) else { continue }
            all.add(rate: rate.units, exposure: rate.days)
            guard let category = rows.lazy.compactMap({ categories[$0] }).first, !category.isEmpty else { continue }
            let group = ForecastingSurvey.Group(marketplace: chunk.marketplace, category: category)
            survey.members[group, default: RateMembers()].add(rate: rate.units, exposure: rate.days)
        }
        let group = ForecastingSurvey.Group(marketplace: chunk.marketplace, category: "")
        survey.members[group, default: RateMembers()].merge(all)
        survey.merge(common, of: .init(account: chunk.account, marketplace: chunk.marketplace))
    }

    /// A prior for each category that has enough products, an index for each event that was seen, and the course of each
    /// trade that is a year old.
    public static func fit(_ survey: ForecastingSurvey, after model: ForecastingModel) -> ForecastingModel {
        ForecastingModel(
            peers: survey.members.compactMap { group, members in
                GammaPrior.fitted(to: members).map { prior in
                    ForecastingModel.Peers(
                        marketplace: group.marketplace, category: group.category, units: prior.shape, days: prior.rate)
                }
            },
            events: survey.events.map { name, sales in
                let belief = 1_000 * unitsOfBelief
                let factor = (Double(sales.sold) + belief) / (Double(sales.ordinary) + belief)
                return ForecastingModel.EventIndex(name: name, factor: min(20, max(0.1, factor)))
            }, people: survey.people,
            common: survey.common.compactMap { trade, records in
                CommonDemand.taught(by: records, account: trade.account, marketplace: trade.marketplace)
            })
    }

    private static func add(
        _ event: EventCalendar.Event, in history: DemandHistory, among events: [EventCalendar.Event],
        to survey: inout ForecastingSurvey
    ) {
        let first = history.days.lowerBound.distance(to: event.days.lowerBound)
        let last = history.days.lowerBound.distance(to: event.days.upperBound)
        guard first < history.count, last >= 0 else { return }
        var (sold, counted, around, aroundDays) = (0.0, 0.0, 0.0, 0.0)
        for day in max(0, first - daysAround)..<min(history.count, last + 1 + daysAround) where history.isUsed(day) {
            if (first...last).contains(day) {
                sold += history.units[day]
                counted += history.exposure[day]
            } else {
                let date = history.days.lowerBound.advanced(by: day)
                if events.contains(where: { $0.days.contains(date) }) { continue }
                around += history.units[day]
                aroundDays += history.exposure[day]
            }
        }
        guard around >= leastUnitsAround, counted > 0 else { return }
        survey.events[event.name, default: .init()].sold += Int((1_000 * max(0, sold)).rounded())
        survey.events[event.name, default: .init()].ordinary += Int((1_000 * around / aroundDays * counted).rounded())
    }
}
