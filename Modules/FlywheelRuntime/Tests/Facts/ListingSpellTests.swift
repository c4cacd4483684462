import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Since when files say of listings what the newest say.
@Suite struct ListingSpellTests {
    private static let issues = SuppressedListings.feed.deciding(SuppressedListings.status, SuppressedListings.since)
    private let manifest = StageManifest(
        id: "spells", title: "Spells", inputs: [issues, Catalog.feed.helping(Catalog.price, Catalog.status)],
        windows: [Sales.units.last(days: 91)], kinds: [])

    private func chunk(_ exports: [Export]) throws -> Chunk {
        let store = try store(exports)
        let ledger = FeedLedger(try store.imports(), asOf: .noon)
        var reader = ChunkReader(store: store, ledger: ledger, stages: [manifest], kind: .listing)
        reader.pastBlocks = PastBlocks(
            try Plan([InstalledStage(HiddenStage.self)]), outcomes: [], standing: [], asOf: .noon, zones: .utc)
        let place = try #require(try store.chunks(of: .listing).first)
        return try #require(try reader.chunk(at: place, zone: .utc)).chunk
    }

    /// A file of so many days ago that names these listings; those with `nil` as well.
    private func named(
        _ statuses: [String: String?], daysAgo: Double, format: String = "report", isComplete: Bool = true,
        since: Day? = nil
    ) -> Export {
        Export(
            feed: SuppressedListings.feed, effectiveAt: .noon - daysAgo,
            rows: statuses.sorted { $0.key < $1.key }.map {
                FactRow($0.key, SuppressedListings.status.of($0.value), SuppressedListings.since.of(since))
            }, format: format, isComplete: isComplete)
    }

