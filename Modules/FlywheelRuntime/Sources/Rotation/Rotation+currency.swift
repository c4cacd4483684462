import FlywheelKit
import FlywheelStore

extension Rotation {
    /// What the totals of a look are in that comes after a turn: what somebody stated, else what they were in, else what the
    /// facts say. Looks at moments past are compared with each other, and are in the one of now.
    func currency(after last: RotationRecord?, _ ledger: FeedLedger) throws -> Currency {
        try settings.currency ?? keptCurrency(of: last) ?? reportingCurrency(ledger)
    }

    /// What totals were in at the last turn that had listings to look at. They stay in it, or the history of all measures of
    /// money would end on the day on which more listings are sold for another currency.
    private func keptCurrency(of last: RotationRecord?) throws -> Currency? {
        guard let last, let summary = try RotationSummary(of: last), summary.listings > 0 else { return nil }
        return last.currency
    }

    /// The currency of most listings, by the marketplaces they are on; the dollar where none says. Of two with as many it is the
    /// one that came first, so that a catalogue that is listed elsewhere as well leaves the totals as they are.
    private func reportingCurrency(_ ledger: FeedLedger) throws -> Currency {
        var found: [Currency: (listings: Int, since: Instant)] = [:]
        for owner in ledger.owners {
            // The newest file may be about one listing.
            let sources = ledger.sources(of: Catalog.feed, for: owner)
            guard let first = ledger.sources(of: Catalog.feed, for: owner, from: Instant(seconds: .min)).first,
                let currency = try currency(of: owner, sources)
            else { continue }
            let before = found[currency] ?? (0, first.draft.effectiveAt)
            found[currency] = (
                before.listings + (sources.map(\.summary.subjects).max() ?? 0),
                min(before.since, first.draft.effectiveAt)
            )
        }
        let most = found.min { left, right in
            (-left.value.listings, left.value.since, left.key) < (-right.value.listings, right.value.since, right.key)
        }
        guard let currency = most?.key ?? Currency("USD") else { throw RotationError.noCurrency }
        return currency
    }

    /// The marketplace's own; of one that nobody knows, that of most prices in the first chunk of its listings.
    private func currency(of owner: FeedLedger.Owner, _ sources: [ImportRecord]) throws -> Currency? {
        if let known = Marketplace.named(owner.marketplace)?.currency { return known }
        let chunk = try store.chunks(of: .listing).first {
            $0.account == owner.account && $0.marketplace == owner.marketplace
        }
        guard let chunk else { return nil }
        let price = Catalog.price
        let blocks = try store.facts(
            in: chunk, feed: Catalog.feed.key, columns: [price.name], from: sources.map(\.id))
        let currencies = blocks.flatMap { block -> [Currency] in
            guard let values = block.columns[price.name].flatMap(Money.values(of:)) else { return [] }
            return values.indices.compactMap { values[$0]?.currency }
        }
        let counts = Dictionary(currencies.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
