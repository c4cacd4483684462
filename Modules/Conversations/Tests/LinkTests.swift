import Testing

@testable import Conversations

@Suite struct LinkTests {
    private func links(_ text: String) -> [FoundLink] { LinkFinder.links(in: text) }

    @Test(
        arguments: [
            "302-1234567-7654321", "(302-1234567-7654321).", "注文番号302-1234567-7654321です",
            "https://sellercentral.example/orders-v3/order/302-1234567-7654321?x=1", "#302-1234567-7654321",
        ])
    func anAmazonOrderIsFoundByItsForm(text: String) {
        #expect(links(text).map(\.code) == ["302-1234567-7654321"])
        #expect(links(text).map(\.kind) == [.order])
    }

    @Test(
        arguments: [
            "3302-1234567-7654321", "302-1234567-76543210", "302-1234567", "302-123-4567", "+1 302-123-4567",
            "2026-11-20", "20-11-2026", "1-302-1234567-7654321", "302 1234567 7654321", "978-3-16-148410-0",
        ])
    func whatOnlyLooksLikeAnOrderIsNone(text: String) {
        #expect(links(text).filter { $0.kind == .order } == [])
    }

    @Test(
        arguments: [
            ("Order #1001 is late", "#1001"), ("Bestellnummer: 5281956", "5281956"),
            ("order no. 1796277083022", "1796277083022"),
            ("commande n° 55512345", "55512345"), ("ebay 02-12345-54321", "02-12345-54321"),
            ("PO 1796277083022", "1796277083022"),
            ("purchase order number is 5281956426648", "5281956426648"),
        ])
    func anOrderOfOtherMarketplacesIsFoundBehindItsWord(text: String, code: String) {
        #expect(links(text).map(\.code) == [code], "\(links(text))")
        #expect(links(text).first?.kind == .order)
    }

    @Test(arguments: [
        "in order to pay 100 dollars", "order by 2026", "ordered 12345678 yesterday", "#1001", "1796277083022",
    ])
    func aNumberWithoutItsWordIsNoOrder(text: String) {
        #expect(links(text) == [])
    }

    @Test(
        arguments: [
            ("case 12345678901", "12345678901"), ("Case ID: 1234567890", "1234567890"),
            ("[CASE 12345678901]", "12345678901"),
            ("Fallnummer 12345678901", "12345678901"), ("ケースID: 12345678901", "12345678901"),
            ("your case (ID 12345678901) is open", "12345678901"), ("case no. 12345678901", "12345678901"),
            ("id del caso: 12345678901", "12345678901"), ("case #12345678901", "12345678901"),
        ])
    func aCaseIsFoundBehindItsWord(text: String, code: String) {
        #expect(links(text) == [FoundLink(.marketplaceCase, code, .named)])
    }

    @Test(
        arguments: [
            "call 12345678901", "phone case 0171 2345678", "in case you need it: 12 3456 7890", "12345678901",
            "case 123456789", "case 123456789012", "Close the case. 12345678901 is my number",
            "case\n12345678901", "in case of questions call 12345678901",
        ])
    func aTelephoneNumberIsNoCase(text: String) {
        #expect(links(text) == [], "\(links(text))")
    }

    @Test(
        arguments: [
            ("B0ABCDEF12 broke", FoundLink(.product, "B0ABCDEF12", .shaped)),
            ("https://shop.example/dp/B0ABCDEF12/ref=x", FoundLink(.product, "B0ABCDEF12", .shaped)),
            ("ASIN: B0ABCDEF12", FoundLink(.product, "B0ABCDEF12", .named)),
            ("ASIN 0306406152", FoundLink(.product, "0306406152", .named)),
            ("asin b0abcdef12", FoundLink(.product, "B0ABCDEF12", .named)),
            ("SKU: red_mug.2", FoundLink(.listing, "red_mug.2", .named)),
            ("MSKU AB/12-C", FoundLink(.listing, "AB/12-C", .named)),
            ("the MUG-RED-2 leaks", FoundLink(.listing, "MUG-RED-2", .shaped)),
        ])
    func productsAndListingsAreFound(text: String, link: FoundLink) {
        #expect(links(text) == [link])
    }

    @Test(arguments: [
        "b0abcdef12", "B0ABCDEF123", "XB0ABCDEF12", "B0-ABCDEF12x", "well-known", "2-in-1", "T-shirt", "e-mail",
    ])
    func wordsThatOnlyLookLikeProductsAreNone(text: String) {
        #expect(links(text) == [], "\(links(text))")
    }

    @Test(
        arguments: [
            "I made the purchase with 4111111111111111", "order #4111111111111111", "SKU: 4111-1111-1111-1111",
            "order 378282246310005", "the NR-4111111111111111 leaks",
        ])
    func theNumberOfACardIsNoLink(text: String) {
        #expect(links(text) == [], "\(links(text))")
    }

    @Test func aCardThatASourceCallsAnOrderIsKeptNowhere() {
        var ticket = Conversation(source: "zendesk", code: "1")
        ticket.references = ["order": "4111 1111 1111 1111", "cf_card": "378282246310005"]
        (ticket.category, ticket.tags) = ("card 4111111111111111", ["4111111111111111"])
        let (finished, counts) = ticket.finished(Redaction())
        #expect(finished.links == [])
        #expect(finished.references == ["order": "[card ending 1111]", "cf_card": "[card ending 0005]"])
        #expect(finished.category == "card [card ending 1111]" && finished.tags == ["[card ending 1111]"])
        #expect(counts == [.card: 4])
    }

    @Test func aNumberOfAnOrderIsNotLostToATelephones() {
        var ticket = Conversation(source: "zendesk", code: "1")
        ticket.references = ["order": "030 1234567"]
        #expect(ticket.finished(Redaction(Set(Redaction.Kind.allCases))).0.references == ticket.references)
    }

    @Test func oneThingIsFoundOnceWithTheBestThatSpeaksForIt() {
        let found = links("302-1234567-7654321 … I mean order 302-1234567-7654321 and order 302-1234567-7654322")
        #expect(
            found == [
                FoundLink(.order, "302-1234567-7654321", .named), FoundLink(.order, "302-1234567-7654322", .named),
            ])
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func anyTextIsReadWithoutATrap(seed: UInt64) {
        var random = Splitmix(seed)
        let pieces = [
            "case", " ", "#", "1", "234567890", "-", ".", "/", "B0", "\u{301}", "注文", "é", "\u{1F600}", "\r\n", "_",
            "ID:",
        ]
        let text = (0..<40).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        let bytes = Array(text.uppercased().utf8)
        for link in links(text) {
            #expect(bytes.contains(Array(link.code.uppercased().utf8.drop { $0 == UInt8(ascii: "#") })), "\(text)")
        }
    }
}
