import FlywheelKit
import RevenueAtRisk
import Statistics
import Testing

@Suite struct TieringTests {
    private func tiers(_ listings: [TieredListing]) throws -> [Tier?] {
        let tiering = Tiering(revenue: listings.compactMap(\.revenue))
        let today = try day(11, 20)
        return listings.map { tiering.tier(of: $0, on: today) }
    }

    /// A listing with `ahead` of 1,000 made ahead of it, placed from its current tier.
    private func tier(_ ahead: Int64, from current: Tier?) throws -> Tier? {
        let larger = (0..<max(1, ahead / 100)).map { index in
            let parts = max(1, ahead / 100)
            return TieredListing(revenue: ahead / parts + (index < ahead % parts ? 1 : 0), current: nil)
        }
        let rest = 1_000 - ahead
        let listing = TieredListing(revenue: min(rest, 10), current: current)
        let smaller = (0..<max(0, rest - 10)).map { _ in TieredListing(revenue: 1, current: nil) }
        return try tiers(larger + [listing] + smaller)[larger.count]
    }

    @Test func withoutATierTheBordersAre80And95() throws {
        #expect(try tier(799, from: nil) == .a)
        #expect(try tier(800, from: nil) == .b)
        #expect(try tier(949, from: nil) == .b)
        #expect(try tier(950, from: nil) == .c)
    }

    @Test func aTierIsEnteredEarlierThanItIsLeft() throws {
        #expect(try tier(779, from: .b) == .a)
        #expect(try tier(780, from: .b) == .b)
        #expect(try tier(849, from: .a) == .a)
        #expect(try tier(850, from: .a) == .b)
        #expect(try tier(934, from: .c) == .b)
        #expect(try tier(935, from: .c) == .c)
        #expect(try tier(969, from: .b) == .b)
        #expect(try tier(970, from: .b) == .c)
        #expect(try tier(970, from: .a) == .c)
        #expect(try tier(779, from: .c) == .a)
    }

    @Test func aListingThatSwingsAboutABorderChangesAtMostOnce() throws {
        for (start, swings) in [(Tier.b, [770, 840]), (.a, [790, 845]), (.c, [930, 965]), (.b, [940, 960])] {
            var current: Tier? = start
            var changes = 0
            for week in 0..<20 {
                let next = try tier(Int64(swings[week % 2]), from: current)
                if next != current { changes += 1 }
                current = next
            }
            #expect(changes <= 1, "from \(start) between \(swings)")
        }
    }

    @Test func aListingThatEarnsEverythingIsAHero() throws {
        #expect(
            try tiers([
                TieredListing(revenue: 9, current: nil), TieredListing(revenue: 0, current: nil),
            ]) == [.a, .c])
        #expect(try tiers([TieredListing(revenue: 0, current: nil)]) == [.c])
        #expect(try tiers([]).isEmpty)
    }

    @Test func anOpenExceptionFreezesATierForThirteenWeeks() throws {
        let big = TieredListing(revenue: 999, current: .a)
        func small(since: Day?) -> TieredListing {
            TieredListing(revenue: 1, current: .a, troubledSince: since)
        }
        let today = try day(11, 20)
        #expect(try tiers([big, small(since: today.advanced(by: -90))]) == [.a, .a])
        #expect(try tiers([big, small(since: today.advanced(by: -91))]) == [.a, .c])
        #expect(try tiers([big, small(since: nil)]) == [.a, .c])
    }

    @Test func unknownRevenueIsNotZeroRevenue() throws {
        #expect(
            try tiers([TieredListing(revenue: nil, current: .a), TieredListing(revenue: nil, current: nil)])
                == [.a, nil])
    }

    @Test func equalsStandTogether() throws {
        let listings = [10, 10, 30, 10, 10].map { TieredListing(revenue: $0, current: nil) }
        #expect(try tiers(listings) == [.a, .a, .a, .a, .a])
        let behind = [10, 85, 3, 3, 3].map { TieredListing(revenue: $0, current: nil) }
        #expect(try tiers(behind) == [.b, .a, .b, .b, .b])
    }

    @Test(arguments: seeds) func theOrderOfTheListingsDoesNotMatterAndAMakesFourFifths(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let listings = (0..<200).map { _ in
            TieredListing(revenue: Int64(random.gamma(0.3) * 10_000), current: nil)
        }
        let placed = zip(listings, try tiers(listings)).map { (revenue: $0.revenue ?? 0, tier: $1) }
        let order = Array(listings.indices).shuffled(using: &random)
        #expect(try tiers(order.map { listings[$0] }) == order.map { placed[$0].tier })
        let total = placed.map(\.revenue).reduce(0, +)
        let heroes = placed.filter { $0.tier == .a }.map(\.revenue).reduce(0, +)
        #expect(heroes * 10 >= total * 8)
    }
}
