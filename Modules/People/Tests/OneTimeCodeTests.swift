import Testing

@testable import People

@Suite("Codes of an authenticator")
struct OneTimeCodeTests {
    private let secret = Array("12345678901234567890".utf8)

    @Test(
        "RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func agreesWithTheStandard(seconds: Int64, code: String) {
        #expect(OneTimeCode.code(secret, step: seconds / OneTimeCode.step, digits: 8) == code)
    }

    @Test(
        "RFC 4226, appendix D",
        arguments: zip(
            0...9,
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ]))
    func agreesWithTheStandard(step: Int64, code: String) { #expect(OneTimeCode.code(secret, step: step) == code) }

    @Test func clocksMayBeOneStepOff() {
        let matching = (-3...3).map { OneTimeCode.matching("338314", secret: secret, at: 135 + 30 * $0, after: 0) }
        #expect(matching == [nil, nil, 4, 4, 4, nil, nil])
    }

    @Test func aCodeCountsOnce() {
        #expect(OneTimeCode.matching("287082", secret: secret, at: 45, after: 0) == 1)
        #expect(OneTimeCode.matching("287082", secret: secret, at: 45, after: 1) == nil)
        #expect(OneTimeCode.matching("755224", secret: secret, at: 45, after: 1) == nil, "nor one before it")
    }

    @Test(arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foobar", "MZXW6YTBOI")])
    func base32IsThatOfTheStandard(text: String, coded: String) { #expect(Array(text.utf8).base32 == coded) }

    @Test func addressNamesThePerson() {
        #expect(
            OneTimeCode.address([0, 255], name: "ada@example.com")
                == "otpauth://totp/Flywheel:ada%40example.com?secret=AD7Q&issuer=Flywheel")
    }
}
