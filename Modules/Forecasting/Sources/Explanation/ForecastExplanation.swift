public import FlywheelKit
public import Statistics

/// Why a listing's forecast is what it is: what it sold, what of that counts, and how far off the same would have been.
public struct ForecastExplanation: Sendable {
    /// Seven days of the past.
    public struct Week: Hashable, Sendable {
        /// The first of them.
        public let start: Day
        /// Units sold on those of its days that are known; `nil` where none is.
        public let sold: Int?
        /// Ordinary days that its known days count for: 7 where all are known, it could be bought on all of them, and there
        /// was no event.
        public let ordinaryDays: Double
        /// Units that seven ordinary days would have sold at its rate; `nil` where it counts for too few.
        public let demand: Double?
    }

    /// The past, oldest week first; the last one ends with the last day of which sales are known.
    public let weeks: [Week]
    /// What of it does not count in full, and why.
    public let leftOut: [LeftOutDays]
    /// What is published for the listing; `nil` where nothing sells as far as anyone knows.
    public let forecast: DemandForecast?
    /// What its level is from: "run rate", or what the past of the product chose; `nil` where nothing is forecast.
    public let method: String?
    /// Whether its weeks follow a yearly course of the product's own.
    public let isSeasonal: Bool
    /// What the coming week is multiplied by for what all products of the account on the marketplace do together; `nil` where
    /// they have no part in it.
    public let common: Double?
    /// SKUs of the product, which are forecast together.
    public let skus: Int
    /// The lasting change of demand that was found.
    public let shift: DemandShift?
    /// How far forecasts were off in one direction, where that was found.
    public let bias: ForecastBias?
    /// What a person states instead, and what that was worth so far.
    public private(set) var stated: StatedForecast?
    /// How far off each way to forecast would have been in the last weeks, this one first; empty where the past is too short,
    /// or never changed.
    public let scores: [CandidateScore]

    /// Leaves out what all that the owner of the stated forecast stated was worth: that is counted over all accounts.
    public mutating func leaveOutRecord() { stated?.record = nil }

    /// 1 - the error of the computed forecast over that of the seasonal naive one; `nil` without a back-test.
    public var valueAdded: Double? {
        guard let own = scores.first, let naive = scores.first(where: { $0.method == LevelBackTest.naive }),
            naive.scaledError > 0
        else { return nil }
        return 1 - own.scaledError / naive.scaledError
    }
}

extension ForecastingStage {
    /// Why the forecast of a row is what it is; `nil` where nobody knows of any sale.
    ///
    /// - Parameter signals: what the stages before published for the chunk.
    public func explanation(of row: Int, in chunk: Chunk, signals: SignalPort) -> ForecastExplanation? {
        var port = signals
        var findings = Findings<ForecastEvidence>()
        detect(in: chunk, signals: &port, into: &findings)
        let published = port.column(DemandForecast.self)?[row]
        let evidence = findings.all.filter { $0.row == row }.map(\.evidence)

        let reader = DemandReader(chunk, availability: port.column(ListingAvailability.self), model: model)
        var history = DemandHistory()
        reader.read([row], into: &history)
        guard history.count > 0 else { return nil }
        let product = chunk.rowsByProduct.first { $0.contains(row) } ?? [row]
        var whole = DemandHistory()
        reader.read(product, into: &whole)
        let outlook = reader.outlook(of: product, in: &whole, watch: watch)
        let firstDay = min(outlook?.firstDay ?? 0, history.count)
        history.leaveOut(before: firstDay)
        let weeks = Self.weeks(of: history)
        var causes = Array(reader.causes(of: row).prefix(history.count))
        for day in causes.indices where history.units[day].isNaN && causes[day] == nil { causes[day] = .unknown }
        for day in 0..<firstDay where causes[day] == nil { causes[day] = .beforeSales }
        let overrides = OverrideReader(chunk).standing(at: row)
        return ForecastExplanation(
            weeks: weeks, leftOut: LeftOutDays.runs(of: causes, from: history.days.lowerBound), forecast: published,
            method: outlook?.level.method, isSeasonal: outlook?.isSeasonal ?? false, common: outlook?.common,
            skus: product.count,
            shift: evidence.lazy.compactMap(\.shift).first, bias: evidence.lazy.compactMap(\.bias).first,
            stated: overrides.map {
                StatedForecast(
                    $0.next, of: product.firstIndex(of: row) ?? 0, among: product, in: reader, watch: watch)
            },
            scores: LevelBackTest(history, weeks: weeks.map(\.demand)).scores)
    }

    /// Ordinary days of which a week's demand can be told.
    private static let leastOrdinaryDays = 2.0

    /// Whole weeks up to the last known day.
    private static func weeks(of history: DemandHistory) -> [ForecastExplanation.Week] {
        stride(from: history.count % 7, to: history.count, by: 7).map { first in
            let days = first..<first + 7
            let known = days.filter { !history.units[$0].isNaN }
            let used = days.filter(history.isUsed)
            let ordinary = used.reduce(0) { $0 + history.exposure[$1] }
            let units = used.reduce(0) { $0 + history.units[$1] }
            return ForecastExplanation.Week(
                start: history.days.lowerBound.advanced(by: first),
                sold: known.isEmpty ? nil : Int(known.reduce(0) { $0 + history.units[$1] }), ordinaryDays: ordinary,
                demand: ordinary >= leastOrdinaryDays ? units / ordinary * 7 : nil)
        }
    }
}
