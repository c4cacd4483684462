import FlywheelKit
import RevenueAtRisk
import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A listing, as far as the simulation knows it.
struct Listing: Hashable, Sendable {
    /// Units it sells a day when nothing is wrong, before season and market.
    let unitsPerDay: Double
    /// What one costs, in minor units.
    let price: Int64
    /// How much revenue it carries.
    var tier = Tier.c

    /// Minor units it sells for a day.
    var revenue: Double { unitsPerDay * Double(price) }
}

/// What is on sale; it only grows.
struct Catalogue: Sendable {
    /// All listings that will ever be, those of the first day first.
    let listings: [Listing]
    /// How many there are on the first day.
    let first: Int
    /// Sums of ``Listing/revenue`` up to each listing, and of units.
    private let sums: [(revenue: Double, units: Double)]
    /// Heroes up to each listing.
    private let heroCounts: [Int]

    /// - Parameters:
    ///   - count: how many there are on the first day.
    ///   - most: how many there may come to be.
    ///   - unit: minor units of a typical price.
    init(first count: Int, most: Int, unit: Double, _ chance: inout SplitMix64) {
        // Few listings carry most of the revenue: sales per listing spread over orders of magnitude.
        var listings = (0..<max(count, most)).map { _ in
            Listing(
                unitsPerDay: max(0.01, chance.lognormal(mean: 1.2, spread: 1.6)),
                price: max(1, Int64(chance.lognormal(mean: unit, spread: 0.6).rounded())))
        }
        let revenue = listings.map { Int64(($0.revenue * Double(7 * Tiering.weeks)).rounded()) }
        let tiering = Tiering(revenue: Array(revenue.prefix(count)))
        for place in listings.indices { listings[place].tier = tiering.tier(ofRevenue: revenue[place]) }
        self.listings = listings
        first = count
        var sums: [(revenue: Double, units: Double)] = []
        var heroes: [Int] = []
        for listing in listings {
            sums.append(
                ((sums.last?.revenue ?? 0) + listing.revenue, (sums.last?.units ?? 0) + listing.unitsPerDay))
            heroes.append((heroes.last ?? 0) + (listing.tier == .a ? 1 : 0))
        }
        self.sums = sums
        heroCounts = heroes
    }

    /// Minor units that the first `count` listings sell for a day.
    func revenue(of count: Int) -> Double { sums[min(count, sums.count) - 1].revenue }
    /// Units that the first `count` listings sell a day.
    func units(of count: Int) -> Double { sums[min(count, sums.count) - 1].units }
    /// Listings of tier A among the first `count`.
    func heroes(of count: Int) -> Int { heroCounts[min(count, heroCounts.count) - 1] }

    /// The SKU of a listing.
    static func code(_ place: Int) -> String {
        let digits = String(place + 1)
        return "SKU-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
