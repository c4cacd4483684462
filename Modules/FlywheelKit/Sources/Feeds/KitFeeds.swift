extension Feed {
    /// Every feed the kit declares. Of two that understand the same headings of a file, the earlier is meant.
    public static let ofTheKit = [
        Catalog.feed, SuppressedListings.feed, Stock.feed, Orders.feed, DailySales.feed, Rates.feed, Costs.feed,
        Supply.feed, Offers.feed, Availability.feed, PurchaseOrders.feed, Tickets.feed, Events.feed, People.feed,
        StrandedStock.feed, ListingQuality.feed, SalesWindows.feed, SalesByProduct.feed, StoreSales.feed,
        AccountMetrics.feed,
    ]

    /// Those that a host reads whatever stages declare. The series of other feeds stay unknown to a stage or a survey that does
    /// not have the feed among its inputs.
    package static let alwaysRead = [Orders.feed, DailySales.feed, Offers.feed]
}
