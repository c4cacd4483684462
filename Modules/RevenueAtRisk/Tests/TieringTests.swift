import FlywheelKit
import RevenueAtRisk
import Statistics
import Testing

@Suite struct TieringTests {
    private func tiers(_ listings: [TieredListing]) throws -> [Tier?] {
        try Tiering.decide(listings, on: day(11, 20)).map(\.tier)
    }

    /// A listing with `ahead` of 1,000 made ahead of it, placed from its current tier.
    private func tier(_ ahead: Int64, from current: Tier?) throws -> Tier? {
        let larger = (0..<max(1, ahead / 100)).map { index in
            let parts = max(1, ahead / 100)
            return TieredListing(
                key: "a\(index)", revenue: ahead / parts + (index < ahead % parts ? 1 : 0), current: nil)
        }
        let rest = 1_000 - ahead
        let listing = TieredListing(key: "b", revenue: min(rest, 10), current: current)
        let smaller = (0..<max(0, rest - 10)).map { TieredListing(key: "c\($0)", revenue: 1, current: nil) }
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
                TieredListing(key: "a", revenue: 9, current: nil), TieredListing(key: "b", revenue: 0, current: nil),
            ]) == [.a, .c])
        #expect(try tiers([TieredListing(key: "a", revenue: 0, current: nil)]) == [.c])
        #expect(try tiers([]).isEmpty)
    }

    @Test func anOpenExceptionFreezesATierForThirteenWeeks() throws {
        let big = TieredListing(key: "a", revenue: 999, current: .a)
        func small(since: Day?) -> TieredListing {
            TieredListing(key: "b", revenue: 1, current: .a, troubledSince: since)
        }
        let today = try day(11, 20)
        let decide = { Tiering.decide([big, small(since: $0)], on: today)[1] }
        #expect(decide(today.advanced(by: -90)).tier == .a)
        #expect(decide(today.advanced(by: -90)).reason == .frozen)
        #expect(decide(today.advanced(by: -91)).tier == .c)
        #expect(decide(nil).reason == .revenue)
        #expect(decide(nil).shareAhead == 0.999)
    }

    @Test func aPinHoldsThroughItsLastDayAndComesFirst() throws {
        let until = try day(11, 20)
        let pinned = TieredListing(
            key: "b", revenue: 0, current: .c, troubledSince: until, pin: TieredListing.Pin(.a, until: until))
        #expect(Tiering.decide([pinned], on: until)[0].tier == .a)
        #expect(Tiering.decide([pinned], on: until)[0].reason == .pinned)
        #expect(Tiering.decide([pinned], on: until.advanced(by: 1))[0].tier == .c)
    }

    @Test func unknownRevenueIsNotZeroRevenue() throws {
        let decisions = try Tiering.decide(
            [TieredListing(key: "a", revenue: nil, current: .a), TieredListing(key: "b", revenue: nil, current: nil)],
            on: day(11, 20))
        #expect(decisions.map(\.tier) == [.a, nil])
        #expect(decisions.allSatisfy { $0.reason == .unknown && $0.shareAhead == nil })
    }

    @Test func equalRevenueIsOrderedByKey() throws {
        let listings = ["d", "b", "e", "a", "c"].map { TieredListing(key: $0, revenue: 10, current: nil) }
        #expect(try tiers(listings) == [.a, .a, .b, .a, .a])
    }

    @Test(arguments: seeds) func theOrderOfTheListingsDoesNotMatterAndAMakesFourFifths(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let listings = (0..<200).map { index in
            TieredListing(key: "l\(index)", revenue: Int64(random.gamma(0.3) * 10_000), current: nil)
        }
        let decisions = Dictionary(uniqueKeysWithValues: zip(listings.map(\.key), try tiers(listings)))
        let shuffled = listings.shuffled(using: &random)
        #expect(try tiers(shuffled) == shuffled.map { decisions[$0.key] ?? nil })
        let total = listings.compactMap(\.revenue).reduce(0, +)
        let heroes = listings.filter { decisions[$0.key] == .a }.compactMap(\.revenue).reduce(0, +)
        #expect(heroes * 10 >= total * 8)
    }
}
