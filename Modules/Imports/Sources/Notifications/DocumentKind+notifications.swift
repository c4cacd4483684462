import FlywheelKit

/// Notifications, one a file or many: bare, as events, or as the messages of a queue. Each tells of one change of one
/// listing or product, is true at the moment of that change, and says nothing of any other.
extension DocumentKind {
    static let amazonNotifications = [
        DocumentKind(
            title: "Amazon notifications", markers: [["notificationType", "detail/notificationType"]],
            label: notificationType, tables: tables),
        DocumentKind(
            title: "Amazon notifications", markers: [["Body", "Message"], ["MessageId"]], label: notificationType,
            tables: tables),
        DocumentKind(
            title: "Amazon notifications", markers: [["Messages/Body", "Records/Body"]],
            records: ["Messages", "Records"], label: notificationType, tables: tables),
    ]

    private static let notificationType: @Sendable (JSONValue) -> String? = {
        Notification($0)?.type ?? "no notification"
    }

    private static let tables = [status, merchantQuantity, issues, stock, offers, pricingHealth]

    /// A table of what notifications of some types say.
    private static func table(
        _ title: String, of feed: Feed, from types: Set<String>, columns: [String], namesProducts: Bool = false,
        saysNone: Bool = false, rows: @escaping @Sendable (Notification) -> [[String: String]]
    ) -> DocumentTable {
        DocumentTable(
            title: title, feed: feed, isComplete: false, columns: columns, namesProducts: namesProducts,
            ofOneListing: OfferBoard.own, saysNone: saysNone, labels: types, isTimed: true
        ) { record, _ in
            guard let notification = Notification(record), types.contains(notification.type) else { return [] }
            return rows(notification)
        }
    }

    /// Whether a listing can be bought and found, in the words of the Listings Items API. Amazon's schema calls the event
    /// otherwise than its examples do.
    private static let status = table(
        "Amazon listing status changes", of: Catalog.feed,
        from: ["LISTINGS_ITEM_STATUS_CHANGE", "LISTINGS_ITEM_STATUS_CHANGED"], columns: [Catalog.status.name]
    ) { notification in
        var row = notification.row(of: notification.payload)
        let words = notification.payload[anyCase: "status"]?.elements.compactMap(\.cell)
        row[Catalog.status] = words.map { $0.isEmpty ? "NOT BUYABLE" : $0.joined(separator: " ") }
        return [row]
    }

    /// Units that the merchant ships. The notification names no marketplace.
    private static let merchantQuantity = table(
        "Amazon merchant quantity changes", of: Catalog.feed, from: ["LISTINGS_ITEM_MFN_QUANTITY_CHANGE"],
        columns: [Catalog.quantity.name]
    ) { notification in
        var row = notification.row(of: notification.payload)
        row[Catalog.quantity] = notification.payload[anyCase: "quantity"]?.cell
        return [row]
    }

    /// What is done to a listing because of its issues, which are not named; without any issue, that it has none.
    private static let issues = table(
        "Amazon listing issue changes", of: SuppressedListings.feed, from: ["LISTINGS_ITEM_ISSUES_CHANGE"],
        columns: [SuppressedListings.status.name, SuppressedListings.severity.name], saysNone: true
    ) { notification in
        let payload = notification.payload
        let row = notification.row(of: payload)
        let severities = (payload[anyCase: "severities"]?.elements ?? []).compactMap(\.cell)
        let severity = ["ERROR", "WARNING", "INFO"].first(where: severities.contains) ?? severities.first
        let actions = (payload[anyCase: "enforcementActions"]?.elements ?? []).compactMap(\.cell)
        if actions.isEmpty, severity == nil || severity == "NONE" || severity == "INFO" { return [row] }
        return (actions.isEmpty ? ["quality alert"] : actions).map { action in
            var row = row
            row[SuppressedListings.status] = action
            row[SuppressedListings.severity] = severity == "NONE" ? nil : severity
            return row
        }
    }

