import Testing

@testable import Pricing

@Suite struct OwnerTests {
    @Test(arguments: [
        ("SELF", FeaturedOwner.own), ("self", .own), ("COMPETITOR", .competitor), ("None", .none),
        ("Amazon", .competitor), ("Amazon.com", .competitor),
        ("No featured offer", .none),
    ])
    func isReadInAnySpelling(text: String, owner: FeaturedOwner) {
        #expect(FeaturedOwner(reported: text) == owner)
    }

    @Test func isUnknownInAnyOtherWord() {
        #expect(FeaturedOwner(reported: "") == nil)
        #expect(FeaturedOwner(reported: "Acme Trading") == nil)
        #expect(FeaturedOwner(reported: "noé") == nil, "letters that are not ASCII are letters")
    }
}
