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
    ///   - end: when its days end, where they do.
    ///   - zone: that of the marketplace, whose days `days` are.
    public init?(
        _ change: ChangeRecord, prices: [Int?], units: [Int?], closed: Set<Day> = [], until end: Instant? = nil,
        on days: Range<Day>, in zone: TimeZoneTable
    ) {
        guard let price = change.change.priceChange, price.from != price.to, let unitsNow = price.unitsNow,
            let unitsThen = price.unitsThen
        else { return nil }
        let start = zone.firstWholeDay(after: change.expected)
        let end = end.map(zone.day(of:))
        let since = zip(days, zip(prices.agreed, units)).drop { $0.0 < start }.prefix(Self.mostDays)
            .prefix { day, _ in end.map { day < $0 } ?? true }
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
        let moves = try moves()
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
                let own = byListing[listing] ?? []
                scores += own.compactMap { change in
                    let isSame = currency == change.change.priceChange?.from.currency
                    return ChangeScore(
                        change, prices: prices.row(row).map { isSame ? $0 : nil }, units: Array(units.row(row)),
                        closed: closed, until: Self.end(of: change, among: own, moves[listing] ?? []), on: units.days,
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

    /// When the days of a change end: a file for the marketplace sets another price than the one it is scored by, taking it back
    /// among them, or the same is proposed anew.
    private static func end(of change: ChangeRecord, among all: [ChangeRecord], _ moves: [Move]) -> Instant? {
        let stands = change.change.priceChange.map { change.written == nil ? $0.from : $0.to }
        let moved = moves.first { $0.at > change.expected && $0.to != stands }?.at
        let again = all.filter { other in
            other.id > change.id && other.exception == change.exception && other.change.sets(sameAs: change.change)
        }.map(\.expected).min()
        return [moved, again].compactMap(\.self).min()
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
