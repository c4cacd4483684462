import FlywheelKit
import Statistics

/// The stock of a listing over time: sold, ordered again in time, and received, unless the supply fails.
struct Shelf {
    /// What is at hand and on its way on the morning of an export.
    struct Count: Hashable {
        var units = 0
        /// In the warehouse's hands, at most three days before it can be sold.
        var receiving = 0
        /// On the road, at most ten days before.
        var shipped = 0
        /// Announced.
        var working = 0
    }

    private let rate: Double
    private let shop: Shop
    private let sourcing: Sourcing
    private let closed: Day?
    private var shortage: Shortage?
    private var units: Int
    private var coming: [Purchase] = []
    private var received: [Purchase] = []
    private var emptySince: Day?
    private var empty: [Range<Day>] = []
    private let exports: [Day]
    /// The counts of the exports so far, in their order.
    private(set) var counts: [Count] = []

    /// Days of sales that should still be at hand when a delivery arrives.
    private static let reserveDays = 40.0
    /// Days of sales in a delivery.
    private static let deliveryDays = 60.0
    /// Units of what hardly sells, so that no basket empties the shelf.
    private static let least = 8

    /// What was ordered, received first.
    var purchases: [Purchase] { received + coming }

    /// - Parameter exports: the days on whose mornings it is counted, ascending.
    init(of listing: Listing, exports: [Day], _ random: inout SplitMix64) {
        self.exports = exports
        rate = listing.unitsPerDay
        shop = listing.shop
        closed = listing.closed
        shortage = listing.shortage
        sourcing = listing.sourcing
        units = Int((rate * Double(random.pick(60...110))).rounded(.up)) + Self.least
    }

    /// Sells at a moment of a day what is asked for, as far as it is there.
    mutating func sell(_ asked: Int, at moment: Instant, on day: Day) -> Int {
        pass(to: moment)
        move(to: day)
        let sold = min(asked, units)
        units -= sold
        if units == 0, emptySince == nil { emptySince = firstMorning(after: moment, on: day) }
        reorder(on: day)
        return sold
    }

    /// Counts what exports up to a moment ask for.
    mutating func pass(to moment: Instant) {
        while counts.count < exports.count, shop.exported(on: exports[counts.count]) <= moment {
            counts.append(count(on: exports[counts.count]))
        }
    }

    private mutating func count(on day: Day) -> Count {
        move(to: day)
        var count = Count(units: units)
        for delivery in coming where delivery.ordered < day {
            switch day.distance(to: delivery.arrives) {
            case ...3: count.receiving += delivery.units
            case ...10: count.shipped += delivery.units
            default: count.working += delivery.units
            }
        }
        return count
    }

    /// What has been true by a day: deliveries came in, a supply failed, the seller gave up.
    private mutating func move(to day: Day) {
        if let failed = shortage, day >= failed.from {
            shortage = nil
            units = min(units, Int((rate * failed.daysLeft).rounded(.up)))
            // What is on its way is late; where nothing is, nobody ordered in time.
            let ordered = max(failed.from, failed.until.advanced(by: -sourcing.leadDays))
            let late =
                coming.first ?? Purchase(ordered: ordered, expected: failed.until, arrives: failed.until, units: 0)
            let missing = max(coming.reduce(0) { $0 + $1.units }, sourcing.wholeCases(rate * Self.deliveryDays))
            coming = [
                Purchase(ordered: late.ordered, expected: late.expected, arrives: failed.until, units: missing)
            ]
        }
        for delivery in coming where delivery.arrives <= day {
            if let since = emptySince, units == 0 {
                if since < delivery.arrives { empty.append(since..<delivery.arrives) }
                emptySince = nil
            }
            units += delivery.units
            received.append(delivery)
        }
        coming.removeAll { $0.arrives <= day }
        if let closed, day >= closed { (units, coming) = (0, []) }
    }

    private mutating func reorder(on day: Day) {
        let position = Double(units + coming.reduce(0) { $0 + $1.units })
        let leadDays = sourcing.leadDays
        guard position <= rate * (Double(leadDays) + Self.reserveDays) + Double(Self.least) else { return }
        let expected = day.advanced(by: leadDays)
        coming.append(
            Purchase(
                ordered: day, expected: expected, arrives: expected.advanced(by: sourcing.supplier.daysLate(on: day)),
                units: sourcing.wholeCases(rate * Self.deliveryDays + Double(Self.least))))
    }

    /// The stock-outs until a day's morning. That of what was given up is none once the seller has given up.
    func stockOuts(until day: Day) -> [Trouble] {
        let past = empty.map { ($0.lowerBound, Optional($0.upperBound)) }
        let open = closed == nil ? emptySince.flatMap { $0 <= day ? $0 : nil } : nil
        return (past + (open.map { [($0, nil)] } ?? [])).map { from, until in
            Trouble(kind: .soldOut, attribute: "", from: from, until: until, lostShare: 1)
        }
    }

    private func firstMorning(after moment: Instant, on day: Day) -> Day {
        moment < shop.exported(on: day) ? day : day.advanced(by: 1)
    }
}
