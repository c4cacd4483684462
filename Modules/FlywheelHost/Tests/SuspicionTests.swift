import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelHost

@Suite struct SuspicionTests {
    private func summary(_ kept: Int, rejected: Int = 0, columns: [String] = ["price"]) -> ImportSummary {
        var summary = ImportSummary()
        summary.kept = kept
        summary.rejected = rejected
        summary.subjects = kept
        summary.columns = columns
        return summary
    }

    private func record(_ summary: ImportSummary) -> ImportRecord {
        ImportRecord(
            id: ImportID(7),
            draft: ImportDraft(
                fileName: "", digest: "", format: "", feed: "", subject: .listing, account: "", marketplace: "",
                effectiveAt: Instant(seconds: 0), receivedAt: Instant(seconds: 0)),
            summary: summary, state: .kept, actor: .flywheel)
    }

    private func suspicion(
        of new: ImportSummary, after last: ImportSummary? = nil, feed: Feed = Catalog.feed, joinedAt: Int? = nil,
        cutOffAt: Int? = nil, missing: Int = 0, understood: Int = 0, strangers: Strangers? = nil
    ) -> String? {
        Suspicion.of(
            new, feed: feed, unreadable: new.rejected - understood, joinedAt: joinedAt, cutOffAt: cutOffAt,
            after: last.map(record), missing: { missing }, strangers: { strangers })
    }

    @Test func aColumnWithAmountsInNoKnownCurrencyIsLost() {
        var open = summary(10)
        open.openColumns = ["price"]
        #expect(suspicion(of: open, after: summary(10)) == "without price, which the last one (I7) had")
        #expect(suspicion(of: open, after: open) == nil, "nothing is known of it anyway")
        #expect(suspicion(of: open) == nil)
    }

    @Test func aFirstFileIsBelieved() {
        #expect(suspicion(of: summary(0)) == nil)
        #expect(suspicion(of: summary(10, rejected: 10)) == nil)
    }

    @Test func rowsThatAreUnderstoodAndNotReadSayNothingAgainstAFile() {
        #expect(suspicion(of: summary(10, rejected: 90), understood: 90) == nil)
    }

    @Test func aFileOfMostlyRejectedRowsIsNot() {
        #expect(suspicion(of: summary(10, rejected: 11)) == "11 of 21 rows were rejected")
        #expect(suspicion(of: summary(10, rejected: 11), feed: Orders.feed) == "11 of 21 rows were rejected")
    }

    @Test func aFileMayShrinkByItsFeedsShare() {
        #expect(suspicion(of: summary(80), after: summary(100)) == nil)
        #expect(suspicion(of: summary(79), after: summary(100)) == "79 rows, the last one (I7) had 100: 21% fewer")
        #expect(suspicion(of: summary(21), after: summary(100), feed: SuppressedListings.feed) == nil)
    }

    @Test func aSmallListMayLoseTwoRows() {
        #expect(suspicion(of: summary(1), after: summary(3)) == nil)
        #expect(suspicion(of: summary(1), after: summary(4)) != nil)
    }

    @Test func anEmptyFileAfterAFullOneIsSuspect() {
        #expect(suspicion(of: summary(0), after: summary(1)) == "no rows, the last one (I7) had 1")
        #expect(suspicion(of: summary(0), after: summary(0)) == nil)
    }

