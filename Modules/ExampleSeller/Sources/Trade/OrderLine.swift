import FlywheelKit
import Statistics

/// One line of an order.
struct OrderLine {
    enum Status: String {
        case shipped = "Shipped"
        case pending = "Pending"
        case cancelled = "Cancelled"
    }

    let order: String
    let listing: Listing
    let placed: Instant
    let updated: Instant
    let status: Status
    let units: Int

    /// The share of orders that are cancelled, and those that say one thing in two equal lines.
    private static let cancelledShare = 0.02
    private static let splitShare = 0.25

    /// The orders of a shop's listings, by the moment they were placed; those of the last day only until its morning.
    ///
    /// Units a day are Poisson about the listing's rate, times the weekday's index and the share that can be met.
    /// Cancelled orders come on top: they are no demand.
    static func placed(
        in listings: [Listing], before asOf: Day, days: Int, _ random: inout SplitMix64
    ) -> [OrderLine] {
        guard let shop = listings.first?.shop else { return [] }
        // The day's exports are made two hours after the first order could come in.
        let exported = moment(7_200, on: asOf, in: shop)
        var lines: [OrderLine] = []
        for day in asOf.advanced(by: -days)...asOf {
            for listing in listings {
                let rate = listing.unitsPerDay * weekdayIndex(of: day) * listing.share(on: day)
                var open = random.poisson(rate)
                while open > 0 {
                    let units = min(open, basket(&random))
                    lines += order(of: listing, on: day, units: units, exported: exported, &random)
                    open -= units
                }
                if random.happens(rate * cancelledShare) {
                    lines.append(cancelled(listing, on: day, &random))
                }
            }
        }
        return lines.filter { $0.updated < exported }.sorted {
            ($0.placed, $0.order) < ($1.placed, $1.order)
        }
    }

    /// One unit, rarely more.
    private static func basket(_ random: inout SplitMix64) -> Int {
        switch random.uniform() {
        case ..<0.88: 1
        case ..<0.97: 2
        default: random.pick(3...6)
        }
    }

    private static func order(
        of listing: Listing, on day: Day, units: Int, exported: Instant, _ random: inout SplitMix64
    ) -> [OrderLine] {
        let placed = moment(random.pick(0...57_599), on: day, in: listing.shop)
        let shipped = placed.advanced(bySeconds: Int64(random.pick(3_600...14_400)))
        // A few wait for longer: the buyer's bank has not answered.
        let isPending = shipped >= exported || exported.days(since: placed) < 2 && random.happens(0.1)
        let order = number(&random)
        // Two equal lines of one order are two sales.
        let parts = units == 2 && random.happens(splitShare) ? [1, 1] : [units]
        return parts.map { units in
            OrderLine(
                order: order, listing: listing, placed: placed,
                updated: isPending ? placed : shipped, status: isPending ? .pending : .shipped, units: units)
        }
    }

    private static func cancelled(_ listing: Listing, on day: Day, _ random: inout SplitMix64) -> OrderLine {
        let placed = moment(random.pick(0...57_599), on: day, in: listing.shop)
        return OrderLine(
            order: number(&random), listing: listing, placed: placed, updated: placed.advanced(bySeconds: 1_800),
            status: .cancelled, units: 0)
    }

    private static func moment(_ second: Int, on day: Day, in shop: Shop) -> Instant {
        Instant(seconds: Int64(day.epochDays) * 86_400 + shop.opens + Int64(second))
    }

    private static func number(_ random: inout SplitMix64) -> String {
        "\(random.pick(100...399))-\(random.digits(7))-\(random.digits(7))"
    }

    /// What a weekday sells compared with an average day, Monday first; the mean is 1.
    private static func weekdayIndex(of day: Day) -> Double {
        let week = [1.1, 1.05, 1, 0.95, 0.9, 0.95, 1.05]
        // 1970-01-01 was a Thursday.
        return week[((Int(day.epochDays) + 3) % 7 + 7) % 7]
    }
}
