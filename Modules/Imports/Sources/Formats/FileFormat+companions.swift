import FlywheelKit

extension FileFormat {
    /// Feeds whose columns people add to lists of other things: what a unit costs and how it is bought, beside its price
    /// or its stock.
    private static let added: Set<FeedKey> = [Costs.feed.key, Supply.feed.key]

    /// What files of this kind say for other feeds under headings that nothing else is read from.
    func companions(under unbound: [String], of feeds: [Feed]) -> [FileFormat] {
        // A log names a listing many times, and a list of what is known of it only once.
        guard feed.shape == .snapshot, feed.subject == .listing, !Self.added.contains(feed.key) else { return [] }
        let unbound = Set(unbound.map { HeadingName($0) }).subtracting(own)
        return feeds.filter { Self.added.contains($0.key) }.compactMap { other in
            let columns = Self.table(of: other).columns.compactMap { column in
                let found = column.aliases.filter { unbound.contains($0.name) }
                return found.isEmpty ? nil : ColumnHeadings(column.column, found)
            }
            guard !columns.isEmpty else { return nil }
            // Its other headings are the file's own business, so none of them is said to be unused.
            return FileFormat(
                title: "\(other.title) in \(title)", feed: other, channel: channel, isCompanion: true, columns: columns,
                subject: subject, products: products, currency: currency, marketplace: marketplace,
                dateOrder: dateOrder, decimalStyle: decimalStyle, isComplete: isComplete)
        }
    }
}
