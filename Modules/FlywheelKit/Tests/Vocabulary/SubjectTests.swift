import FlywheelKit
import Testing

@Suite struct SubjectTests {
    @Test func subjectsSortByAccountThenMarketplaceThenKindThenCode() {
        let sorted = [
            Subject(.ticket, account: "a", marketplace: "A", code: "9"),
            Subject(.account, account: "a", marketplace: "B"),
            Subject(.listing, account: "a", marketplace: "B", code: "1"),
            Subject(.listing, account: "a", marketplace: "B", code: "2"),
            Subject(.account, account: "b", marketplace: "A"),
        ]
        #expect(sorted.reversed().sorted() == sorted)
    }

    @Test func namesDifferAndSortByTheirBytes() {
        let decomposed = Subject(.listing, account: "a", marketplace: "B", code: "Cafe\u{301}")
        let plain = Subject(.listing, account: "a", marketplace: "B", code: "Caff")
        let composed = Subject(.listing, account: "a", marketplace: "B", code: "Caf\u{E9}")
        #expect(decomposed.code == composed.code, "Swift takes them for one text")
        #expect(decomposed != composed && Set([decomposed, plain, composed]).count == 3)
        #expect([composed, plain, decomposed].sorted() == [decomposed, plain, composed])
        #expect(!(composed < decomposed) && !(composed < composed))
    }

    @Test func aMarketplaceIsFoundByIdNameOrDomainInEitherCase() {
        for text in ["ATVPDKIKX0DER", "us", "US", "Amazon.com"] {
            #expect(Marketplace.named(text)?.id == "ATVPDKIKX0DER", "\(text)")
        }
        #expect(Marketplace.named("amazon.example") == nil)
    }

    @Test func theUnitedKingdomGoesByItsCodeAsWell() {
        #expect(Marketplace.named("GB") != nil && Marketplace.named("gb") == Marketplace.named("UK"))
    }

    @Test func noTwoMarketplacesShareIdOrNameOrDomain() {
        let all = Marketplace.directory
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.domain)).count == all.count)
    }

    @Test func tiersRankHeroesFirst() {
        #expect([Tier.c, .a, .b].sorted() == [.a, .b, .c])
    }
}
