public import FlywheelKit

/// Finds listings with nothing left to sell, and those that will run out before an order placed at the next review arrives.
public struct InventoryStage: FlywheelStage {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "inventory", title: "Inventory",
        inputs: [
            Stock.feed.deciding(
                Stock.fulfillable, Stock.inboundReceiving, Stock.inboundShipped, Stock.inboundWorking, Stock.reserved,
                Stock.researching, Stock.unsellable),
            Catalog.feed.deciding(Catalog.quantity, Catalog.channel),
        ],
        windows: [Sales.units.last(days: 90)],
        reads: [ListingAvailability.key],
        kinds: [.stockOut], rootCauses: RootCause.inventory,
        writes: [.detect, .exposure, .resolve])

    /// A share below which running out on a day is not worth saying.
    private static let leastShare = 0.01
    /// The probability of having run out that sets the last day to order.
    private static let orderByProbability = 0.1
    /// The highest probability of running out while a unit is left: 1 stands for an empty shelf.
    private static let mostLikely = 0.999

    let knobs: InventoryKnobs

    /// A stage with these knobs; it has no model.
    public init(knobs: InventoryKnobs, model: NoModel) { self.knobs = knobs }

    /// Reports listings that are or may soon be without stock. Nothing is said of a listing whose stock is unknown, whose
    /// sales are unknown on every day, or that sold nothing: what is open there stays open.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<InventoryEvidence>
    ) {
        let stocks = StockReader(chunk)
        let sales = chunk[Sales.units]
        let availability = signals.column(ListingAvailability.self)
        for row in chunk.rows {
            guard let stock = stocks.position(of: row),
                let demand = DemandEstimate(
                    history: sales.row(row), days: sales.days, availability: availability?[row])
            else {
                findings.cannotTell(at: row)
                continue
            }
            if stock.fulfillable <= 0 {
                findings.report(
                    .stockOut, at: row,
                    evidence(stock, demand, emptyProbability: 1, daysToOrder: nil, seen: chunk.today))
                continue
            }
            let outlook = StockOutlook(stock, demand, knobs: knobs)
            if outlook.isSafe(within: knobs.daysToCover, below: knobs.leastProbability) { continue }
            let risk = outlook.emptyProbability(within: knobs.daysToCover)
            guard risk >= knobs.leastProbability else { continue }
            let daysToOrder = outlook.firstDay(emptyWith: Self.orderByProbability).map { day in
                day - Int(knobs.leadTimeDays.rounded(.up))
            }
            findings.report(
                .stockOut, at: row,
                evidence(
                    stock, demand, emptyProbability: min(risk, Self.mostLikely), daysToOrder: daysToOrder,
                    seen: chunk.today))
        }
    }

    /// Out of stock loses all until something arrives, and after that what may run out again. Running out loses, on each
    /// day, the probability of being empty: the finding's probability times the share given that it happens at all. It
    /// begins on the first day whose share is worth saying, and shares are counted from there; where that is today it may
    /// begin at any moment.
    ///
    /// An order takes the lead time to help; what is lost meanwhile no order avoids. Out of stock, units on their way help
    /// from the day they are expected.
    public func exposure(of evidence: InventoryEvidence) -> Exposure {
        let outlook = StockOutlook(evidence.stock, evidence.demand, knobs: knobs)
        let daily = (0..<knobs.daysToCover).map(outlook.emptyProbability(on:))
        guard evidence.stock.fulfillable > 0 else {
            let firstArrival = outlook.arrivals.first.map { Double($0.day) } ?? .infinity
            return Exposure(claim(daily), fixTakesDays: min(knobs.leadTimeDays, firstArrival))
        }
        let probability = evidence.emptyProbability
        let first = daily.firstIndex { $0 >= Self.leastShare } ?? daily.count - 1
        return Exposure(
            claim(daily[first...].map { min(1, $0 / probability) }), probability: probability,
            begins: first == 0 ? nil : evidence.seen.advanced(by: first).start, deadline: evidence.orderBy?.start,
            fixTakesDays: knobs.leadTimeDays)
    }

    /// Order, ship what is announced, or hurry what is on its way.
    public func resolve(_ evidence: InventoryEvidence) -> Resolution {
        Replenishment(evidence, knobs: knobs).resolution
    }

    /// Shares to the third digit, as short as they can be: the last holds for all days after.
    private func claim(_ daily: [Double]) -> Exposure.Loss {
        let shares = daily.map { $0.rounded(toParts: 1_000) }
        let lastChange = shares.lastIndex { $0 != shares.last } ?? -1
        return .dailyShare(Array(shares.prefix(lastChange + 2)))
    }

    private func evidence(
        _ stock: StockPosition, _ demand: DemandEstimate, emptyProbability: Double, daysToOrder: Int?, seen: Day
    ) -> InventoryEvidence {
        InventoryEvidence(
            stock: stock, demand: demand,
            coverDays: (Double(stock.units) / demand.rate).rounded(toParts: 10),
            emptyProbability: emptyProbability.rounded(toParts: 1_000),
            orderUpTo: demand.level(covering: Double(knobs.daysToCover), at: knobs.serviceLevel),
            daysToOrder: daysToOrder, seen: seen)
    }
}

extension Day {
    /// Its first moment in UTC: where the marketplace's own midnight lies is not known here.
    fileprivate var start: Instant { Instant(seconds: Int64(epochDays) * 86_400) }
}