    /// The last two problems of a list are solved as any two are; of more it is to be asked.
    @Test func aListOfProblemsMayEndWithNone() {
        let feed = SuppressedListings.feed
        #expect(suspicion(of: summary(0), after: summary(2), feed: feed, missing: 2) == nil)
        #expect(
            suspicion(of: summary(0), after: summary(3), feed: feed) == "0 rows, the last one (I7) had 3: 100% fewer")
        #expect(suspicion(of: summary(0, columns: []), after: summary(1), feed: feed) != nil)
        var unended = summary(0)
        unended.endsWithLineEnd = false
        #expect(suspicion(of: unended, after: summary(1), feed: feed) != nil)
    }

    @Test func otherSubjectsInTheirPlaceAreSuspect() {
        #expect(
            suspicion(of: summary(100), after: summary(100), missing: 21)
                == "21 of the 100 listings of the last one (I7) are not in it")
        #expect(suspicion(of: summary(100), after: summary(100), missing: 20) == nil)
    }

    @Test func aLostColumnIsSuspectAndANewOneIsNot() {
        let both = summary(9, columns: ["price", "title"])
        #expect(suspicion(of: summary(9), after: both) == "without title, which the last one (I7) had")
        #expect(suspicion(of: both, after: summary(9)) == nil)
    }

    @Test func filesThatWereJoinedAreSuspectWhateverTheyAreOf() {
        for feed in [Catalog.feed, Orders.feed] {
            #expect(
                suspicion(of: summary(9), feed: feed, joinedAt: 5)
                    == "the headings stand again at line 5: files were joined")
        }
    }

    @Test func aFileThatEndsInTheMiddleOfARowIsSuspect() {
        #expect(suspicion(of: summary(9), cutOffAt: 12)?.contains("line 12") == true)
    }

    /// Some logs never end their last line and leave out its blank cells.
    @Test func aLogThatEndsInTheMiddleOfARowIsSuspectUnlessTheLastOneDidSo() {
        var unended = summary(9)
        unended.endsWithLineEnd = false
        #expect(suspicion(of: unended, feed: Orders.feed, cutOffAt: 12)?.contains("line 12") == true)
        #expect(suspicion(of: unended, after: summary(9), feed: Orders.feed, cutOffAt: 12)?.contains("line 12") == true)
        #expect(suspicion(of: unended, after: unended, feed: Orders.feed, cutOffAt: 12) == nil)
        #expect(suspicion(of: unended, after: summary(9), feed: Orders.feed)?.contains("has no end") == true)
        #expect(suspicion(of: unended, after: unended, feed: Orders.feed) == nil)
        #expect(suspicion(of: unended, feed: Orders.feed) == nil)
    }

    @Test func whatSpeaksForItselfAloneMayBeSmall() {
        var partial = summary(1)
        partial.isComplete = false
        #expect(suspicion(of: partial, after: summary(100), missing: 99) == nil)
        #expect(suspicion(of: partial, cutOffAt: 3)?.contains("line 3") == true, "cut off it is as any other")
        #expect(suspicion(of: summary(1), after: summary(100), feed: Orders.feed, missing: 99) == nil)
    }

    // MARK: Another seller's

    private func strangers(_ count: Int, areAnothers: Bool = false) -> Strangers {
        Strangers(count: count, areAnothers: areAnothers)
    }

    @Test(arguments: [SuppressedListings.feed, DailySales.feed, Orders.feed])
    func aFileOfHardlyAnyKnownListingIsNotBelieved(feed: Feed) {
        #expect(suspicion(of: summary(20), feed: feed, strangers: strangers(18)) == nil)
        #expect(
            suspicion(of: summary(20), feed: feed, strangers: strangers(19))
                == "19 of its 20 listings are new to the account: it may be another seller's")
        #expect(suspicion(of: summary(3), feed: feed, strangers: strangers(3)) != nil)
        #expect(suspicion(of: summary(20), feed: feed, strangers: nil) == nil, "the account has no listings yet")
    }

    @Test func oneOrTwoNewListingsWaitOnlyIfAnotherAccountHasThem() {
        let feed = SuppressedListings.feed
        #expect(suspicion(of: summary(2), feed: feed, strangers: strangers(2)) == nil)
        #expect(
            suspicion(of: summary(2), feed: feed, strangers: strangers(2, areAnothers: true))
                == "all of its listings are another account's, and new to this one")
        #expect(suspicion(of: summary(0), feed: feed, strangers: strangers(0)) == nil)
    }

    @Test func ordersToSuppliersMayBeOfListingsThatNobodyKnows() {
        #expect(suspicion(of: summary(9), feed: PurchaseOrders.feed, strangers: strangers(9)) == nil)
        #expect(suspicion(of: summary(9), feed: Tickets.feed, strangers: strangers(9)) == nil)
    }
}
