public import FlywheelKit

/// What a heading of a file means, as somebody says.
public struct MappedHeading: Hashable, Sendable {
    /// The heading as the file writes it.
    public let heading: String
    /// One of ``columns(of:)``.
    public let column: String

    /// Says what a heading means.
    public init(_ heading: String, means column: String) {
        self.heading = heading
        self.column = column
    }

    /// What headings of a feed's files can mean: the feed's columns, and what is known of rows of every feed: the code of
    /// their subject (`sku`, `ticket`), their product (`asin`), currency and marketplace.
    public static func columns(of feed: Feed) -> [String] {
        let known = Targets(of: feed)
        var names = feed.columns.map(\.name)
        for name in [known.subject, known.product, Targets.currency, Targets.marketplace].compactMap(\.self)
        where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// What mapped headings can mean besides the feed's own columns, which go before these.
    fileprivate struct Targets {
        static let currency = "currency"
        static let marketplace = "marketplace"
        let subject: String?
        let product: String?

        init(of feed: Feed) {
            subject = feed.subjectAliases.first ?? FileFormat.usualSubject(of: feed.subject).first?.written
            product = feed.subject == .product ? nil : FileFormat.usualSubject(of: .product).first?.written
        }
    }
}

extension FileFormat {
    /// The format with headings that must be there and mean what somebody says they do. The others mean what they always
    /// do, except for a column that is mapped: it is found under the heading said and no other.
    func mapped(_ headings: [MappedHeading]) -> FileFormat {
        let targets = MappedHeading.Targets(of: feed)
        let said = Dictionary(headings.map { ($0.column, [HeadingAlias($0.heading)]) }, uniquingKeysWith: { $1 })
        let own = Set(columns.map(\.column))
        func aliases(_ target: String?, besides usual: [HeadingAlias]) -> [HeadingAlias] {
            guard let target, !own.contains(target) else { return usual }
            return said[target] ?? usual
        }
        var format = self
        format.columns = columns.map { ColumnHeadings($0.column, said[$0.column] ?? $0.aliases) }
        format.subject = aliases(targets.subject, besides: subject)
        format.products = products.map { ProductHeadings(aliases(targets.product, besides: $0.aliases)) }
        format.currency = aliases(MappedHeading.Targets.currency, besides: currency)
        format.marketplace = aliases(MappedHeading.Targets.marketplace, besides: marketplace)
        format.markers += headings.map { [HeadingAlias($0.heading)] }
        return format
    }
}
