import FlywheelKit
import Statistics

/// What a shop's listings sold, and what was left of them on the mornings of its exports.
struct Trade {
    /// By the moment they were placed.
    private(set) var sales: [Sale] = []
    /// For each export, each listing's count; zeros where the merchant ships.
    private(set) var counts: [[Shelf.Count]]
    /// What was ordered of each listing from its supplier, oldest first; nothing where the merchant's own shelves are full.
    private(set) var purchases: [[Purchase]]
    /// The listings, with the stock-outs that came of it.
    private(set) var listings: [Listing]

    /// The share of orders that are cancelled; they come on top, being no demand.
    private static let cancelledShare = 0.02
    /// The seconds of a day in which orders come in.
    private static let openSeconds = 57_600.0

    /// - Parameters:
    ///   - days: days of trade; those of the last one only until its exports.
    ///   - exports: the days of exports, ascending.
    init(of listings: [Listing], days: ClosedRange<Day>, exports: [Day], seed: UInt64) {
        self.listings = listings
        counts = exports.map { _ in Array(repeating: Shelf.Count(), count: listings.count) }
        purchases = listings.map { _ in [] }
        for index in listings.indices {
            // A stream for each listing: what happens to one moves no other.
            var random = SplitMix64(seed: seed &+ UInt64(index) &* 0x9e37_79b9)
            var draws = SplitMix64(seed: random.next())
            run(index, days: days, exports: exports, &draws)
        }
        sales.sort()
    }

    /// Buyers come as a Poisson process whose rate follows the day and what is wrong that day, drawn by thinning one of
    /// the highest rate (P. Lewis and G. Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", 1979).
    private mutating func run(
        _ index: Int, days: ClosedRange<Day>, exports: [Day], _ random: inout SplitMix64
    ) {
        let listing = listings[index]
        let shop = listing.shop
        var shelf = Shelf(of: listing, exports: exports, &random)
        let end = shop.exported(on: days.upperBound)
        let candidates = listing.unitsPerDay / Sale.meanUnits * Demand.peak
        var time = 0.0
        while true {
            time += random.exponential() / candidates
            guard time < Double(days.count) else { break }
            let day = days.lowerBound.advanced(by: Int(time))
            let second = Int64((time - time.rounded(.down)) * Self.openSeconds)
            let placed = shop.opening(on: day).advanced(bySeconds: second)
            guard placed < end else { break }
            guard random.happens(Demand.index(on: day) * listing.share(on: day) / Demand.peak) else { continue }
            let asked = Sale.basket(&random)
            let units = listing.isByMerchant ? asked : shelf.sell(asked, at: placed, on: day)
            guard units > 0 else { continue }
            sales.append(Sale(of: index, placed: placed, units: units, &random))
            if random.happens(Self.cancelledShare) {
                sales.append(Sale(of: index, placed: placed.advanced(bySeconds: 60), units: 0, &random))
            }
        }
        guard !listing.isByMerchant else { return }
        shelf.pass(to: end)
        for (export, count) in shelf.counts.enumerated() { counts[export][index] = count }
        purchases[index] = shelf.purchases
        listings[index].troubles += shelf.stockOuts(until: days.upperBound)
    }
}
