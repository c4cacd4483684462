import FlywheelKit
import Testing

@Suite struct FeedTests {
    private static let feeds = [
        Catalog.feed, Stock.feed, SuppressedListings.feed, Orders.feed, DailySales.feed, Rates.feed,
    ]

    @Test func noTwoFeedsShareAKey() {
        #expect(Set(Self.feeds.map(\.key)).count == Self.feeds.count)
    }

    @Test(arguments: feeds) func columnsBelongToTheirFeedUnderNamesOfTheirOwn(feed: Feed) {
        #expect(feed.columns.allSatisfy { $0.feed == feed.key })
        #expect(Set(feed.columns.map(\.name)).count == feed.columns.count)
        #expect(feed.column(feed.columns[0].name) == feed.columns[0])
        #expect(feed.column("no such column") == nil)
    }

    @Test(arguments: feeds) func noHeadingMeansTwoColumns(feed: Feed) {
        let headings = feed.columns.flatMap { [$0.name] + $0.aliases }
        #expect(Set(headings).count == headings.count)
        #expect(headings.allSatisfy { $0 == $0.lowercased() })
    }

    @Test(arguments: feeds) func aLogIsGroupedAndDatedByColumnsItHas(feed: Feed) {
        guard case .log(let group, let newest, let at) = feed.shape else { return }
        for name in group + [at] + (newest.map { [$0] } ?? []) {
            #expect(feed.column(name) != nil, "\(name)")
        }
    }

    @Test func aStageSaysWhichColumnsItReadsAndWhetherTheFeedDecides() {
        let input = Stock.feed.deciding(Stock.fulfillable, Stock.reserved)
        #expect(input.columns.map(\.key) == ["stock/1#fulfillable", "stock/1#reserved"])
        #expect(input.decides)
        #expect(!Stock.feed.helping(Stock.reserved).decides)
    }
}