    /// Units in Amazon's warehouses, marketplace by marketplace.
    private static let stock = table(
        "Amazon FBA inventory changes", of: Stock.feed, from: ["FBA_INVENTORY_AVAILABILITY_CHANGES"],
        columns: [
            Stock.fulfillable, Stock.inboundWorking, Stock.inboundShipped, Stock.inboundReceiving, Stock.reserved,
            Stock.reservedForOrders, Stock.reservedInTransfer, Stock.reservedInProcessing, Stock.researching,
            Stock.unsellable,
        ].map(\.name)
    ) { notification in
        (notification.payload[anyCase: "fulfillmentInventoryByMarketplace"]?.elements ?? []).map { entry in
            let inventory = entry[anyCase: "fulfillmentInventory"]
            func units(_ names: String...) -> String? {
                names.reduce(inventory) { $0?[anyCase: $1] }?.cell
            }
            var row = notification.row(of: notification.payload)
            row[DocumentTable.Heading.marketplace] = entry[anyCase: "marketplaceId"]?.cell
            row[Stock.fulfillable] = units("fulfillable")
            row[Stock.inboundWorking] = units("inboundQuantityBreakdown", "working")
            row[Stock.inboundShipped] = units("inboundQuantityBreakdown", "shipped")
            row[Stock.inboundReceiving] = units("inboundQuantityBreakdown", "receiving")
            row[Stock.reservedForOrders] = units("reservedQuantityBreakdown", "pendingCustomerOrder")
            row[Stock.reservedInTransfer] = units("reservedQuantityBreakdown", "warehouseTransfer")
            row[Stock.reservedInProcessing] = units("reservedQuantityBreakdown", "warehouseProcessing")
            let reserved = [Stock.reservedForOrders, Stock.reservedInTransfer, Stock.reservedInProcessing]
            row.setSum(of: reserved.map { row[$0] }, Stock.reserved)
            row[Stock.researching] = units("researching")
            row[Stock.unsellable] = units("unfulfillable")
            return row
        }
    }

    /// The offers of a product, whenever one of them changes.
    private static let offers = table(
        "Amazon offer changes", of: Offers.feed, from: ["ANY_OFFER_CHANGED", "B2B_ANY_OFFER_CHANGED"],
        columns: OfferBoard.columns, namesProducts: true
    ) { notification in
        let payload = notification.payload[anyCase: "anyOfferChangedNotification"] ?? notification.payload
        let trigger = payload[anyCase: "offerChangeTrigger"] ?? .null
        var row = notification.row(of: trigger)
        let isNew = trigger[anyCase: "itemCondition"]?.cell.map(OfferBoard.isNew) ?? true
        guard isNew, notification.type == "ANY_OFFER_CHANGED" else {
            row.setAside(.setAside, notCompared)
            return [row]
        }
        OfferBoard(
            payload[anyCase: "offers"], summary: payload[anyCase: "summary"], seller: payload[anyCase: "sellerId"]?.cell
        ).fill(&row)
        return [row]
    }

    /// That an offer cannot be featured as it is priced. Until another source says something else, that holds.
    private static let pricingHealth = table(
        "Amazon pricing health", of: Offers.feed, from: ["PRICING_HEALTH"],
        columns: OfferBoard.own + [Offers.featuredPrice.name, Offers.referencePrice.name, Offers.eligibility.name],
        namesProducts: true
    ) { notification in
        let payload = notification.payload
        var row = notification.row(of: payload[anyCase: "offerChangeTrigger"] ?? .null)
        let summary = payload[anyCase: "summary"]
        let own = payload[anyCase: "merchantOffer"]
        guard own.map(OfferBoard.isCompared) ?? true else {
            row.setAside(.setAside, notCompared)
            return [row]
        }
        let offer = own.flatMap(Offer.init)
        row[Offers.ownPrice] = offer?.price.cell
        row[Offers.landedPrice] = offer?.landed?.cell
        row[Offers.ownFulfillment] = offer?.fulfillment
        let featured = (summary?[anyCase: "buyBoxPrices"]?.elements ?? []).first(where: OfferBoard.isCompared)
        row[Offers.featuredPrice] = featured.flatMap(Offer.init)?.landed?.cell
        row[Offers.referencePrice] =
            Price(summary?[anyCase: "referencePrice"]?[anyCase: "competitivePriceThreshold"])?.cell
        row[Offers.eligibility] = payload[anyCase: "issueType"]?.cell
        return [row]
    }
}
