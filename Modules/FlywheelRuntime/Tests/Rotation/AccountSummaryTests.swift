import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

extension RotationSummary {
    /// Whether what is open by workflow and kind adds up to what the whole queue counts for; no group is in it.
    func expectKindsToAddUp(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let kinds = try #require(kinds, sourceLocation: sourceLocation).values.flatMap(\.values)
        #expect(kinds.reduce(0) { $0 + $1.atRisk } == atRisk, sourceLocation: sourceLocation)
        #expect(kinds.reduce(0) { $0 + $1.count } == open, sourceLocation: sourceLocation)
        #expect(
            kinds.reduce(0) { $0 + $1.unpriced } == unpriced.values.reduce(0, +), sourceLocation: sourceLocation)
    }
}

/// What a rotation counted of one account is what it would have counted had there been no other.
@Suite struct AccountSummaryTests {
    /// The files of one account: listings of which some are blocked, and what they sell.
    private static func files(of account: String, _ random: inout SplitMix) -> [Export] {
        let codes = (0..<Int.random(in: 3...9, using: &random)).map { "\(account)-\($0)" }
        let day = Instant.noon.utcDay
        let prices = codes.map { ($0, String?.none, Int64?.some(.random(in: 100...9_000, using: &random))) }
        let blocked = codes.filter { _ in Bool.random(using: &random) }.map {
            ($0, Int.random(in: 1...100, using: &random))
        }
        let units = Dictionary(uniqueKeysWithValues: codes.map { ($0, Int.random(in: 0...20, using: &random)) })
        return [
            Export.catalog(prices, at: .noon - 1), Export.blocked(blocked, at: .noon - 1),
            Export.sales(units, days: 30, until: day, at: .noon - 1),
        ].map { file in
            var file = file
            file.account = account
            return file
        }
    }

    private static func turn(_ files: [Export], also stages: [InstalledStage] = []) throws -> RotationRecord {
        let store = MemoryStore()
        for file in files { try file.keep(in: store) }
        var wheel = Wheel(store: store)
        wheel.stages += stages
        wheel.settings.currency = Currency("USD")
        _ = try wheel.turn()
        return try #require(try store.currentRotation())
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func anAccountIsCountedAsThoughItWereAlone(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let (north, west) = (Self.files(of: "north", &random), Self.files(of: "west", &random))
        let both = try Self.turn(north + west)
        var narrowed = both
        narrowed.accounts = both.accounts.filter { $0.key == "north" }
        let counted = try #require(try RotationSummary(ofAccountsIn: narrowed))
        let alone = try CanonicalJSON.value(RotationSummary.self, from: try Self.turn(north).summary)
        #expect(counted.listings == alone.listings && counted.open == alone.open)
        #expect(counted.atRisk == alone.atRisk && counted.stated == alone.stated)
        #expect(counted.unpriced == alone.unpriced)
        #expect(counted.workflows == alone.workflows)
        #expect((counted.verified, counted.selfCleared) == (alone.verified, alone.selfCleared))
        #expect(
            (counted.dismissed, counted.actedOn, counted.lapsed) == (alone.dismissed, alone.actedOn, alone.lapsed))
        #expect(counted.verifiedAtRisk == alone.verifiedAtRisk)
        // Which listings are heroes is decided among those of all accounts.
        var business = try #require(counted.business)
        business.heroes = try #require(alone.business).heroes
        #expect(business == alone.business && counted.queueDigest.isEmpty)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func allAccountsTogetherAreTheWhole(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let record = try Self.turn(Self.files(of: "north", &random) + Self.files(of: "west", &random))
        let whole = try CanonicalJSON.value(RotationSummary.self, from: record.summary)
        let sum = try #require(try RotationSummary(ofAccountsIn: record))
        #expect(record.accounts.keys.sorted() == ["north", "west"])
        #expect((sum.listings, sum.open, sum.atRisk) == (whole.listings, whole.open, whole.atRisk))
        #expect(sum.unpriced == whole.unpriced && sum.workflows == whole.workflows)
        #expect(sum.business == whole.business)
        for summary in [whole, sum] {
            try summary.expectKindsToAddUp()
        }
        #expect(sum.kinds == whole.kinds)
    }

    /// What of one of two accounts was kept is not that of both.
    @Test func whatOneAccountCountedOfKindsIsNotThatOfAll() throws {
        var random = SplitMix(seed: 2)
        var record = try Self.turn(Self.files(of: "north", &random) + Self.files(of: "west", &random))
        let kept = try #require(record.accounts["west"])
        var older = try CanonicalJSON.value(RotationSummary.self, from: kept)
        older.kinds = nil
        record.accounts["west"] = try CanonicalJSON.text(older)
        #expect(record.accounts["west"]?.contains("kinds") == false)
        let sum = try #require(try RotationSummary(ofAccountsIn: record))
        #expect(sum.kinds == nil && sum.open > 0)
    }

    /// A workflow of tickets at accounts of which none, one or both bring any.
    @Test(arguments: [[], ["north"], ["north", "west"]])
    func aFeedThatNoAccountHasRowsOfIsMissedOnce(desks: [String]) throws {
        var random = SplitMix(seed: 1)
        let tickets = desks.map { account in
            var file = Export(
                feed: Tickets.feed, effectiveAt: .noon - 1, rows: [FactRow("T-\(account)", Tickets.status.of("USD"))])
            file.account = account
            return file
        }
        let record = try Self.turn(
            Self.files(of: "north", &random) + Self.files(of: "west", &random) + tickets,
            also: [InstalledStage(AskStage.self)])
        let whole = try CanonicalJSON.value(RotationSummary.self, from: record.summary).business
        let sum = try RotationSummary(ofAccountsIn: record)?.business
        #expect(sum == whole && whole?.feeds == 4 + max(1, desks.count))
    }

    /// People work for all accounts, and sums leave them out.
    @Test func whoWorksTheQueueIsOfNoAccount() throws {
        var random = SplitMix(seed: 1)
        var people = Export(
            feed: People.feed, effectiveAt: .noon - 1,
            rows: [FactRow("", People.name.of("ann"), People.hoursPerWeek.of(20))])
        people.account = "north"
        let record = try Self.turn(Self.files(of: "north", &random) + Self.files(of: "west", &random) + [people])
        #expect(try CanonicalJSON.value(RotationSummary.self, from: record.summary).business?.staff == 1)
        #expect(try RotationSummary(ofAccountsIn: record)?.business?.staff == nil)
        for text in record.accounts.values {
            let business = try CanonicalJSON.value(RotationSummary.self, from: text).business
            #expect(business != nil && business?.staff == nil && business?.staffHours == nil)
        }
    }

    @Test func sharesOfTwoAccountsAreWeighedByTheirHeroes() {
        var (one, two) = (BusinessMeasures(), BusinessMeasures())
        (one.featuredHeroes, one.heroFeaturedShare, one.weekUnits) = (3, 0.5, 7)
        (two.featuredHeroes, two.heroFeaturedShare, two.weekRevenue) = (1, 0.9, 5)
        #expect((one + two).heroFeaturedShare == 0.6 && (one + two).weekUnits == 7 && (one + two).weekRevenue == 5)
        #expect((one + BusinessMeasures()).heroFeaturedShare == 0.5)
        #expect((BusinessMeasures() + BusinessMeasures()).heroFeaturedShare == nil)
    }

    @Test func aRotationBeforeAccountsWereCountedSaysNothingOfThem() throws {
        var record = try Self.turn([])
        record.accounts = [:]
        #expect(try RotationSummary(ofAccountsIn: record) == nil)
    }
}
