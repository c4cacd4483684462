import FlywheelKit

extension FileFormat {
    /// The reports of stock in Amazon's warehouses. What one leaves out stays unknown: those that list not every listing,
    /// or lack what can be sold now, add and close nothing.
    static let amazonStock = [
        amazonInventory, amazonWarehouseInventory, amazonCountryInventory, amazonPlanning, amazonRestock,
        amazonReserved, amazonStranded, fivetranInventory,
    ]

    /// GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA and GET_FBA_MYI_ALL_INVENTORY_DATA, which have the same headings.
    private static let amazonInventory = FileFormat(
        title: "Amazon FBA inventory", feed: Stock.feed, channel: .amazon,
        markers: [["fnsku"], ["afn-total-quantity", "afn-warehouse-quantity"]],
        columns: [
            ColumnHeadings(Stock.fulfillable, ["afn-fulfillable-quantity"]),
            ColumnHeadings(Stock.inboundWorking, ["afn-inbound-working-quantity"]),
            ColumnHeadings(Stock.inboundShipped, ["afn-inbound-shipped-quantity"]),
            ColumnHeadings(Stock.inboundReceiving, ["afn-inbound-receiving-quantity"]),
            ColumnHeadings(Stock.reserved, ["afn-reserved-quantity"]),
            ColumnHeadings(Stock.researching, ["afn-researching-quantity"]),
            ColumnHeadings(Stock.unsellable, ["afn-unsellable-quantity"]),
        ],
        subject: ["sku"], products: [ProductHeadings(["asin"])], decimalStyle: .point)

    /// GET_AFN_INVENTORY_DATA: a row for each state of a listing's units, of which one can be sold.
    private static let amazonWarehouseInventory = FileFormat(
        title: "Amazon warehouse inventory", feed: Stock.feed, channel: .amazon,
        markers: [["fulfillment-channel-sku"], ["warehouse-condition-code"]],
        columns: [
            ColumnHeadings(Stock.fulfillable, ["quantity available"]),
            ColumnHeadings(Stock.disposition, ["warehouse-condition-code"]),
        ],
        subject: ["seller-sku"], products: [ProductHeadings(["asin"])], decimalStyle: .point,
        rule: sellableUnitsOnly)

    /// GET_AFN_INVENTORY_DATA_BY_COUNTRY: what a country's own warehouses hold.
    private static let amazonCountryInventory = FileFormat(
        title: "Amazon warehouse inventory by country", feed: Stock.feed, channel: .amazon,
        markers: [["fulfillment-channel-sku"], ["country"]],
        columns: [ColumnHeadings(Stock.fulfillable, ["quantity-for-local-fulfillment"])],
        subject: ["seller-sku"], products: [ProductHeadings(["asin"])], marketplace: ["country"],
        decimalStyle: .point, isComplete: { _ in false })

    /// GET_FBA_INVENTORY_PLANNING_DATA. It mostly leaves out what has no stock, and columns come and go; of its ages of stock,
    /// which overlap one another, those are read that do not.
    private static let amazonPlanning = FileFormat(
        title: "Amazon inventory planning", feed: Stock.feed, channel: .amazon,
        markers: [["snapshot-date"], ["units-shipped-t30", "days-of-supply", "sell-through"]],
        columns: [
            ColumnHeadings(Stock.fulfillable, ["available"]),
            ColumnHeadings(Stock.inboundWorking, ["inbound-working"]),
            ColumnHeadings(Stock.inboundShipped, ["inbound-shipped"]),
            ColumnHeadings(Stock.reserved, ["total reserved quantity", "reserved-quantity"]),
            ColumnHeadings(Stock.reservedForOrders, ["reserved customer order", "customer-order"]),
            ColumnHeadings(Stock.reservedInTransfer, ["reserved fc transfer", "fc-transfer"]),
            ColumnHeadings(Stock.reservedInProcessing, ["reserved fc processing", "fc-processing"]),
            ColumnHeadings(Stock.unsellable, ["unfulfillable-quantity"]),
            ColumnHeadings(Stock.aged181To270, ["inv-age-181-to-270-days"]),
            ColumnHeadings(Stock.aged271To365, ["inv-age-271-to-365-days"]),
            ColumnHeadings(Stock.agedOver365, ["inv-age-365-plus-days"]),
            ColumnHeadings(Stock.aged366To455, ["inv-age-366-to-455-days"]),
            ColumnHeadings(Stock.agedOver455, ["inv-age-456-plus-days"]),
            ColumnHeadings(Stock.storageCost, ["estimated-storage-cost-next-month"]),
            ColumnHeadings(Stock.ageSurcharge181To210, ["estimated-ais-181-210-days"]),
            ColumnHeadings(Stock.ageSurcharge211To240, ["estimated-ais-211-240-days"]),
            ColumnHeadings(Stock.ageSurcharge241To270, ["estimated-ais-241-270-days"]),
            ColumnHeadings(Stock.ageSurcharge271To300, ["estimated-ais-271-300-days"]),
            ColumnHeadings(Stock.ageSurcharge301To330, ["estimated-ais-301-330-days"]),
            ColumnHeadings(Stock.ageSurcharge331To365, ["estimated-ais-331-365-days"]),
            ColumnHeadings(Stock.ageSurchargeOver365, ["estimated-ais-365-plus-days"]),
        ],
        subject: ["sku"], products: [ProductHeadings(["asin"])], currency: ["currency"], marketplace: ["marketplace"],
        decimalStyle: .point, day: ["snapshot-date"],
        isComplete: { _ in false })

