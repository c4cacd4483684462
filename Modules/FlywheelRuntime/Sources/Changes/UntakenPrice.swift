import Calendars
public import FlywheelKit
public import FlywheelStore

/// A price that was written to a file and that the marketplace never took up: lists go on showing the one that it was to
/// replace, though the file is older than they take to show what is new.
public struct UntakenPrice: Hashable, Sendable {
    /// The price that the lists show.
    public let shown: Money
    /// The day of the newest of them that is looked at, where the marketplace is.
    public let listed: Day

    /// The asking price of a listing, day by day.
    static let prices = Series("changes.price", from: Offers.ownPrice, Catalog.price)

    /// Which of these changes were written so, by id.
    ///
    /// A price that any list since the file has shown was taken up, whatever stands now.
    static func among(
        _ changes: [ChangeRecord], in store: any Store, asOf: Instant, zones: Zones
    ) throws -> [ChangeID: UntakenPrice] {
        let due = changes.filter { change in
            guard change.state == .written, change.change.priceChange != nil, let file = change.written else {
                return false
            }
            return asOf.days(since: file.at) > Catalog.feed.freshForDays
        }
        guard !due.isEmpty else { return [:] }
        let byListing = Dictionary(grouping: due, by: \.subject)
        let reader = try FactReader(
            store, inputs: [Catalog.feed.helping(Catalog.price), Offers.feed.helping(Offers.ownPrice)],
            windows: [prices.last(days: ChunkReader.hostWindow.days)], asOf: asOf, zones: zones)
        var untaken: [ChangeID: UntakenPrice] = [:]
        try reader.forEach(of: Set(byListing.keys)) { listing, chunk, row in
            let (history, now) = (chunk[prices], chunk[Offers.ownPrice][row] ?? chunk[Catalog.price][row])
            let zone = zones.zone(ofMarketplace: listing.marketplace)
            for change in byListing[listing] ?? [] {
                guard let price = change.change.priceChange, let file = change.written, now == price.from,
                    history.currency(of: row) == price.from.currency
                else { continue }
                let since = zip(history.days, history.row(row)).drop { $0.0 < zone.day(of: file.at) }
                    .compactMap { day, shown in shown.map { (day: day, shown: Int64($0)) } }
                let due = zone.day(of: file.at.advanced(byDays: Catalog.feed.freshForDays))
                guard let last = since.last, last.day >= due, last.shown == price.from.minorUnits,
                    !since.contains(where: { $0.shown == price.to.minorUnits })
                else { continue }
                untaken[change.id] = UntakenPrice(shown: price.from, listed: last.day)
            }
        }
        return untaken
    }
}

extension ChangeDesk {
    /// Which written prices among changes the marketplace never took up, by id.
    public func untaken(among changes: [ChangeRecord]) throws(ChangeError) -> [ChangeID: UntakenPrice] {
        do {
            return try UntakenPrice.among(changes, in: store, asOf: now, zones: zones)
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            throw .store(.failed("\(error)"))
        }
    }
}
