import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct FeedLedgerTests {
    private let owner = FeedLedger.Owner(account: "acme", marketplace: "US")

    /// An import of stock, complete and kept unless said otherwise.
    private func record(
        _ number: Int64, _ at: Instant, of feed: Feed = Stock.feed, format: String = "csv", isComplete: Bool = true,
        state: ImportRecord.State = .kept, receivedAt: Instant? = nil, account: String = "acme"
    ) -> ImportRecord {
        var summary = ImportSummary()
        summary.isComplete = isComplete
        return ImportRecord(
            id: ImportID(number),
            draft: ImportDraft(
                fileName: "", digest: "\(number)", format: format, feed: feed.key.text, subject: .listing,
                account: account, marketplace: "US", effectiveAt: at, receivedAt: receivedAt ?? at),
            summary: summary, state: state, actor: .flywheel)
    }

    private func sources(
        _ records: [ImportRecord], of feed: Feed = Stock.feed, asOf: Instant = .noon, knownAt: Instant? = nil
    ) -> [Int64] {
        FeedLedger(records, asOf: asOf, knownAt: knownAt).sources(of: feed, for: owner).map(\.id.number)
    }

    @Test func aSnapshotIsTheNewestCompleteFileAndThePartialOnesAfterIt() {
        let records = [
            record(1, .noon - 5, isComplete: false), record(2, .noon - 4), record(3, .noon - 3),
            record(4, .noon - 2, isComplete: false), record(5, .noon - 1, isComplete: false),
        ]
        #expect(sources(records) == [3, 4, 5])
        #expect(sources(records.reversed()) == [3, 4, 5])
    }

    @Test func whatHoldsEverywhereMakesNoPlace() {
        let others = [Rates.feed, People.feed, Events.feed].enumerated().map { record(Int64($0) + 1, .noon, of: $1) }
        #expect(!FeedLedger(others, asOf: .noon).isPlace(owner))
        #expect(FeedLedger(others + [record(4, .noon)], asOf: .noon).isPlace(owner))
        #expect(FeedLedger([], asOf: .noon).isPlace(owner), "of which nothing is known yet")
    }

    @Test func partialFilesAloneCountAll() {
        #expect(sources([record(1, .noon - 2, isComplete: false), record(2, .noon - 1, isComplete: false)]) == [1, 2])
    }

    @Test func eachKindOfFileHasItsOwnNewest() {
        let records = [
            record(1, .noon - 1.5, format: "json"), record(2, .noon - 3), record(3, .noon - 2), record(4, .noon - 1),
        ]
        #expect(sources(records) == [1, 4])
    }

    @Test func aStaleKindOfFileSaysNothingBesideAFreshOne() {
        #expect(sources([record(1, .noon - 4, format: "json"), record(2, .noon - 1)]) == [2])
        #expect(sources([record(1, .noon - 4, format: "json"), record(2, .noon - 5)]) == [2, 1])
    }

    @Test func filesOfOneMomentCountInTheOrderTheyCameIn() {
        #expect(sources([record(8, .noon - 1), record(7, .noon - 1)]) == [8])
    }

    @Test func aLogIsEveryFileOfIt() {
        let records = [record(2, .noon - 1, of: Orders.feed), record(1, .noon - 9, of: Orders.feed)]
        #expect(sources(records, of: Orders.feed) == [1, 2])
    }

    @Test func filesOfOthersDoNotCount() {
        #expect(sources([record(1, .noon - 1, account: "other"), record(2, .noon - 1, of: Catalog.feed)]).isEmpty)
    }

    @Test func whatWasTrueLaterIsNotSeen() {
        let records = [record(1, .noon - 2), record(2, .noon)]
        #expect(sources(records, asOf: .noon) == [2])
        #expect(sources(records, asOf: .noon.advanced(bySeconds: -1)) == [1])
    }

    @Test func whatCameInLaterIsNotKnown() {
        let records = [record(1, .noon - 2), record(2, .noon - 1, receivedAt: .noon + 3)]
        #expect(sources(records) == [2])
        #expect(sources(records, knownAt: .noon) == [1])
        #expect(sources(records, knownAt: .noon + 3) == [2])
    }

    @Test(arguments: [ImportRecord.State.staging, .quarantined, .discarded])
    func onlyKeptFilesCount(state: ImportRecord.State) {
        let ledger = FeedLedger([record(1, .noon - 1, state: state)], asOf: .noon)
        #expect(ledger.sources(of: Stock.feed, for: owner).isEmpty)
        #expect(ledger.status(of: Stock.feed, for: owner) == .missing)
        #expect(ledger.owners.isEmpty)
    }

    // MARK: Freshness

    @Test func aFeedIsFreshUpToItsLimitAndStaleAfter() {
        let limit = FeedLedger([record(1, .noon - 2)], asOf: .noon)
        #expect(limit.status(of: Stock.feed, for: owner) == .fresh(.noon - 2))
        let after = FeedLedger([record(1, .noon - 2.5)], asOf: .noon)
        #expect(after.status(of: Stock.feed, for: owner) == .stale(.noon - 2.5, days: 2.5))
    }

    @Test(arguments: [Stock.feed, SuppressedListings.feed])
    func partialFilesAloneDecideAboutTheRowsTheyName(feed: Feed) {
        let old = record(1, .noon - 5, of: feed, format: "json", isComplete: false)
        let new = record(2, .noon - 1, of: feed, format: "json", isComplete: false)
        let ledger = FeedLedger([old, new], asOf: .noon)
        #expect(ledger.status(of: feed, for: owner) == .fresh(.noon - 1))
        #expect(ledger.sources(of: feed, for: owner).map(\.id) == [ImportID(1), ImportID(2)])
        #expect(ledger.decidingByRow(feed, for: owner)?.map(\.id) == [ImportID(2)], "what is stale decides nothing")
        #expect(!ledger.isWhole(feed, for: owner) && !ledger.isFresh(feed, for: owner), "of others nothing is known")
        let listed = FeedLedger([old, new, record(3, .noon - 1, of: feed)], asOf: .noon)
        #expect(listed.decidingByRow(feed, for: owner) == nil && listed.isFresh(feed, for: owner))
    }

    @Test func aPartialFileMakesNothingFreshBesideACompleteOne() {
        let partial = record(1, .noon - 1, format: "json", isComplete: false)
        let beside = FeedLedger([partial, record(2, .noon - 4)], asOf: .noon)
        #expect(beside.status(of: Stock.feed, for: owner) == .stale(.noon - 4, days: 4))
    }

    @Test func whatWasSaidOfSomeLongAgoIsNotHeldAgainstAFreshListOfAll() {
        let feed = SuppressedListings.feed
        let some = [
            record(1, .noon - 5, of: feed, format: "changes", isComplete: false),
            record(2, .noon - 1, of: feed, format: "changes", isComplete: false),
        ]
        let listed = FeedLedger(some + [record(3, .noon - 1.5, of: feed)], asOf: .noon)
        #expect(listed.sources(of: feed, for: owner).map(\.id) == [ImportID(3), ImportID(2)])
    }

    @Test func aFeedThatDecidesRowByRowIsAsFreshAsItsNewestFileAndForgetsWhatIsStale() {
        let feed = Offers.feed
        let records = [
            record(1, .noon - 5, of: feed, isComplete: false), record(2, .noon - 1, of: feed, isComplete: false),
        ]
        let ledger = FeedLedger(records, asOf: .noon)
        #expect(ledger.status(of: feed, for: owner) == .fresh(.noon - 1))
        #expect(ledger.sources(of: feed, for: owner).map(\.id) == [ImportID(2)])
        #expect(FeedLedger([records[0]], asOf: .noon).status(of: feed, for: owner) == .stale(.noon - 5, days: 5))
        #expect(FeedLedger([], asOf: .noon).status(of: feed, for: owner) == .missing)
    }

    @Test func agesAreListedByFeedAndOwner() {
        let records = [record(1, .noon - 1, account: "b"), record(2, .noon - 9, account: "a")]
        let ages = FeedLedger(records, asOf: .noon).ages(of: [Stock.feed, Catalog.feed], for: [])
        #expect(ages.map(\.account) == ["a", "b"])
        #expect(ages.map(\.status) == [.stale(.noon - 9, days: 9), .fresh(.noon - 1)])
    }
}
