public import Statistics

/// What the days of a product's SKUs come to, before anything is believed of it: all that ``ProductDemand`` needs of them.
public struct ProductSales: Hashable, Sendable {
    /// The sums over the days used.
    public let sums: ExposedUnits
    /// Each SKU's part of the demand, above zero, together 1, in the order given.
    public let parts: [Double]
    /// Days that entered the sums.
    public let goodDays: Int
    /// Days left out because no SKU was available for ``ProductDemand/leastAvailable`` of them, or sales had not begun yet
    /// (`Statistics.SalesStart`).
    public let blockedDays: Int
    /// Days left out because the units of a SKU that could sell are unknown.
    public let unknownDays: Int

    /// Sums up the SKUs of a product; see ``ProductDemand``. `nil` when there is none.
    public init?(of histories: [SKUHistory], season: [Double]? = nil) {
        guard let dayCount = histories.first?.units.count else { return nil }
        precondition(
            histories.allSatisfy { $0.units.count == dayCount }, "histories of one product cover the same days")
        let season = season ?? [Double](repeating: 1, count: dayCount)
        precondition(season.count == dayCount, "\(season.count) season indexes for \(dayCount) days")
        let reports = histories.map { history in history.units.contains { $0 != nil } }
        let days = (0..<dayCount).map { Day($0, of: histories, reports) }
        let first = SalesStart.firstDay(of: zip(days, season)) { ($0.units, $1 * $0.available) }
        let open = days.indices.filter { days[$0].isOpen && $0 >= first }
        goodDays = open.count { days[$0].units != nil }
        unknownDays = open.count - goodDays
        blockedDays = dayCount - open.count
        sums = ExposedUnits(
            halfLifeDays: ProductDemand.halfLifeDays,
            newestFirst: days.indices.reversed().lazy.map { place in
                let counts = days[place].isOpen && place >= first
                return (counts ? days[place].units : nil, season[place] * days[place].available)
            })
        parts = Self.parts(of: histories, season: season)
    }

    /// Sums up a product of one SKU that could be bought on every day, most of all products.
    ///
    /// - Parameter units: units sold each day, net of returns, oldest first; `nil` where nobody reported the day.
    @inlinable
    public init(ofOneAlwaysAvailable units: some RandomAccessCollection<Int?>) {
        let before = SalesStart.firstDay(of: units) { ($0.map(Double.init), 1) }
        let counted = units.dropFirst(before)
        let sums = ExposedUnits(
            halfLifeDays: ProductDemand.halfLifeDays,
            newestFirst: counted.reversed().lazy.map { ($0.map(Double.init), 1) })
        let good = counted.count { $0 != nil }
        self.init(sums: sums, goodDays: good, blockedDays: before, unknownDays: counted.count - good)
    }

    @usableFromInline
    init(sums: ExposedUnits, goodDays: Int, blockedDays: Int, unknownDays: Int) {
        self.sums = sums
        self.goodDays = goodDays
        self.unknownDays = unknownDays
        self.blockedDays = blockedDays
        parts = Self.whole
    }

    /// The part of an only SKU: one list for all products, of which most have one.
    private static let whole = [1.0]

    /// Each SKU's part: its own run rate on the days it was available, so that days on which a sibling sold in its place do
    /// not count against it, nor those before it began to sell.
    private static func parts(of histories: [SKUHistory], season: [Double]) -> [Double] {
        guard histories.count > 1 else { return whole }
        let rates = histories.map { history in
            let units = history.units.indices.map { history.isOpen(on: $0) ? history.units[$0].map(Double.init) : nil }
            let exposure = zip(season, history.available).map { $0 * $1 }
            let first = SalesStart.firstDay(of: zip(units, exposure)) { ($0, $1) }
            let sums = ExposedUnits(
                halfLifeDays: ProductDemand.halfLifeDays,
                newestFirst: units.indices.dropFirst(first).reversed().lazy.map { (units[$0], exposure[$0]) })
            return RunRate.estimate(sums)?.rate ?? 0
        }
        let count = Double(histories.count)
        let least = min(ProductDemand.leastPart, 0.1 / count)
        let total = rates.reduce(0, +)
        return rates.map { least + (1 - count * least) * (total > 0 ? $0 / total : 1 / count) }
    }

    /// One day of a product: what its SKUs sold together, and the largest share of it on which one of them was available.
    private struct Day {
        /// `nil` where the units of a SKU that could sell are unknown; those without a single known day have no say in that.
        let units: Double?
        let available: Double
        /// Whether any SKU could sell, reported or not.
        let isOpen: Bool

        init(_ day: Int, of histories: [SKUHistory], _ reports: [Bool]) {
            var (isOpen, isReported, isWhole) = (false, false, true)
            var available = 0.0
            var units = 0.0
            for (history, reports) in zip(histories, reports) {
                units += Double(history.units[day] ?? 0)
                guard history.isOpen(on: day) else { continue }
                isOpen = true
                guard reports else { continue }
                isReported = true
                available = max(available, history.available[day])
                if history.units[day] == nil { isWhole = false }
            }
            self.units = isReported && isWhole ? units : nil
            self.available = available
            self.isOpen = isOpen
        }
    }
}