    /// GET_RESTOCK_INVENTORY_RECOMMENDATIONS_REPORT.
    private static let amazonRestock = FileFormat(
        title: "Amazon restock recommendations", feed: Stock.feed, channel: .amazon,
        markers: [
            ["recommended replenishment qty", "recommended ship date"],
            ["days of supply at amazon fulfillment network", "total days of supply", "units sold last 30 days"],
        ],
        columns: [
            ColumnHeadings(Stock.fulfillable, ["available"]),
            ColumnHeadings(Stock.inboundWorking, ["working"]),
            ColumnHeadings(Stock.inboundShipped, ["shipped"]),
            ColumnHeadings(Stock.inboundReceiving, ["receiving"]),
            ColumnHeadings(Stock.reservedForOrders, ["customer order"]),
            ColumnHeadings(Stock.reservedInTransfer, ["fc transfer"]),
            ColumnHeadings(Stock.reservedInProcessing, ["fc processing"]),
            ColumnHeadings(Stock.unsellable, ["unfulfillable"]),
        ],
        subject: ["merchant sku"], products: [ProductHeadings(["asin"])],
        marketplace: ["country", "country/region code"],
        // Whom the seller once named to Amazon, mostly "unassigned": it must not take the place of a list of supply.
        own: [HeadingName("supplier")], decimalStyle: .point, isComplete: { _ in false })

    /// GET_RESERVED_INVENTORY_DATA: only what cannot be sold, and why.
    private static let amazonReserved = FileFormat(
        title: "Amazon reserved inventory", feed: Stock.feed, channel: .amazon,
        markers: [["fnsku"], ["reserved_qty"]],
        columns: [
            ColumnHeadings(Stock.reserved, ["reserved_qty"]),
            ColumnHeadings(Stock.reservedForOrders, ["reserved_customerorders"]),
            ColumnHeadings(Stock.reservedInTransfer, ["reserved_fc-transfers"]),
            ColumnHeadings(Stock.reservedInProcessing, ["reserved_fc-processing"]),
        ],
        subject: ["sku"], products: [ProductHeadings(["asin"])], decimalStyle: .point, isComplete: { _ in false })

    /// GET_STRANDED_INVENTORY_UI_DATA.
    private static let amazonStranded = FileFormat(
        title: "Amazon stranded inventory", feed: StrandedStock.feed, channel: .amazon,
        markers: [["date-stranded", "stranded-reason"], ["fnsku"]],
        columns: [
            ColumnHeadings(StrandedStock.since, ["date-stranded"]),
            ColumnHeadings(StrandedStock.removal, ["date-to-take-auto-removal"]),
            ColumnHeadings(StrandedStock.reason, ["stranded-reason"]),
            ColumnHeadings(StrandedStock.message, ["error-message"]),
            ColumnHeadings(StrandedStock.fulfillable, ["fulfillable-qty"]),
            ColumnHeadings(StrandedStock.unsellable, ["unfulfillable-qty"]),
        ],
        subject: ["sku"], products: [ProductHeadings(["asin"])], decimalStyle: .point)

    /// A listing has one number of units that can be sold; those in other states have rows of their own.
    private static let sellableUnitsOnly: @Sendable (inout FactRow) throws(RuleTrouble) -> Void = {
        row throws(RuleTrouble) in
        guard case .text(let disposition) = row[Stock.disposition.name], disposition.uppercased() != "SELLABLE"
        else { return }
        throw RuleTrouble(
            code: .otherDisposition, reason: "found units that are \(disposition), expected SELLABLE ones",
            column: Stock.disposition.name)
    }
}
