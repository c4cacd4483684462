import FlywheelKit

/// Reads what listings sold before and while search did not show them.
struct EpisodeReader {
    private let chunk: Chunk
    private let categories: Values<String>
    private let units: History
    private let stock: History

    init(_ chunk: Chunk) {
        self.chunk = chunk
        categories = chunk[Catalog.category]
        units = chunk[Sales.units]
        stock = chunk[Stock.levels]
    }

    /// The episode of a listing; `nil` unless being hidden from search is all that was done to it up to the end of the week,
    /// since a day that is known, and enough of its sales is known before and after that day.
    ///
    /// The day itself belongs to neither side: nobody knows at which hour it happened.
    func episode(of row: Int, with issues: [Issue]) -> SearchEpisode? {
        guard let since = issues.filter({ $0.gravest.enforcement == .searchSuppressed }).compactMap(\.since).min()
        else { return nil }
        let week = since.advanced(by: 1)..<since.advanced(by: 1 + SearchEpisode.daysDuring)
        let isDisturbed = issues.contains { !$0.isHarmlessOrHidden && ($0.since.map { $0 < week.upperBound } ?? true) }
        guard week.upperBound <= chunk.today, !isDisturbed else { return nil }
        let during = week.compactMap { sold(row, $0) }
        let before = (since.advanced(by: -SearchEpisode.longestBefore)..<since).compactMap { sold(row, $0) }
        guard during.count == SearchEpisode.daysDuring, before.count >= SearchEpisode.fewestBefore else { return nil }
        let unitsBefore = before.reduce(0, +)
        guard unitsBefore >= SearchEpisode.fewestUnits else { return nil }
        return SearchEpisode(
            account: chunk.account, marketplace: chunk.marketplace, listing: chunk.codes[row],
            category: categories[row] ?? "", since: since, unitsBefore: unitsBefore, daysBefore: before.count,
            unitsDuring: max(0, during.reduce(0, +)))
    }

    /// Units of a day; `nil` where nobody reported them, or stock was out.
    private func sold(_ row: Int, _ day: Day) -> Int? {
        if let level = stock.count > row ? stock[row, day] : nil, level <= 0 { return nil }
        return units.count > row ? units[row, day] : nil
    }
}

extension Issue {
    /// Whether it takes nothing, or hides the listing from search without exemption.
    fileprivate var isHarmlessOrHidden: Bool {
        guard gravest.exemptUntil == nil else { return false }
        return switch gravest.enforcement {
        case .searchSuppressed, .attributeSuppressed, .qualityAlert: true
        case .catalogRemoved, .listingSuppressed, .notBuyable, .notListed, .notDiscoverable, nil: false
        }
    }
}
