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
    ///   - closed: the days on which the listing could not be bought, which are left out.
    ///   - zone: that of the marketplace, whose days `days` are.
    public init?(
        _ change: ChangeRecord, prices: [Int?], units: [Int?], closed: Set<Day> = [],
        on days: Range<Day>, in zone: TimeZoneTable
    ) {
        guard let price = change.change.priceChange, price.from != price.to, let unitsNow = price.unitsNow,
            let unitsThen = price.unitsThen
        else { return nil }
        let start = zone.firstWholeDay(after: change.expected)
        let since = zip(days, zip(prices.agreed, units)).drop { $0.0 < start }.prefix(Self.mostDays)
        self.change = change
        score = ProposalScore(
            .init(
                from: price.from.minorUnits, to: price.to.minorUnits, unitsNow: unitsNow,
                unitsThen: unitsThen, unitsThenRange: price.unitsThenRange),
            days: since.map { day, known in
                ProposalScore.Day(
                    price: known.0.map(Int64.init), units: known.1.map(Double.init),
                    exposure: closed.contains(day) ? 0 : 1)
            })
    }
}

extension ChangeDesk {
    /// Scores of all proposed prices, by change.
    public func scores() throws(ChangeError) -> [ChangeScore] {
        let changes = try stored { () throws(StoreError) in try store.listingChanges(waiting: false) }
            .filter { $0.change.priceChange != nil && $0.proposed <= now }.map(policy.current)
        let byListing = Dictionary(grouping: changes, by: \.subject)
        var scores: [ChangeScore] = []
        do {
            let closed = try ClosedDays(store, plan: plan, asOf: now, zones: zones)
            let reader = try FactReader(
                store, inputs: ListingNow.inputs + ClosedDays.inputs,
                windows: [Sales.units, UntakenPrice.prices].map { $0.last(days: ClosedDays.window.days) } + [
                    ClosedDays.window
                ],
                asOf: now, zones: zones)
            try reader.forEach(of: Set(byListing.keys)) { listing, chunk, row in
                let (units, prices) = (chunk[Sales.units], chunk[UntakenPrice.prices])
                let currency = prices.currency(of: row)
                let closed = closed.days(of: row, in: chunk)
                scores += (byListing[listing] ?? []).compactMap { change in
                    let isSame = currency == change.change.priceChange?.from.currency
                    return ChangeScore(
                        change, prices: prices.row(row).map { isSame ? $0 : nil }, units: Array(units.row(row)),
                        closed: closed, on: units.days,
                        in: zones.zone(ofMarketplace: listing.marketplace))
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