    private func since(_ exports: [Export], _ code: String = "A", status: String = "off") throws -> Day? {
        let chunk = try chunk(exports)
        return try chunk.problemSince(#require(chunk.rows.first { chunk.codes[$0] == code }), status: status)
    }

    @Test func aProblemBeganAfterTheLastListWithoutIt() throws {
        let lists = [
            named(["A": "off"], daysAgo: 12), named(["Z": "off"], daysAgo: 9),
            named(["A": "off", "Z": "off"], daysAgo: 5),
            named(["A": "off", "Z": "off"], daysAgo: 1),
        ]
        #expect(try since(lists) == Day.ago(8))
        #expect(try since(lists.reversed()) == Day.ago(8), "whatever came in first")
        #expect(try since(lists, "Z") == Day.ago(11), "it may have begun on any day after the list without it")
    }

    @Test func ofWhatEveryFileNamesItIsTheFirst() throws {
        #expect(try since([named(["A": "off"], daysAgo: 5), named(["A": "off"], daysAgo: 1)]) == Day.ago(5))
        #expect(try since([named(["A": "off"], daysAgo: 1)]) == Day.ago(1))
    }

    @Test func twoFilesOfADayBelongToThatDay() throws {
        #expect(try since([named([:], daysAgo: 1.3), named(["A": "off"], daysAgo: 1.1)]) == Day.ago(1))
    }

    @Test func onlyWhoSpeaksForAListingSaysThatItWasWell() throws {
        let answers = { (status: String?, days: Double) in
            named(["A": status], daysAgo: days, format: "answer", isComplete: false)
        }
        #expect(try since([answers("off", 6), answers(nil, 4), answers("off", 2)]) == Day.ago(3))
        let other = named(["Z": "off"], daysAgo: 4, format: "answer", isComplete: false)
        #expect(try since([answers("off", 6), other, answers("off", 2)]) == Day.ago(6))
        let kind = named(["Z": "off"], daysAgo: 4, format: "other list")
        #expect(try since([named(["A": "off"], daysAgo: 6), kind, named(["A": "off"], daysAgo: 2)]) == Day.ago(6))
    }

    @Test func aStatusIsAsOldAsItsOwnFiles() throws {
        let warned = named(["A": "warned"], daysAgo: 9)
        #expect(try since([warned, named(["A": "off"], daysAgo: 4), named(["A": "off"], daysAgo: 1)]) == Day.ago(8))
        let both = Export(
            feed: SuppressedListings.feed, effectiveAt: .noon - 1,
            rows: ["off", "warned"].map { FactRow("A", SuppressedListings.status.of($0)) }, format: "report")
        #expect(try since([warned, named(["A": "warned"], daysAgo: 4), both]) == Day.ago(3))
        #expect(try since([warned, named(["A": "warned"], daysAgo: 4), both], status: "warned") == Day.ago(9))
    }

    @Test func whatAnyFileSaysIsOverIsOverForAll() throws {
        let cleared = named(["A": nil], daysAgo: 4, format: "answer", isComplete: false)
        #expect(try since([named(["A": "off"], daysAgo: 6), cleared, named(["A": "off"], daysAgo: 1)]) == Day.ago(3))
    }

    @Test func whatSaysSinceWhenNeedsNone() throws {
        #expect(try since([named([:], daysAgo: 5), named(["A": "off"], daysAgo: 1, since: .ago(4))]) == nil)
    }

    // MARK: Listings of which the catalogue says that they cannot be bought

    /// A file of listings of so many days ago, with what it says of each.
    private func listed(
        _ statuses: [String: String?], daysAgo: Double, quantity: Int? = nil, format: String = "answer",
        isComplete: Bool = false
    ) -> Export {
        Export(
            feed: Catalog.feed, effectiveAt: .noon - daysAgo,
            rows: statuses.sorted { $0.key < $1.key }.map {
                FactRow(
                    $0.key, Catalog.title.of("Title"), Catalog.status.of($0.value), Catalog.channel.of("DEFAULT"),
                    Catalog.quantity.of(quantity))
            }, format: format, isComplete: isComplete)
    }

    @Test func aListingCannotBeBoughtSinceTheLastFileThatSaidItCould() throws {
        let off = "DISCOVERABLE"
        let answers = [
            listed(["A": "BUYABLE DISCOVERABLE"], daysAgo: 9), listed(["A": off], daysAgo: 6),
            listed(["A": nil], daysAgo: 4), listed(["Z": off], daysAgo: 3), listed(["A": off], daysAgo: 1),
        ]
        #expect(try since(answers, status: off) == Day.ago(8))
        let report = listed(["A": "Inactive"], daysAgo: 5, format: "report", isComplete: true)
        #expect(try since(answers + [report], status: off) == Day.ago(8), "another kind of file has other words")
        #expect(try since([listed(["A": "Inactive"], daysAgo: 1)], status: "Inactive") == nil)
    }

    // MARK: Listings that no list has

    private func unlisted(_ exports: [Export]) throws -> Day? { try word(exports)?.since }

    private func word(_ exports: [Export]) throws -> Unlisted? {
        let chunk = try chunk(exports)
        return try chunk.unlisted(#require(chunk.rows.first { chunk.codes[$0] == "A" }))
    }

    @Test func unitsThatTheLastListHadAreLeftWhereTheyDidNotSell() throws {
        let now = listed(["Z": "Active"], daysAgo: 0.2, isComplete: true)
        func left(_ before: Export, sold days: Int = 20) throws -> Unlisted? {
            try word([before, now, .sales(["A": 2, "Z": 1], days: days, until: .today, at: .noon - 0.1)])
        }
        let list = { (status: String, units: Int?) in
            listed(["A": status, "Z": "Active"], daysAgo: 2, quantity: units, isComplete: true)
        }
        #expect(try left(list("Active", 9))?.units == 5, "two days at two a day")
        #expect(try left(list("Active", 4))?.units == 0)
        #expect(try left(list("Active", nil)) == Unlisted(since: .ago(1)))
        #expect(try left(list("PUBLISHED RETIRED", 9)) == nil, "given up")
    }

    private let whole = [("A", nil, 1_000), ("Z", nil, 1_000)] as [(String, String?, Int64?)]
    private let rest = [("Z", nil, 1_000)] as [(String, String?, Int64?)]
    private let sold = Export.sales(["A": 2, "Z": 1], days: 20, until: .today, at: .noon - 0.5)

    @Test func aListingThatSoldIsGoneSinceTheLastListThatHadIt() throws {
        let lists = [
            Export.catalog(whole, at: .noon - 6), .catalog(whole, at: .noon - 4), .catalog(rest, at: .noon - 1),
        ]
        #expect(try unlisted(lists + [sold]) == Day.ago(3))
        let stale = [Export.catalog(whole, at: .noon - 6), .catalog(rest, at: .noon - 4)]
        #expect(try unlisted(stale + [sold]) == nil, "a stale list says nothing")
    }

    @Test func whatNeverSoldOrNoListEverHadIsNotGone() throws {
        let lists = [Export.catalog(whole, at: .noon - 4), .catalog(rest, at: .noon - 1)]
        let others = Export.sales(["A": 0, "Z": 1], days: 20, until: .today, at: .noon - 0.5)
        #expect(try unlisted(lists + [others]) == nil)
        #expect(try unlisted([.catalog(rest, at: .noon - 4), lists[1], sold]) == nil)
        var some = lists[1]
        some.isComplete = false
        #expect(try unlisted([lists[0], some, sold]) == nil)
    }
}
