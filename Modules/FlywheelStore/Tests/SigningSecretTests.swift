import FlywheelStore
import Testing

@Suite("A secret is shown to nobody")
struct SigningSecretTests {
    @Test func keysHaveTheirLength() {
        for (size, isSecret) in [(0, false), (23, false), (24, true), (64, true), (65, false)] {
            let secret = SigningSecret(key: [UInt8](repeating: 7, count: size))
            #expect((secret != nil) == isSecret, "\(size) bytes")
        }
        #expect(SigningSecret.random().key.count == 32)
        #expect(SigningSecret.random() != SigningSecret.random())
    }

    @Test func everyWayOfWritingItOutGivesAMask() throws {
        let key = Array("canary-canary-canary-canary".utf8)
        let secret = try #require(SigningSecret(key: key))
        var dumped = ""
        dump([secret], to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), "\([secret])", "\(Optional(secret) as Any)", dumped] {
            #expect(text.contains("whsec_…") && !text.contains("99"), "99 is the first byte: \(text)")
        }
    }
}
