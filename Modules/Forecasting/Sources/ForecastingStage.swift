public import FlywheelKit
import Statistics

/// Forecasts what buyers will ask for, from what they asked for on days when they could buy; finds listings whose demand
/// changed, and forecasts that keep being wrong in one direction.
public struct ForecastingStage: FlywheelStage {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "forecasting", title: "Forecasting",
        inputs: [
            Catalog.feed.deciding(
                Catalog.title, Catalog.price, Catalog.status, Catalog.channel, Catalog.quantity, Catalog.category),
            Stock.feed.helping(Stock.fulfillable),
            Availability.feed.helping(Availability.from, Availability.to, Availability.cause),
            Events.feed.helping(Events.name, Events.from, Events.to, Events.scope),
            ForecastOverrides.feed.helping(
                ForecastOverrides.unitsPerDay, ForecastOverrides.from, ForecastOverrides.until,
                ForecastOverrides.stated, ForecastOverrides.owner, ForecastOverrides.reason),
        ],
        windows: [
            DemandReader.window, Stock.levels.last(days: 91), Traffic.featuredShare.last(days: 91),
            Traffic.pageViews.last(days: 91), Offers.ownPrices.last(days: 91),
        ],
        publishes: [DemandForecast.key, DemandSeason.key], reads: [ListingAvailability.key],
        kinds: FindingKind.forecasting, rootCauses: RootCause.forecasting, writes: [.detect, .exposure, .resolve])

    /// Days without any word of sales from which nothing is concluded of them: what feeds of sales may be late.
    private static let freshDays = 4

    let watch: DemandWatch
    let model: ForecastingModel

    /// A stage with these knobs and what the catalogue taught.
    public init(knobs: ForecastingKnobs, model: ForecastingModel) {
        watch = DemandWatch(knobs)
        self.model = model
    }

    /// Publishes a forecast for each listing with known sales that sells, and reports what changed.
    ///
    /// SKUs of one product are forecast together. Where sales stopped coming in the forecast stays as it was, and nothing
    /// is concluded.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<ForecastEvidence>
    ) {
        let reader = DemandReader(chunk, availability: signals.column(ListingAvailability.self), model: model)
        let overrides = OverrideReader(chunk)
        let statuses = chunk[Catalog.status]
        var forecasts = [DemandForecast?](repeating: nil, count: chunk.count)
        var seasons = [DemandSeason?](repeating: nil, count: chunk.count)
        var history = DemandHistory()
        for rows in chunk.rowsByProduct {
            reader.read(rows, into: &history)
            let outlook = reader.outlook(of: rows, in: &history, watch: watch)
            let shares = outlook.map { _ in DemandShares(of: history) }
            if let season = outlook?.season {
                for row in rows { seasons[row] = season }
            }
            for (sku, row) in rows.enumerated() {
                let stated = overrides.standing(at: row)
                var forecast = outlook.flatMap { outlook in shares.map { outlook.forecast(of: sku, by: $0) } }
                if let stated { forecast = stated.replacing(forecast, today: chunk.today) }
                forecasts[row] = forecast?.withMeanInItsBand
                guard history.days.upperBound.distance(to: chunk.today) < Self.freshDays else {
                    findings.cannotTell(at: row)
                    continue
                }
                // What becomes of the sales of a listing that its seller gave up is no question.
                guard let outlook, !Catalog.isGivenUp(statuses[row]) else { continue }
                let own = stated.map { StatedForecast($0.next, of: sku, among: rows, in: reader, watch: watch) }
                let drop =
                    reader.views(of: row, freshDays: Self.freshDays).flatMap {
                        watch.drop.drop(in: $0, sales: history, level: outlook.level)
                    } ?? outlook.drop
                report(
                    outlook, share: shares?.parts.values[sku] ?? 1, drop: drop, stated: own, at: row, of: chunk,
                    into: &findings)
            }
        }
        signals.publish(forecasts)
        signals.publish(seasons)
    }

    private func report(
        _ outlook: ProductOutlook, share: Double, drop: CountDrop?, stated: StatedForecast?, at row: Int,
        of chunk: Chunk, into findings: inout Findings<ForecastEvidence>
    ) {
        func evidence(
            _ shift: DemandShift? = nil, _ bias: ForecastBias? = nil, _ drop: CountDrop? = nil,
            season: SeasonChange? = nil
        ) -> ForecastEvidence {
            ForecastEvidence(
                outlook, share: share, season: season, shift: shift?.part(share), bias: bias?.part(share), drop: drop,
                stated: stated)
        }
        if let drop {
            // A fall is one row: while it is news, it stands for the shift that it may turn out to be.
            let kind: FindingKind = drop.counted == .views ? .trafficDrop : .salesDrop
            findings.report(kind, at: row, since: chunk.start(of: drop.since), evidence(outlook.shift, nil, drop))
        } else if let season = outlook.seasonChange {
            // The shift that a moved season makes is explained by it.
            findings.report(
                .seasonChange, at: row, since: chunk.start(of: season.peak), evidence(outlook.shift, season: season))
        } else if let shift = outlook.shift {
            findings.report(.demandShift, at: row, since: chunk.start(of: shift.since), evidence(shift))
        } else if let bias = outlook.bias {
            findings.report(.forecastBias, at: row, evidence(nil, bias))
        }
        if let stated, stated.isAstray { findings.report(.overrideAstray, at: row, evidence()) }
    }

    /// A sudden fall claims what scatter does not explain of it; nothing else claims revenue.
    public func exposure(of evidence: ForecastEvidence) -> Exposure { evidence.drop?.exposure ?? .none }

    /// What to look at first. A forecast needs no remedy that a machine could carry out.
    public func resolve(_ evidence: ForecastEvidence) -> Resolution { evidence.resolution }
}
