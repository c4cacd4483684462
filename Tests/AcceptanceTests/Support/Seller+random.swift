import FlywheelKit

extension Seller {
    static let statuses = [
        "Search Suppressed", "Search Suppressed", "LISTING_SUPPRESSED", "CATALOG_ITEM_REMOVED", "ATTRIBUTE_SUPPRESSED",
    ]
    private static let attributes = ["brand", "item_name", "bullet_point", "color", "list_price"]

    /// A seller drawn from a seed: products with one to three SKUs, listings with none to three issues, stock that is
    /// there, runs low or is gone.
    static func random(seed: UInt64, listings count: Int, in marketplace: String = "US") -> Seller {
        var random = Random(seed)
        var seller = Seller(marketplace: marketplace)
        while seller.listings.count < count {
            let asin = "B0\(10_000_000 + seller.listings.count)"
            for _ in 0..<(random.happens(0.2) ? random.pick(2...3) : 1) {
                let isByMerchant = random.happens(0.3)
                seller.listings.append(
                    Listing(
                        sku: "\(marketplace)-\(100 + seller.listings.count)", asin: asin,
                        price: "\(random.pick(4...180)).\(random.pick(10...99))",
                        merchantUnits: isByMerchant ? random.pick([0, 12, 400]) : nil,
                        unitsPerDay: 0.2 + 9 * random.share() * random.share()))
            }
        }
        for listing in seller.listings { seller.add(listing, &random) }
        return seller
    }

    private mutating func add(_ listing: Listing, _ random: inout Random) {
        var blocked: (since: Day, share: Double)?
        if random.happens(0.45) {
            for attribute in Self.attributes.shuffled(using: &random).prefix(random.pick(1...3)) {
                let status = random.pick(Self.statuses)
                let since = Moments.today.advanced(by: -random.pick(0...25))
                issues.append(
                    Issue(sku: listing.sku, asin: listing.asin, status: status, since: since, attribute: attribute))
                if status != "ATTRIBUTE_SUPPRESSED" { blocked = (min(since, blocked?.since ?? since), 0.9) }
            }
        }
        if listing.merchantUnits == nil {
            let units = random.pick([0, random.pick(1...30), 900])
            stock.append(
                Stock(
                    sku: listing.sku, asin: listing.asin, fulfillable: units, receiving: random.pick([0, 0, 20]),
                    shipped: random.pick([0, 0, 60])))
        }
        var days: [Day: Int] = [:]
        for day in Moments.today.advanced(by: -100)..<Moments.today {
            let open = blocked.map { day >= $0.since ? 1 - $0.share : 1 } ?? 1
            days[day] = random.poisson(listing.unitsPerDay * open)
        }
        sell(listing) { days[$0] ?? 0 }
    }
}
