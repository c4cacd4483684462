import FlywheelKit

extension FileFormat {
    /// Amazon's FBA inventory interface as Fivetran copies it into a warehouse, one row a listing in one of the
    /// marketplaces, whose id is the granularity's.
    static let fivetranInventory = FileFormat(
        title: "Fivetran FBA inventory summary", feed: Stock.feed, channel: .amazon,
        markers: [["granularity_id"], ["total_reserved_quantity"]],
        columns: [
            ColumnHeadings(Stock.fulfillable, ["fulfillable_quantity"]),
            ColumnHeadings(Stock.inboundWorking, ["inbound_working_quantity"]),
            ColumnHeadings(Stock.inboundShipped, ["inbound_shipped_quantity"]),
            ColumnHeadings(Stock.inboundReceiving, ["inbound_receiving_quantity"]),
            ColumnHeadings(Stock.reserved, ["total_reserved_quantity"]),
            ColumnHeadings(Stock.reservedForOrders, ["pending_customer_order_quantity"]),
            ColumnHeadings(Stock.reservedInTransfer, ["pending_transshipment_quantity"]),
            ColumnHeadings(Stock.reservedInProcessing, ["fc_processing_quantity"]),
            ColumnHeadings(Stock.researching, ["total_researching_quantity"]),
            ColumnHeadings(Stock.unsellable, ["total_unfulfillable_quantity"]),
        ],
        subject: ["seller_sku"], products: [ProductHeadings(["asin"])], marketplace: ["granularity_id"],
        decimalStyle: .point)
}
