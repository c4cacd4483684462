import FlywheelKit
import RevenueAtRisk
import Statistics
import Testing

@testable import Simulation

@Suite struct CatalogueTests {
    /// The listing that crosses the border belongs to the upper side, as it does for a seller; so one that earns nearly all is A.
    @Test(arguments: 1...10 as ClosedRange<UInt64>) func tiersAreThoseOfASeller(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let catalogue = Catalogue(first: seed == 1 ? 3 : 200, most: 300, unit: 2_000, &chance)
        let listings = catalogue.listings.prefix(catalogue.first)
        let total = listings.reduce(0) { $0 + $1.revenue }
        let heroes = listings.filter { $0.tier == .a }.map(\.revenue)
        let earned = heroes.reduce(0, +)
        #expect(earned >= 0.8 * total && earned - (heroes.min() ?? 0) < 0.8 * total)
        #expect(listings.allSatisfy { $0.tier == .a || $0.revenue < heroes.min() ?? 0 })
        #expect(catalogue.heroes(of: catalogue.first) == heroes.count)
    }
}
