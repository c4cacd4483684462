import FlywheelKit

extension FileFormat {
    /// The plain table of a feed: its columns under their own names and aliases, the subject under its usual ones.
    ///
    /// Every declared feed can be imported this way, so a workflow that brings its own facts needs nothing else.
    static func table(of feed: Feed) -> FileFormat {
        FileFormat(
            title: "\(feed.title) table", feed: feed,
            columns: feed.columns.map { column in
                ColumnHeadings(column.name, ([column.name] + column.aliases).map { HeadingAlias($0) })
            },
            subject: feed.subjectAliases.map { HeadingAlias($0) } + usualSubject(of: feed.subject),
            products: feed.subject == .product ? [] : [ProductHeadings(usualSubject(of: .product))],
            currency: ["currency", "currency-code"],
            marketplace: ["marketplace", "marketplace-id", "sales-channel"],
            rule: rules[feed.key] ?? feed.span.map(daysRunForward(over:)))
    }

    private static let rules: [FeedKey: @Sendable (inout FactRow) throws(RuleTrouble) -> Void] = [
        Orders.feed.key: ordersSell, Rates.feed.key: ratesConvert,
    ]

    static func usualSubject(of kind: Subject.Kind) -> [HeadingAlias] {
        switch kind {
        case .listing:
            [
                "sku", "seller-sku", "merchant sku", "msku", "item sku", "custom label (sku)", "custom label",
                "variant sku", "stock code", "item code",
            ]
        case .product: ["asin", "asin1", "(child) asin", "child asin", "product-id", "item id", "item number"]
        case .account: []
        case .order: ["order", "order-id", "amazon-order-id", "order number"]
        case .ticket: ["ticket", "ticket-id", "ticket number", "case", "case-id", "case number", "number", "id"]
        case .party: ["party", "party-id", "customer-id", "supplier-id", "id"]
        }
    }
}
