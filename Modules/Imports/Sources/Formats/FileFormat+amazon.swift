import FlywheelKit

extension FileFormat {
    /// The reports of Amazon's Selling Partner API that hold facts of the kit's own feeds, as their headings have been
    /// seen in North America, Europe, China and Japan.
    ///
    /// - Parameters:
    ///   - period: the days the file's name names.
    ///   - day: the day on which the file was true.
    static func amazon(period: ClosedRange<Day>?, at day: Day) -> [FileFormat] {
        [amazonListings, amazonOpenListings, amazonSuppressedListings, amazonOrders] + amazonStock
            + amazonBusinessReports(period: period, at: day)
    }

    /// GET_MERCHANT_LISTINGS_ALL_DATA and its relatives.
    private static let amazonListings = FileFormat(
        title: "Amazon listings", feed: Catalog.feed, channel: .amazon,
        markers: [["listing-id", "商品编码", "出品ID"], ["open-date", "开售日期", "出品日"]],
        columns: [
            ColumnHeadings(Catalog.title, ["item-name", "商品名称", "商品名"]),
            ColumnHeadings(Catalog.price, ["price", "价格", "価格"]),
            ColumnHeadings(Catalog.status, listingStatus),
            ColumnHeadings(
                Catalog.channel, ["fulfillment-channel", "fulfilment-channel", "配送渠道", "フルフィルメント・チャンネル"]),
            // 在庫数 ("stock") of Japanese files stands where the pending quantity is elsewhere, and is not this.
            ColumnHeadings(Catalog.quantity, ["quantity", "数量"]),
            ColumnHeadings(Catalog.opened, ["open-date", "开售日期", "出品日"]),
        ],
        subject: ["seller-sku", "卖家 SKU", "出品者SKU"],
        products: [
            ProductHeadings(["asin1"]),
            // Type 1 is an ASIN; the others are barcodes. In Chinese files the listing id has the same heading before it.
            ProductHeadings(
                ["product-id", HeadingAlias("商品编码", occurrence: 1), "商品ID"],
                where: (["product-id-type", "商品编码类型", "商品IDタイプ"], "1")),
        ],
        // Of European files: what a business must buy of the seller, and not the seller of a supplier.
        own: [HeadingName("minimum order quantity")],
        dateOrder: .dayFirst, decimalStyle: .point,
        // Files of inactive listings have no status, nor had complete ones for some time in 2026: neither may close anything.
        isComplete: { $0.column(of: listingStatus) != nil })

    /// GET_FLAT_FILE_OPEN_LISTINGS_DATA, of which some accounts get only the first four columns. It leaves out what is not
    /// on sale. The quantity is blank where Amazon ships.
    private static let amazonOpenListings = FileFormat(
        title: "Amazon open listings", feed: Catalog.feed, channel: .amazon,
        markers: [["sku"], ["asin"], ["price"], ["quantity"]],
        columns: [
            ColumnHeadings(Catalog.price, ["price"]),
            ColumnHeadings(Catalog.quantity, ["quantity"]),
        ],
        subject: ["sku"], products: [ProductHeadings(["asin"])], decimalStyle: .point, isComplete: { _ in false })

    private static let listingStatus: [HeadingAlias] = ["status", "状态", "ステータス"]

    /// GET_MERCHANTS_LISTINGS_FYP_REPORT ("fix your products").
    private static let amazonSuppressedListings = FileFormat(
        title: "Amazon suppressed listings", feed: SuppressedListings.feed, channel: .amazon,
        markers: [["status change date"], ["issue description"]],
        columns: [
            ColumnHeadings(SuppressedListings.status, ["status"]),
            ColumnHeadings(SuppressedListings.reason, ["reason"]),
            ColumnHeadings(SuppressedListings.issue, ["issue description"]),
            ColumnHeadings(SuppressedListings.since, ["status change date"]),
        ],
        subject: ["sku"], products: [ProductHeadings(["asin"])])

    /// GET_FLAT_FILE_ALL_ORDERS_DATA, by last update or by order date. Buyers' places and names are not bound, and so
    /// never read.
    private static let amazonOrders = FileFormat(
        title: "Amazon orders", feed: Orders.feed, channel: .amazon,
        markers: [["amazon-order-id"], ["purchase-date"], ["order-status"]],
        columns: [
            ColumnHeadings(Orders.order, ["amazon-order-id"]),
            ColumnHeadings(Orders.purchased, ["purchase-date"]),
            ColumnHeadings(Orders.updated, ["last-updated-date"]),
            ColumnHeadings(Orders.quantity, ["quantity"]),
            // The total of the line, not the price of a unit.
            ColumnHeadings(Orders.total, ["item-price"]),
            ColumnHeadings(Orders.status, ["order-status"]),
        ],
        subject: ["sku"], products: [ProductHeadings(["asin"])], currency: ["currency"],
        marketplace: ["sales-channel"], decimalStyle: .point,
        // Also where it is of what changed in a span: an order that did stands there with all of its lines.
        holdsWholes: true, rule: cancelledOrdersSellNothing)
}
