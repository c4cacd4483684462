public import FlywheelKit
public import FlywheelStore

/// What became of a proposed price: whether it was taken, and whether as much was sold as the proposal expected of the
/// price that stood. A price that was not taken is held against the expectation of the price until then.
public struct ChangeScore: Hashable, Sendable {
    /// Which price stood.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// The price proposed.
        case taken
        /// The price that it was to replace.
        case notTaken
        /// A third one, of which nothing was expected.
        case elsewhere
        /// No fresh file says the price.
        case unknown
        /// Fewer days of sales are known since than ``ChangeScore/fewestDays``.
        case tooEarly
    }

    /// Days of known sales that a score needs: a week, so that every weekday counts.
    public static let fewestDays = 7
    /// Days after the change that are looked at, at most.
    public static let mostDays = 28
    /// The 90th percentile of the standard normal distribution, so that 80% lie between.
    private static let bound = 1.2816

    /// The change.
    public let change: ChangeRecord
    /// Which price stood.
    public let verdict: Verdict
    /// Days of known sales that were counted.
    public let days: Int
    /// Units expected in these days; `nil` without a comparison.
    public let expected: Double?
    /// Units sold in these days.
    public let sold: Int

    /// Scores a change of price; `nil` for other changes.
    ///
    /// - Parameters:
    ///   - price: the price that stands now, where a fresh file says it.
    ///   - units: units sold on each of `days`; `nil` where unknown.
    public init?(_ change: ChangeRecord, price: Money?, units: [Int?], on days: Range<Day>) {
        guard let proposal = change.change.priceChange else { return nil }
        let start = (change.written?.at ?? change.proposed).utcDay.advanced(by: 1)
        let since = zip(days, units).drop { $0.0 < start }.prefix(Self.mostDays).compactMap(\.1)
        self.change = change
        self.days = since.count
        sold = since.reduce(0, +)
        switch price {
        case _ where since.count < Self.fewestDays: (verdict, expected) = (.tooEarly, nil)
        case nil: (verdict, expected) = (.unknown, nil)
        case proposal.to: (verdict, expected) = (.taken, proposal.unitsThen * Double(since.count))
        case proposal.from: (verdict, expected) = (.notTaken, proposal.unitsNow * Double(since.count))
        default: (verdict, expected) = (.elsewhere, nil)
        }
    }

    /// Units sold beyond the expectation; `nil` without a comparison.
    public var error: Double? { expected.map { Double(sold) - $0 } }

    /// Whether what was sold lies in the central 80% of what was expected, if units came one by one (Poisson, by its normal
    /// approximation); `nil` without a comparison.
    public var isHit: Bool? {
        guard let expected, let error else { return nil }
        return error.magnitude <= Self.bound * expected.squareRoot()
    }
}

extension ChangeDesk {
    /// Scores of all proposed prices, by change.
    public func scores() throws(ChangeError) -> [ChangeScore] {
        let changes = try stored { () throws(StoreError) in try store.listingChanges(waiting: false) }
            .filter { $0.change.priceChange != nil && $0.proposed <= now }
        let known = try listings(of: changes)
        let byListing = Dictionary(grouping: changes, by: \.subject)
        var scores: [ChangeScore] = []
        do {
            let reader = try FactReader(
                store, inputs: [], windows: [Sales.units.last(days: 91)], asOf: now, zones: zones)
            try reader.forEach(of: Set(changes.map(\.subject))) { listing, chunk, row in
                let history = chunk[Sales.units]
                scores += (byListing[listing] ?? []).compactMap { change in
                    ChangeScore(
                        change, price: known[listing]?.price, units: Array(history.row(row)), on: history.days)
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

extension ListingChange {
    /// The change of price, where it is one.
    var priceChange: PriceChange? { if case .price(let price) = self { price } else { nil } }
}
