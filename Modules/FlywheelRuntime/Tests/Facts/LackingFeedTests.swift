import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct LackingFeedTests {
    private static let here = LackingFeed.Place(account: "acme (old)", marketplace: "ATVPDKIKX0DER")

    static let feeds = [
        LackingFeed("stock", daysOld: nil), LackingFeed("stock", daysOld: 9),
        LackingFeed("stock", daysOld: nil, at: here),
        LackingFeed("sales and traffic", daysOld: 31, at: here),
        LackingFeed("stock", daysOld: 1, at: LackingFeed.Place(account: "a, b", marketplace: "walmart-us")),
    ]

    private static let some = [
        LackingFeed("stock", daysOld: 3, at: here, kinds: [LackingFeed.Kind(id: "short", title: "short of stock")])
    ]

    @Test(arguments: feeds + some) func itIsKeptWhole(feed: LackingFeed) throws {
        #expect(try CanonicalJSON.value(LackingFeed.self, from: CanonicalJSON.text(feed)) == feed)
    }

    @Test(arguments: feeds) func whatWasKeptAsTextIsRead(feed: LackingFeed) throws {
        #expect(try CanonicalJSON.value(LackingFeed.self, from: CanonicalJSON.text(feed.text)) == feed)
    }

    @Test func aTextInAnotherFormStaysAsItIs() throws {
        let read = try CanonicalJSON.value(LackingFeed.self, from: CanonicalJSON.text("no rows"))
        #expect(read.title == "no rows" && read.place == nil)
    }
}
