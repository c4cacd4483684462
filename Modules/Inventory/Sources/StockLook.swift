import FlywheelKit
import Statistics

/// Looks at whether a listing's stock lasts until an order placed at the next review arrives.
struct StockLook {
    /// The highest probability of running out while a unit is left: 1 stands for an empty shelf.
    private static let mostLikely = 0.999

    private let knobs: InventoryKnobs
    private let today: Day
    private let leadTimes: LeadTimes
    private let orders: OrderBook
    private let terms: OrderTerms

    init(_ chunk: Chunk, knobs: InventoryKnobs, model: DeliveryModel) {
        self.knobs = knobs
        today = chunk.today
        leadTimes = LeadTimes(chunk, model: model, knobs: knobs)
        orders = OrderBook(chunk)
        terms = OrderTerms(chunk, knobs: knobs)
    }

    /// Evidence of what is or may soon be out of stock, and what it is enough for.
    typealias Weighed = (evidence: InventoryEvidence, weight: FindingWeight)

    /// What is published of a listing, and the evidence where it is or may soon be out of stock.
    ///
    /// - Parameters:
    ///   - demand: what is asked of the stock by all who sell from it.
    ///   - shared: who that is beside the listing.
    func look(
        at row: Int, _ stock: StockPosition, _ demand: DemandEstimate, _ shared: SharedStock? = nil
    ) -> (cover: StockCover, short: Weighed?) {
        let (leadTime, lateness) = leadTimes.leadTime(of: row)
        let cover = Cover(leadTime, knobs: knobs)
        let days = stock.coverDays(demand)
        guard demand.mean(within: cover.days) > 0 else {
            return (StockCover(units: max(0, stock.fulfillable), days: days, emptyProbability: 0), nil)
        }
        // Most listings are served so surely that nothing else about them needs to be worked out. A gamma distribution gets so far
        // less than half as often as the bound allows, so that they do not keep a row either.
        if demand.isServed(by: stock.fulfillable, over: cover, but: knobs.leastProbability) {
            let rough = 1 - demand.over(cover).roughCDF(Double(stock.fulfillable) - 0.5)
            return (StockCover(units: stock.fulfillable, days: days, emptyProbability: rough), nil)
        }
        let inbound = Inbound(
            stock, lines: orders.lines(of: row), today: today, leadTime, lateness, knobs: knobs)
        let outlook = StockOutlook(fulfillable: stock.fulfillable, arrivals: inbound.arrivals, demand)
        let isEmpty = stock.fulfillable <= 0
        let risk = isEmpty ? 1 : min(Self.mostLikely, outlook.emptyProbability(within: cover))
        let published = StockCover(units: max(0, stock.fulfillable), days: days, emptyProbability: risk)
        guard let weight = FindingWeight(risk, least: knobs.leastProbability) else { return (published, nil) }

        let lost = lost(outlook, demand, leadTime, inbound)
        let level = max(0, demand.level(over: cover, knobs: knobs) - lost)
        let counted = inbound.arrivals.filter(cover.counts)
        let position = counted.reduce(max(0, stock.fulfillable)) { $0 + $1.units }
        // What keeps a row keeps what it asks for: an order would come and go with a few sales otherwise.
        let least = (weight == .opens ? 1 : FindingWeight.keepingShare) * knobs.leastProbability
        let isCovered = demand.over(cover).cdf(Double(position + lost) - 0.5) > 1 - least
        let order = isCovered ? nil : order(of: row, demand, inbound, level: level, position: position)
        let isShippingEnough = order == nil && !isCovered && inbound.announced > 0
        let helped =
            counted.count == inbound.arrivals.count
            ? outlook : StockOutlook(fulfillable: stock.fulfillable, arrivals: counted, demand)
        let shipping = LeadTime(days: knobs.inboundDays, deviation: 0, basis: .assumed)
        let help = order != nil ? leadTime : isShippingEnough ? shipping : nil
        let evidence = InventoryEvidence(
            stock: stock, demand: demand,
            coverDays: demand.coverDays(Double(position)).map { $0.rounded(toParts: 10) },
            shortage: Shortage(
                emptyProbability: risk, inbound: inbound, leadTime: leadTime, orderUpTo: level, order: order,
                daysToAct: isEmpty ? nil : help.flatMap { daysToAct($0, helped) }),
            surplus: nil, shared: shared, seen: today)
        return (published, (evidence, weight))
    }

