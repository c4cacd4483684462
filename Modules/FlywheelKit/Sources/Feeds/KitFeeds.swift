extension Feed {
    /// Every feed the kit declares. Of two that understand the same headings of a file, the earlier is meant.
    public static let ofTheKit = [
        Catalog.feed, SuppressedListings.feed, Stock.feed, Orders.feed, DailySales.feed, Rates.feed, Costs.feed,
        Supply.feed, Offers.feed, Availability.feed, PurchaseOrders.feed, Tickets.feed, Events.feed, People.feed,
        StrandedStock.feed, ListingQuality.feed, SalesWindows.feed, SalesByProduct.feed, StoreSales.feed,
        AccountMetrics.feed,
    ]
}
