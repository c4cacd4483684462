import Cases
import Statistics
import Testing

@Suite struct SupportAssociationTests {
    private func listings(_ count: Int, seed: UInt64, harm: Double) -> [ListingSupport] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { index in
            let pace = 20 * random.gamma(2)
            let trouble = random.uniform()
            func units(_ mean: Double) -> Double { Double(random.poisson(mean)) }
            return ListingSupport(
                listing: "L\(index)", contacts: random.poisson(pace * 0.1 * trouble), first: units(pace),
                second: units(pace), third: units(pace * (1 - harm * trouble)))
        }
    }

    @Test func listingsThatPeopleWriteAboutAndThatSellLessShow() throws {
        let found = SupportAssociation(listings(300, seed: 1, harm: 0.6))
        let correlation = try #require(found.correlation)
        #expect(correlation.value < -0.2 && correlation.interval().upperBound < 0)
    }

    /// Where a rate and a change share a figure, chance alone makes them go together.
    @Test func withoutHarmChanceIsFoundAsOftenAsItSays() {
        let wrong = (1...200).count { seed in
            let found = SupportAssociation(listings(100, seed: UInt64(seed), harm: 0)).correlation
            return found.map { !$0.interval().contains(0) } ?? false
        }
        #expect(wrong <= 22, "\(wrong) of 200")
    }

    @Test func listingsWithoutSalesAreLeftOutAndSaidTo() {
        let still = ListingSupport(listing: "A", contacts: 3, first: 0, second: 5, third: 5)
        let gone = ListingSupport(listing: "B", contacts: 3, first: 5, second: 0, third: 0)
        let found = SupportAssociation([still, gone])
        #expect(found.leftOut == 2 && found.correlation == nil)
    }

    @Test func whereNothingCanBeSaidTheReasonIs() {
        let alike = (0..<12).map { ListingSupport(listing: "L\($0)", contacts: 1, first: 4, second: 4, third: 4) }
        #expect(SupportAssociation([], hasLinks: false).missing == .links)
        #expect(SupportAssociation([], unknown: 3).missing == .sales)
        #expect(SupportAssociation(Array(alike.prefix(9))).missing == .listings)
        #expect(SupportAssociation(alike).missing == .difference)
        #expect(SupportAssociation(listings(50, seed: 3, harm: 0)).missing == nil)
    }
}
