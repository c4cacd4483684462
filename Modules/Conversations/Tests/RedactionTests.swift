import Testing

@testable import Conversations

@Suite struct RedactionTests {
    private let all = Redaction(Set(Redaction.Kind.allCases))

    /// Published test numbers of the networks: a Visa, a Mastercard of each range, an American Express, a Diners Club, a
    /// Discover, a JCB, a Maestro, a UnionPay.
    @Test(
        arguments: [
            "4111111111111111", "5555555555554444", "2223003122003222", "378282246310005", "30569309025904",
            "6011111111111117", "3530111333300000", "6759649826438453", "6205500000000000004", "4222222222222",
        ])
    func aCardOfEveryNetworkIsTakenOut(number: String) {
        let text = "My card is \(number), please."
        let result = Redaction().redact(text)
        #expect(result.text == "My card is [card ending \(number.suffix(4))], please.")
        #expect(result.counts == [.card: 1])
    }

    @Test(
        arguments: [
            "4111 1111 1111 1111", "4111-1111-1111-1111", "4111\u{A0}1111\u{A0}1111\u{A0}1111", "3782 822463 10005",
            "4111 1111 1111 1111 12/29", "99 4111 1111 1111 1111", "nr4111111111111111", "４１１１１１１１１１１１１１１１",
            "4111–1111–1111–1111", "4111  1111  1111  1111", "4111 - 1111 - 1111 - 1111", "4111.1111.1111.1111",
            "4111/1111/1111/1111", "4111_1111_1111_1111", "4111—1111—1111—1111", "4111,1111,1111,1111",
            "4111\u{200B}1111\u{200B}1111\u{200B}1111", "411111 1111 111111", "41111111 11111111",
            "٤١١١ ١١١١ ١١١١ ١١١١",
        ])
    func aCardIsTakenOutHoweverItIsWritten(text: String) {
        let result = Redaction().redact(text)
        #expect(result.counts == [.card: 1], "\(result.text)")
        #expect(!result.text.contains("1111 1111") && !result.text.contains("822463"))
    }

    @Test(
        arguments: [
            // One digit off, an Amazon order, a tracking number, an IMEI, a GTIN-14, a day and time, many digits.
            "4111111111111112", "order 411-1111111-1111116", "9400111899223197428490", "356938035643809",
            "10012345678902", "2026-11-20 16:05:00", "41111111111111111111111111", "tel. +49 30 1234567",
            "4111,1111, 1111,1111", "4,111,111,111,111,111", "2019,2020,2021,2022", "4111/11/1111/1111/11",
        ])
    func whatOnlyLooksLikeACardStays(text: String) {
        #expect(Redaction().redact(text).text == text)
    }

    @Test(
        arguments: [
            "call +49 30 1234567", "call 0171/1234567", "call (555) 234-5678", "call 555-234-5678", "call 030 12345678",
            "call 0049 30 1234567", "call +1 (555) 234 5678", "call 03-1234-5678",
        ])
    func aTelephoneNumberIsTakenOutWherePolicySaysSo(text: String) {
        #expect(all.redact(text).text == "call [phone]")
        #expect(Redaction().redact(text).text == text)
    }

    @Test(
        arguments: [
            ("call 555-234-5678 10 times", "call [phone] 10 times"), ("2 calls to 030 1234567", "2 calls to [phone]"),
            ("10 555-234-5678", "10 [phone]"),
            ("card 4111 1111 1111 1111 030 1234567", "card [card ending 1111] [phone]"),
        ])
    func aTelephoneNumberIsTakenOutBesideOtherNumbers(text: String, kept: String) {
        #expect(all.redact(text).text == kept)
    }

    @Test(
        arguments: [
            "order 302-1234567-1234567", "on 05.11.2026 12:30", "on 05/11/2026 10 pieces", "on 20.11.2026",
            "on 2026-11-20", "ebay 02-12345-12345", "case 12345678901",
            "A1-0123-4567", "10:05", "19.99", "1,234,567",
        ])
    func whatOnlyLooksLikeATelephoneNumberStays(text: String) {
        #expect(all.redact(text).text == text)
    }

    @Test(
        arguments: [
            ("mail jane.doe+x@example.co.uk.", "mail [e-mail]."), ("<a@b.example>", "<[e-mail]>"),
            ("a@b.example, c@d.example", "[e-mail], [e-mail]"), ("müller@bücher.example", "[e-mail]"),
            ("1234567@example.com", "[e-mail]"), ("meet @ noon", "meet @ noon"), ("a@b", "a@b"), ("@shop", "@shop"),
        ])
    func anAddressIsTakenOutWherePolicySaysSo(text: String, kept: String) {
        #expect(all.redact(text).text == kept)
        #expect(Redaction().redact(text).text == text)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func redactingAgainChangesNothingAndNoCardIsLeft(seed: UInt64) {
        var random = Splitmix(seed)
        let pieces = [
            "4111111111111111", "378282246310005", " ", "-", "1", "42", "@", "a.example", "+49", "(", ")",
            "302-1234567-",
            "é", "４", "\n", "Tel",
        ]
        let text = (0..<20).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        let once = all.redact(text).text
        #expect(all.redact(once).text == once, "\(text)")
    }

    @Test func theCheckDigitFindsEveryWrongDigitAndTransposition() {
        let number = [4, 5, 3, 9, 1, 4, 8, 8, 0, 3, 4, 3, 6, 4, 6, 7]
        #expect(CardNumber.passesLuhn(number))
        for place in number.indices {
            for digit in 0...9 where digit != number[place] {
                var wrong = number
                wrong[place] = digit
                #expect(!CardNumber.passesLuhn(wrong))
            }
        }
    }
}

/// A generator of the same numbers for the same seed (S. Vigna, splitmix64).
struct Splitmix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
