import Cases
import FlywheelKit
import Testing

@Suite struct ListingSupportTests {
    private static let days = Day(epochDays: 20_000)..<Day(epochDays: 20_091)

    private func listing(_ units: [Int?], opened: [Int] = []) -> ListingSupport? {
        let history = History(days: Self.days, values: Values(units))
        return ListingSupport(
            listing: "A", opened: opened.map { Self.days.lowerBound.advanced(by: $0) }, units: history.row(0),
            on: Self.days)
    }

    /// Of 91 days the last 84 count, 28 for each stretch.
    @Test func stretchesEndWithTheLastDay() {
        let units = [Int](repeating: 9, count: 7) + (1...3).flatMap { [Int](repeating: $0, count: 28) }
        let found = listing(units, opened: [6, 7, 34, 34, 35])
        #expect(found == ListingSupport(listing: "A", contacts: 3, first: 28, second: 56, third: 84))
    }

    @Test func unknownDaysAreNoDaysWithoutSalesAndTooManyOfThemMakeAStretchUnknown() {
        var units = [Int?](repeating: 2, count: 91)
        for day in 7..<14 { units[day] = nil }
        #expect(listing(units)?.first == 56)
        units[14] = nil
        #expect(listing(units) == nil)
    }

    @Test func onlyConfirmedListingsCountAndEachOncePerCase() throws {
        var matter = Case(source: "mail", code: "1", account: "acme", marketplace: "M")
        #expect(ListingContacts([matter]) { $0.utcDay }.days.isEmpty)
        matter.add(CaseEvent(at: Instant(seconds: 86_400 * 20_000), .opened))
        matter.links = [
            CaseLink(.listing, "A", isConfirmed: true), CaseLink(.listing, "A", isConfirmed: true),
            CaseLink(.listing, "B"), CaseLink(.product, "C", isConfirmed: true),
        ]
        let contacts = ListingContacts([matter, matter]) { $0.utcDay }
        let listing = Subject(.listing, account: "acme", marketplace: "M", code: "A")
        #expect(contacts.days == [listing: [Day(epochDays: 20_000), Day(epochDays: 20_000)]])
        #expect(contacts.accounts == ["acme"])
    }
}
