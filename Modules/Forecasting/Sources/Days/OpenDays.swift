import FlywheelKit
import Statistics

/// Reads on which days a listing could be bought at a price that was meant; its columns are looked up once.
struct OpenDays {
    private let availability: [ListingAvailability?]?
    private let closures: Details
    private let closedFrom: Values<Day>
    private let closedTo: Values<Day>
    private let closedBy: Values<String>
    private let levels: History
    private let hasLevels: Bool
    private let featured: History
    private let hasFeatured: Bool
    private let prices: History
    private let hasPrices: Bool
    private let shelf: Shelf

    init(_ chunk: Chunk, availability: [ListingAvailability?]?) {
        self.availability = availability
        closures = chunk.details(of: Availability.feed)
        (closedFrom, closedTo) = (closures[Availability.from], closures[Availability.to])
        closedBy = closures[Availability.cause]
        levels = chunk[Stock.levels]
        hasLevels = !levels.isWhollyUnknown
        featured = chunk[Traffic.featuredShare]
        hasFeatured = !featured.isWhollyUnknown
        prices = chunk[Offers.ownPrices]
        hasPrices = !prices.isWhollyUnknown
        shelf = chunk.shelf
    }

    /// The share of each day on which a listing could be bought, oldest first; nothing of those at a price that was an error.
    /// `nil` where it could on all of them as far as anyone knows.
    ///
    /// - Parameters:
    ///   - sold: what it sold on each day.
    ///   - days: the days, up to yesterday.
    func shares(of row: Int, sold: HistoryRow, on days: Range<Day>) -> [Double]? {
        let blocked = availability?[row]
        let runs = closures.range(row)
        let isEmpty = shelf[row].map { $0 <= 0 } ?? false
        let featured = featuredParts(of: row)
        let errors = priceErrors(of: row)
        guard blocked != nil || !runs.isEmpty || isEmpty || hasLevels || featured != nil || errors != nil else {
            return nil
        }
        var shares = [Double](repeating: 1, count: sold.count)
        if let blocked {
            for day in shares.indices { shares[day] = blocked.openShare(on: days.lowerBound.advanced(by: day)) }
        }
        for run in runs {
            guard let from = closedFrom[run], let to = closedTo[run] else { continue }
            for day in days.offsets(from: from, to: to) { shares[day] = 0 }
        }
        if let featured {
            for (offset, part) in zip(shares.indices.suffix(featured.count), featured) { shares[offset] *= part }
        }
        if let errors {
            for (offset, isError) in zip(shares.indices.suffix(errors.count), errors) where isError {
                shares[offset] = 0
            }
        }
        EmptyShelf(levels: hasLevels ? levels.row(row) : nil, isEmptyNow: isEmpty).close(&shares, sold: sold)
        return shares
    }

    /// Why each day counts for less than a whole one, oldest first; `nil` for those that do not.
    func causes(of row: Int, sold: HistoryRow, on days: Range<Day>) -> [LeftOutDays.Cause?] {
        var causes = [LeftOutDays.Cause?](repeating: nil, count: sold.count)
        guard let shares = shares(of: row, sold: sold, on: days) else { return causes }
        let seen = hasLevels ? levels.row(row) : nil
        let lead = sold.count - (seen?.count ?? 0)
        for day in sold.indices where shares[day] < 1 {
            let level = day >= lead ? seen?[day - lead] : nil
            causes[day] = level.map { $0 <= 0 } ?? false ? .noStock : .noStockInferred
        }
        if let parts = featuredParts(of: row) {
            for (day, part) in zip(causes.indices.suffix(parts.count), parts) where part < 1 {
                causes[day] = causes[day] == .noStock ? .noStock : .notFeatured
            }
        }
        if let errors = priceErrors(of: row) {
            for (day, isError) in zip(causes.indices.suffix(errors.count), errors) where isError {
                causes[day] = .priceError
            }
        }
        for run in closures.range(row) {
            guard let from = closedFrom[run], let to = closedTo[run] else { continue }
            let cause = closedBy[run] == Availability.blocked ? LeftOutDays.Cause.suppressed : .notForSale
            for day in days.offsets(from: from, to: to) { causes[day] = cause }
        }
        let blocked = days.offsets(from: availability?[row]?.since ?? days.upperBound, to: nil)
        for day in blocked { causes[day] = .suppressed }
        return causes
    }

    /// What the own offer had of its usual page views on the days at the end, each for as much as it counts; `nil` where it
    /// had all of them on every day that anybody measured.
    private func featuredParts(of row: Int) -> [Double]? {
        guard hasFeatured, let usual = UsualShare(of: featured.row(row)) else { return nil }
        let parts = featured.row(row).map { $0.map(usual.part) ?? 1 }
        return parts.contains { $0 < 1 } ? parts : nil
    }

    /// On which of the days at the end the own price was an error; `nil` where it was on none.
    private func priceErrors(of row: Int) -> [Bool]? { hasPrices ? UsualPrice.errors(of: prices.row(row)) : nil }
}

extension Range<Day> {
    /// The places of the days from one to another among these; up to the last where the end is open.
    fileprivate func offsets(from: Day, to: Day?) -> Range<Int> {
        let first = Swift.min(Swift.max(0, lowerBound.distance(to: from)), count)
        let end = to.map { Swift.min(count, lowerBound.distance(to: $0) + 1) } ?? count
        return first..<Swift.max(first, end)
    }
}
