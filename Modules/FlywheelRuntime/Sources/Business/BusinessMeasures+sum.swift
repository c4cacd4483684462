import FlywheelKit
import FlywheelStore

extension BusinessMeasures {
    /// Sums what chunks add.
    ///
    /// - Parameter conversion: how a currency becomes the one of the totals.
    init(_ chunks: [MeasuredChunk], conversion: (Currency) -> Conversion?) {
        self.init()
        var revenue: [Currency: ListingMeasures.Revenue] = [:]
        var units = 0
        var shares = 0
        for chunk in chunks {
            guard let own = chunk.measures else { continue }
            listings += own.listings
            watched += own.watched
            stockKnown += own.stockKnown
            stockedOut += own.stockedOut
            weekListings += own.weekListings
            units += own.weekUnits
            weekUnpricedUnits += own.weekUnpricedUnits
            revenue.merge(own.weekRevenue, uniquingKeysWith: +)
            heroes += chunk.heroes.count
            let known = chunk.heroes.compactMap(own.featuredShare)
            featuredHeroes += known.count
            shares += known.reduce(0, +)
        }
        if featuredHeroes > 0 {
            heroFeaturedShare = Double(shares) / Double(featuredHeroes) / Double(Series.wholeShare)
        }
        guard weekListings > 0 else { return }
        weekUnits = units
        var total: Int128 = 0
        for (currency, sum) in revenue {
            if let amount = Int64(exactly: sum.amount),
                let converted = conversion(currency)?.convert(Money(minorUnits: amount, currency))?.minorUnits
            {
                total += Int128(converted)
            } else {
                weekUnpricedUnits += sum.units
            }
        }
        if units == 0 || weekUnpricedUnits < units { weekRevenue = Int64(exactly: total) }
    }

    /// Counts the feeds that decide, for each owner of rows that a stage scans; once for no owner where it meets no rows.
    mutating func countFeeds(_ stages: [StageManifest], _ chunks: [MeasuredChunk], _ ledger: FeedLedger) {
        struct Deciding: Hashable {
            let feed: FeedKey
            let owner: FeedLedger.Owner?
        }
        let owners = Dictionary(grouping: chunks, by: \.kind).mapValues { Set($0.map(\.owner)) }
        var seen: Set<Deciding> = []
        var rowless: Set<RowlessFeed> = []
        for stage in stages {
            let met: [FeedLedger.Owner?] = owners[stage.scans].map { $0.map(\.self) } ?? [nil]
            for input in stage.deciding {
                let feed = input.feed
                // What some kinds alone wait for and can be done without is not missing, nor what no file tells there.
                let isSpared = !input.decides && !feed.withoutIt.isEmpty
                if met == [nil], !isSpared {
                    rowless.insert(RowlessFeed(kind: stage.scans.rawValue, feed: feed.key.text))
                }
                for owner in met {
                    let status = owner.map { ledger.status(of: feed, for: $0) } ?? .missing
                    let isTold = owner.map { feed.isTold(on: $0.marketplace) } ?? true
                    if status == .missing, isSpared || !isTold { continue }
                    guard seen.insert(Deciding(feed: feed.key, owner: owner)).inserted else { continue }
                    feeds += 1
                    switch status {
                    case .fresh: freshFeeds += 1
                    case .missing: missingFeeds += 1
                    case .stale: break
                    }
                }
            }
        }
        rowlessFeeds = rowless.sorted { ($0.kind, $0.feed) < ($1.kind, $1.feed) }
    }
}