    /// The units with which the listing's lead time and review are served as well as they are to be.
    func level(at row: Int, _ demand: DemandEstimate) -> Int {
        demand.level(over: Cover(leadTimes.leadTime(of: row).leadTime, knobs: knobs), knobs: knobs)
    }

    /// Days in which help that takes so long must be on its way, lest it find an empty shelf as likely as opens a row: judged
    /// by what opens it, a row does not begin with a last day that is long past. `nil` where no day of the coming year is so
    /// likely to be empty.
    private func daysToAct(_ help: LeadTime, _ outlook: StockOutlook) -> Int? {
        outlook.firstDay(emptyWith: knobs.leastProbability, deviation: help.deviation)
            .map { $0 - Int(help.days.rounded(.up)) }
    }

    /// Units of demand that are expected to find nothing before any help that is started now arrives: nobody comes back for them,
    /// so nothing is ordered for them.
    private func lost(
        _ outlook: StockOutlook, _ demand: DemandEstimate, _ leadTime: LeadTime, _ inbound: Inbound
    ) -> Int {
        let days = inbound.announced > 0 ? min(leadTime.days, knobs.inboundDays) : leadTime.days
        let first = 0..<Int(days.rounded(.up))
        guard !first.isEmpty else { return 0 }
        return Int(min(1e9, demand.units(of: outlook.shortShares(days: first.count), on: first)))
    }

    /// What brings the position to the level. Units announced are not ordered again while they are being packed.
    private func order(
        of row: Int, _ demand: DemandEstimate, _ inbound: Inbound, level: Int, position: Int
    ) -> OrderQuantity? {
        let needed = level - position - inbound.announced
        guard needed > 0 else { return nil }
        let shelf = min(1e9, demand.mean(within: knobs.excessCoverDays))
        return terms.order(of: row, needed: needed, room: max(needed, Int(shelf) - position - inbound.announced))
    }
}

extension DemandEstimate {
    /// The units with which lead time and review are served as well as the knobs ask: by cycle service the quantile of demand
    /// over both, by fill rate the level from which no more than the rest of a review's demand is short.
    ///
    /// What stands above the mean is the safety stock.
    func level(over cover: Cover, knobs: InventoryKnobs) -> Int {
        let demand = over(cover)
        let target: ServiceTarget =
            switch knobs.serviceMeasure {
            case .cycleService: .cycleService(knobs.serviceLevel)
            case .fillRate: .fillRate(knobs.serviceLevel, unitsPerCycle: mean(within: cover.reviewDays))
            }
        return Int(min(1e9, target.level(for: demand)).rounded(.up))
    }

    /// Days that so many units last as demand is expected; `nil` where they never end.
    func coverDays(_ units: Double) -> Double? {
        guard let weekly else { return units / rate }
        var left = units
        for (week, daily) in weekly.dropLast().enumerated() {
            if left <= daily * 7 { return Double(week) * 7 + (daily > 0 ? left / daily : 0) }
            left -= daily * 7
        }
        guard let last = weekly.last, last > 0 else { return nil }
        return Double(weekly.count - 1) * 7 + left / last
    }
}

extension StockPosition {
    /// Days that the units at hand last, to a tenth; `nil` where they never end.
    func coverDays(_ demand: DemandEstimate) -> Double? {
        demand.coverDays(Double(max(0, fulfillable))).map { $0.rounded(toParts: 10) }
    }
}

extension StockCover {
    /// - Parameter days: `nil` where the units never end.
    init(units: Int, days: Double?, emptyProbability: Double) {
        self.init(
            units: Int32(min(units, .plausibleUnits)), days: days.map(Float.init) ?? .infinity,
            emptyProbability: Float(emptyProbability))
    }
}
