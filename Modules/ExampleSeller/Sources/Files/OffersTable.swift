import FlywheelKit

/// What each listing is offered at beside others on the morning of an export, as a repricing tool writes it.
enum OffersTable {
    static let headings = [
        "sku", "our price", "lowest competitor price", "competing offers", "buy box owner", "buy box price", "coupon",
        "map price", "currency",
    ]

    static func bytes(of listings: [Listing], in shop: Shop, on day: Day, counts: [Shelf.Count]) -> [UInt8] {
        var table = Table(headings, separator: ",")
        for (listing, count) in zip(listings, counts)
        where listing.isOffered(on: day) && !listing.isRemoved(on: day) {
            let price = listing.price(on: day)
            let isLost = listing.has(.offerLost, on: day)
            let isOut = !listing.isByMerchant && count.units == 0
            // Rivals look at what it usually costs, not at a slip of a point.
            let lowest = listing.rivals.lowest(beside: listing.price, on: day, isAhead: isLost)
            let isFeatured = !isLost && !isOut && !listing.has(.priceError, on: day)
            let featured = isFeatured ? price : lowest
            table.add([
                listing.sku, isOut ? "" : price.amount, lowest?.amount ?? "",
                String(listing.rivals.count + (isLost ? 1 : 0)),
                isFeatured ? "SELF" : lowest == nil ? "NONE" : "COMPETITOR", featured?.amount ?? "",
                listing.coupon(on: day).map(\.amount) ?? "", listing.minimumAdvertised.map(\.amount) ?? "",
                price.currency.code,
            ])
        }
        return table.bytes
    }
}

extension Listing {
    /// What the maker lets anybody advertise at least, where it says so: nobody in Europe may.
    fileprivate var minimumAdvertised: Money? {
        guard !shop.isEuropean, sourcing.supplier == .granite || troubles.contains(where: { $0.kind == .belowMinimum })
        else { return nil }
        return Money(minorUnits: price.minorUnits * 92 / 100, price.currency)
    }

    /// What a buyer is taken off at checkout.
    fileprivate func coupon(on day: Day) -> Money? {
        has(.belowMinimum, on: day) ? Money(minorUnits: price.minorUnits * 15 / 100, price.currency) : nil
    }
}
