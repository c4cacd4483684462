import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct RulingTests {
    private let owner = FeedLedger.Owner(account: "acme", marketplace: "US")

    /// A complete file of a feed, unless said otherwise.
    private func record(
        _ number: Int64, _ at: Instant, of feed: Feed, isComplete: Bool = true, marketplace: String = "US"
    ) -> ImportRecord {
        var summary = ImportSummary()
        summary.isComplete = isComplete
        return ImportRecord(
            id: ImportID(number),
            draft: ImportDraft(
                fileName: "", digest: "\(number)", format: "csv", feed: feed.key.text, subject: .listing,
                account: "acme", marketplace: marketplace, effectiveAt: at, receivedAt: at),
            summary: summary, state: .kept, actor: .flywheel)
    }

    private func ruling(_ manifest: StageManifest, _ records: [ImportRecord]) -> Ruling {
        FeedLedger(records, asOf: .noon).ruling(of: manifest, for: owner)
    }

    private func gate(_ manifest: StageManifest, _ records: [ImportRecord]) -> Gate? {
        let parts = ruling(manifest, records).parts
        return parts.count == 1 ? parts[0].gate : nil
    }

    private func kind(_ id: String, decidedBy feeds: [Feed]? = nil, orBy other: Feed? = nil) -> FindingKind {
        FindingKind(
            id, title: "title of \(id)", effortHours: 1, lastsDays: 1, decidedBy: feeds, elseDecidedBy: other)
    }

    // MARK: A whole stage

    @Test func theGateOpensAtTheOldestDecidingFile() {
        let records = [record(1, .noon - 1, of: Stock.feed), record(2, .noon - 1.5, of: SuppressedListings.feed)]
        let both = StageManifest(
            id: "both", title: "Both",
            inputs: [
                Stock.feed.deciding(Stock.fulfillable), SuppressedListings.feed.deciding(SuppressedListings.status),
            ],
            kinds: [])
        #expect(gate(both, records) == .open(.noon - 1.5))
        #expect(gate(StockStage.manifest, records) == .open(.noon - 1))
    }

    @Test func anyStaleOrMissingDecidingFeedClosesTheGateAndIsNamed() {
        let manifest = StageManifest(
            id: "all", title: "All",
            inputs: [
                Stock.feed.deciding(Stock.fulfillable), SuppressedListings.feed.deciding(SuppressedListings.status),
                Catalog.feed.deciding(Catalog.price), Orders.feed.helping(Orders.quantity),
            ], kinds: [])
        let records = [record(1, .noon - 1, of: Stock.feed), record(2, .noon - 9, of: SuppressedListings.feed)]
        let lacking = [LackingFeed("suppressed listings", daysOld: 9), LackingFeed("listings", daysOld: nil)]
        #expect(gate(manifest, records) == .withheld(lacking))
        #expect(ruling(manifest, records).lacking == lacking)
    }

    @Test func aStageThatNothingDecidesForIsAlwaysOpen() {
        let manifest = StageManifest(
            id: "none", title: "None", inputs: [Stock.feed.helping(Stock.fulfillable)], kinds: [])
        #expect(gate(manifest, []) == .open(.noon))
    }

    // MARK: By kind

    /// Two kinds by two feeds, and one that needs both.
    private var byKind: StageManifest {
        StageManifest(
            id: "by-kind", title: "By kind",
            inputs: [
                Stock.feed.deciding(Stock.fulfillable), SuppressedListings.feed.deciding(SuppressedListings.status),
            ],
            kinds: [
                kind("short", decidedBy: [Stock.feed]), kind("blocked", decidedBy: [SuppressedListings.feed]),
                kind("both"),
            ])
    }

    @Test func aKindIsDecidedByItsOwnFeedsAlone() {
        let stock = record(1, .noon - 1, of: Stock.feed)
        let alone = ruling(byKind, [stock])
        #expect(alone.isOpen && alone.isOpen(for: "short"))
        #expect(!alone.isOpen(for: "blocked") && !alone.isOpen(for: "both"))
        #expect(!alone.isOpen(for: "of-an-older-version"), "of what no manifest knows nothing is said")
        #expect(
            alone.lacking.map(\.text) == ["suppressed listings missing, only for title of blocked and title of both"])

        let stale = ruling(byKind, [stock, record(2, .noon - 9, of: SuppressedListings.feed)])
        #expect(stale.isOpen(for: "short") && !stale.isOpen(for: "blocked"))
        #expect(stale.lacking.map(\.daysOld) == [9])
        #expect(stale.parts[stale.place(of: "short")].gate == .open(.noon - 1))
    }

    @Test func whatAllKindsWaitForNamesNone() {
        let none = ruling(byKind, [])
        #expect(!none.isOpen)
        #expect(
            Set(none.lacking.map(\.text)) == [
                "stock missing, only for title of short and title of both",
                "suppressed listings missing, only for title of blocked and title of both",
            ])
        let old = record(1, .noon - 9, of: Stock.feed)
        let single = StageManifest(
            id: "single", title: "Single", inputs: [Stock.feed.helping(Stock.fulfillable)],
            kinds: [kind("short", decidedBy: [Stock.feed])])
        #expect(ruling(single, [old]).lacking.map(\.text) == ["stock stale, 9 days old"])
    }

    @Test func aFeedThatHelpsDecidesAboutTheKindsThatNameIt() {
        let manifest = StageManifest(
            id: "shelf", title: "Shelf",
            inputs: [
                Stock.feed.deciding(Stock.fulfillable), StrandedStock.feed.helping(StrandedStock.fulfillable),
            ],
            kinds: [kind("short"), kind("stranded", decidedBy: [Stock.feed, StrandedStock.feed])])
        #expect(manifest.deciding.map(\.feed.key) == [Stock.feed.key, StrandedStock.feed.key])
        let stock = record(1, .noon - 1, of: Stock.feed)
        let stale = ruling(manifest, [stock, record(2, .noon - 5, of: StrandedStock.feed)])
        #expect(stale.isOpen(for: "short") && !stale.isOpen(for: "stranded"))
        #expect(stale.lacking.map(\.text) == ["stranded stock stale, 5 days old, only for title of stranded"])

        let never = ruling(manifest, [stock])
        #expect(!never.isOpen(for: "stranded"))
        #expect(never.lacking.isEmpty, "nobody ever brought it, and it can be done without")
        #expect(ruling(manifest, []).lacking.map(\.text) == ["stock missing"])
    }

    @Test func whereADecidingFeedWasNeverBroughtAnotherDecidesAboutTheKindsThatNeedNoMore() {
        let manifest = StageManifest(
            id: "prices", title: "Prices",
            inputs: [Offers.feed.deciding(Offers.ownPrice), Catalog.feed.helping(Catalog.price)],
            kinds: [kind("error", orBy: Catalog.feed), kind("lost")])
        let listings = record(1, .noon - 0.5, of: Catalog.feed)
        let alone = ruling(manifest, [listings])
        #expect(alone.isOpen && !alone.isOpen(for: "lost") && alone.lacking.isEmpty)
        let error = alone.parts[alone.place(of: "error")]
        #expect(error.gate == .open(.noon - 0.5) && error.inputs.map(\.feed.key) == [Catalog.feed.key])

        let both = ruling(manifest, [listings, record(2, .noon - 1, of: Offers.feed, isComplete: false)])
        #expect(both.parts.map(\.gate) == [.open(.noon - 1)] && both.isOpen(for: "lost"))
        #expect(both.parts[0].inputs.map(\.feed.key) == [Offers.feed.key])

        let stale = ruling(manifest, [listings, record(2, .noon - 5, of: Offers.feed, isComplete: false)])
        #expect(!stale.isOpen && stale.lacking == [LackingFeed("offers", daysOld: 5)])
        let none = ruling(manifest, [record(1, .noon - 99, of: Catalog.feed)])
        #expect(!none.isOpen && none.lacking == [LackingFeed("offers", daysOld: nil)])
    }

    @Test(arguments: [("shopify", true), ("ebay-de", true), ("walmart", false), ("US", false)])
    func aFeedThatAChannelDoesNotHaveIsNotMissingThere(marketplace: String, standsIn: Bool) {
        let manifest = StageManifest(
            id: "issues", title: "Issues",
            inputs: [
                SuppressedListings.feed.deciding(SuppressedListings.status), Catalog.feed.helping(Catalog.price),
            ],
            kinds: [kind("blocked"), kind("gone", orBy: Catalog.feed)])
        func ruling(_ age: Double) -> Ruling {
            FeedLedger([record(1, .noon - age, of: Catalog.feed, marketplace: marketplace)], asOf: .noon)
                .ruling(of: manifest, for: FeedLedger.Owner(account: "acme", marketplace: marketplace))
        }
        let missing = [LackingFeed("suppressed listings", daysOld: nil)]
        #expect(ruling(1).isOpen(for: "gone") == standsIn && !ruling(1).isOpen(for: "blocked"))
        #expect(ruling(1).lacking == (standsIn ? [] : missing))
        #expect(!ruling(9).isOpen)
        #expect(ruling(9).lacking == (standsIn ? [LackingFeed("listings", daysOld: 9)] : missing))
    }
}
