import FlywheelKit

/// What one seller has and does on one marketplace, as plain values that reports are written of.
struct Seller: Sendable {
    struct Listing: Sendable {
        var sku: String
        var asin: String
        /// In units of the marketplace's currency, as the report writes it: "31.00".
        var price: String
        var opened = Moments.today.advanced(by: -400)
        /// Units the merchant ships; `nil` where the marketplace ships.
        var merchantUnits: Int?
        /// What a new day without anything wrong sells.
        var unitsPerDay = 0.0
    }

    struct Issue: Sendable {
        var sku: String
        var asin: String
        var status: String
        var since: Day
        /// The attribute that is wrong: names the issue.
        var attribute: String
    }

    struct Stock: Sendable {
        var sku: String
        var asin: String
        var fulfillable: Int
        var receiving = 0
        var shipped = 0
    }

    struct Order: Sendable {
        var id: String
        var placed: Instant
        var sku: String
        var asin: String
        var units: Int
        var status = "Shipped"
    }

    /// `US`, or one of those that trade in euros: `DE`, `FR`, `IT`.
    var marketplace = "US"
    var listings: [Listing] = []
    var issues: [Issue] = []
    var stock: [Stock] = []
    var orders: [Order] = []

    var currency: String { marketplace == "US" ? "USD" : "EUR" }
    var channel: String { marketplace == "US" ? "Amazon.com" : "Amazon.\(marketplace.lowercased())" }
    /// The hour in UTC of the marketplace's midnight in November.
    var midnightHour: Int { marketplace == "US" ? 8 : -1 }

    /// Adds orders, one a day and listing, for `days` days before today and the first hour of today.
    ///
    /// The hour of today is what lets anyone conclude that yesterday is complete.
    mutating func sell(_ listing: Listing, days: Int = 100, units: (Day) -> Int) {
        for day in Moments.today.advanced(by: -days)...Moments.today {
            let isToday = day == Moments.today
            let count = isToday ? 1 : units(day)
            guard count > 0 else { continue }
            orders.append(
                Order(
                    id: "\(listing.sku)-\(day)",
                    placed: Moments.instant(day, hour: midnightHour + (isToday ? 0 : 11)).advanced(bySeconds: 600),
                    sku: listing.sku, asin: listing.asin, units: count))
        }
    }
}

/// The same as bare numbers, for whoever works them out without the program's own types.
extension Seller.Order {
    /// Seconds since 1970.
    var placedAt: Int { Int(placed.seconds) }
}

extension Seller.Issue {
    /// Days since 1970.
    var sinceDay: Int { Int(since.epochDays) }
}
