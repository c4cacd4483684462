public import Calendars
public import FlywheelKit
public import FlywheelStore
public import Statistics

/// What became of a proposed price: which price stood on the days after it, and whether as much was sold as the proposal
/// expected of that one.
public struct ChangeScore: Hashable, Sendable {
    /// The change.
    public let change: ChangeRecord
    /// What was expected, beside what was sold.
    public let score: ProposalScore

    /// Days after a change that are looked at, at most.
    public static let mostDays = 28

    /// Scores a change of price from the day after it was proposed, approved or written; `nil` for other changes, and where it
    /// expected nothing.
    ///
    /// - Parameters:
    ///   - prices: the asking price on each of `days`, in minor units of the change's currency; `nil` where no file says it.
    ///   - units: units sold on each of `days`; `nil` where unknown.
    ///   - zone: that of the marketplace, whose days `days` are.
    public init?(
        _ change: ChangeRecord, prices: [Int?], units: [Int?], on days: Range<Day>, in zone: TimeZoneTable
    ) {
        guard let price = change.change.priceChange, price.from != price.to, let unitsNow = price.unitsNow,
            let unitsThen = price.unitsThen
        else { return nil }
        let start = zone.firstWholeDay(after: change.expected)
        let since = zip(days, zip(Self.filled(prices), units)).drop { $0.0 < start }.prefix(Self.mostDays)
        self.change = change
        score = ProposalScore(
            .init(
                from: price.from.minorUnits, to: price.to.minorUnits, unitsNow: unitsNow,
                unitsThen: unitsThen, unitsThenRange: price.unitsThenRange),
            days: since.map { ProposalScore.Day(price: $0.1.0.map(Int64.init), units: $0.1.1.map(Double.init)) })
    }

    /// The price that two files agree on stood on the days between them.
    private static func filled(_ prices: [Int?]) -> [Int?] {
        var filled = prices
        var last: Int?
        for day in prices.indices {
            guard let price = prices[day] else { continue }
            if let last, prices[last] == price { for gap in last..<day { filled[gap] = price } }
            last = day
        }
        return filled
    }
}

extension ChangeDesk {
    /// A listing's asking price, day by day.
    private static let prices = Series("changes.price", from: Offers.ownPrice, Catalog.price)

    /// Scores of all proposed prices, by change.
    public func scores() throws(ChangeError) -> [ChangeScore] {
        let changes = try stored { () throws(StoreError) in try store.listingChanges(waiting: false) }
            .filter { $0.change.priceChange != nil && $0.proposed <= now }.map(policy.current)
        let byListing = Dictionary(grouping: changes, by: \.subject)
        var scores: [ChangeScore] = []
        do {
            let reader = try FactReader(
                store, inputs: ListingNow.inputs, windows: [Sales.units.last(days: 91), Self.prices.last(days: 91)],
                asOf: now,
                zones: zones)
            try reader.forEach(of: Set(byListing.keys)) { listing, chunk, row in
                let (units, prices) = (chunk[Sales.units], chunk[Self.prices])
                let currency = prices.currency(of: row)
                scores += (byListing[listing] ?? []).compactMap { change in
                    let isSame = currency == change.change.priceChange?.from.currency
                    return ChangeScore(
                        change, prices: prices.row(row).map { isSame ? $0 : nil }, units: Array(units.row(row)),
                        on: units.days, in: zones.zone(ofMarketplace: listing.marketplace))
                }
            }
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            throw .store(.failed("\(error)"))
        }
        return scores.sorted { $0.change.id < $1.change.id }
    }
}

extension ChangeRecord {
    /// When what it expects was said: its approval says it anew.
    fileprivate var expected: Instant {
        written?.at ?? (reason == nil ? decided : nil) ?? proposed
    }
}

extension ListingChange {
    /// The change of price, where it is one.
    var priceChange: PriceChange? { if case .price(let price) = self { price } else { nil } }
}
