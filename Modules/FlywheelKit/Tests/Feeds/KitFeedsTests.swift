import FlywheelKit
import Testing

@Suite struct KitFeedsTests {
    @Test func everyFeedHasAKeyAndATitleOfItsOwn() {
        #expect(Set(Feed.ofTheKit.map(\.key)).count == Feed.ofTheKit.count)
        #expect(Set(Feed.ofTheKit.map(\.title)).count == Feed.ofTheKit.count)
    }

    @Test(arguments: Feed.ofTheKit) func columnsAreDeclaredOnceAndForTheirFeed(feed: Feed) {
        #expect(feed.columns.allSatisfy { $0.feed == feed.key })
        let names = feed.columns.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names.map { $0.replacing("-", with: " ") }).count == names.count, "a heading means one column")
        #expect(Set(names).isDisjoint(with: feed.personalHeadings), "what is personal is no column")
    }

    @Test(arguments: Feed.ofTheKit) func logsSayWhatTheyAreToldApartBy(feed: Feed) throws {
        guard case .log(let group, let newest, let at) = feed.shape else { return }
        for name in group + [at] { #expect(feed.column(name)?.isRequired == true, "\(name)") }
        if let newest { #expect(feed.column(newest) != nil) }
        let type = try #require(feed.column(at)).type
        #expect(type == .day || type == .instant)
    }

    @Test(arguments: Feed.ofTheKit) func moneyIsCountedAsMoney(feed: Feed) {
        for column in feed.columns { #expect((column.type == .money) == (column.unit == .money), "\(column.name)") }
    }
}
