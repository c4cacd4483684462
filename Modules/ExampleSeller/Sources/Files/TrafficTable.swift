import FlywheelKit
import Statistics

/// Sales and traffic by day and listing, of listings that were looked at: what a business report of each day says, put
/// together by the seller.
enum TrafficTable {
    static let headings = [
        "date", "sku", "units ordered", "sessions - total", "page views - total", "featured offer (buy box) percentage",
    ]

    /// Times a page is shown for each unit that it sells when nothing is wrong.
    private static let viewsForAUnit = 14.0

    static func bytes(of trade: Trade, in shop: Shop, on days: Range<Day>) -> [UInt8] {
        var table = Table(headings, separator: ",")
        let units = units(of: trade, in: shop, on: days)
        for day in days {
            for (number, listing) in trade.listings.enumerated() where listing.isListed(on: day) {
                let sold = units[[number, Int(day.epochDays)]] ?? 0
                let seen = max(sold, views(of: listing, number, on: day))
                guard seen > 0 else { continue }
                table.add([
                    day.description, listing.sku, String(sold), String(max(sold, (seen * 3 + 3) / 4)), String(seen),
                    "\(listing.featuredPercent(on: day)).00%",
                ])
            }
        }
        return table.bytes
    }

    /// Units ordered and not cancelled, by listing and day.
    private static func units(of trade: Trade, in shop: Shop, on days: Range<Day>) -> [[Int]: Int] {
        var units: [[Int]: Int] = [:]
        let (first, end) = (shop.opening(on: days.lowerBound), shop.opening(on: days.upperBound))
        for sale in trade.sales where first <= sale.placed && sale.placed < end {
            let day = (sale.placed.seconds - shop.opens) / 86_400
            units[[sale.listing, Int(day)], default: 0] += sale.units
        }
        return units
    }

    /// A stream for each listing and day, so that every file says the same of it.
    private static func views(of listing: Listing, _ number: Int, on day: Day) -> Int {
        guard !listing.isRemoved(on: day) else { return 0 }
        var random = SplitMix64(seed: UInt64(number) &* 0x9e37_79b9 &+ UInt64(bitPattern: Int64(day.epochDays)))
        let shown = listing.has(.hidden, on: day) ? 0.25 : 1
        var (count, time) = (0, random.exponential())
        let mean = viewsForAUnit * listing.unitsPerDay * Demand.index(on: day) * shown
        while time < mean {
            count += 1
            time += random.exponential()
        }
        return count
    }
}

extension Listing {
    /// The part of page views with the own offer on the page, of a hundred.
    fileprivate func featuredPercent(on day: Day) -> Int {
        if !isOffered(on: day) || has(.soldOut, on: day) { return 0 }
        if has(.priceError, on: day) { return 2 }
        return has(.offerLost, on: day) ? 33 : rivals.count > 0 ? 97 + Int(day.epochDays) % 4 : 100
    }
}
