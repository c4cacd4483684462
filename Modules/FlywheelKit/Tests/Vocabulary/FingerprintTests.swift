import FlywheelKit
import Testing

@Suite struct FingerprintTests {
    private func fingerprint(_ code: String, _ discriminator: String) -> Fingerprint {
        Fingerprint(
            workflow: "suppressions", kind: "hidden",
            subject: Subject(.listing, account: "acme", marketplace: "ATVPDKIKX0DER", code: code),
            discriminator: discriminator)
    }

    @Test func itsTextNamesEveryPart() {
        #expect(fingerprint("KN-12", "90220").text == "suppressions/hidden/listing/acme/ATVPDKIKX0DER/KN-12/90220")
    }

    @Test func equalTextsMeanEqualFingerprints() {
        let awkward = ["", "/", "%", "%2F", "a/b", "a", "b", "a%2Fb", "%252F", "//", "é", "e\u{301}", "e\u{301}/"]
        let all = Set(awkward.flatMap { code in awkward.map { fingerprint(code, $0) } })
        #expect(Set(all.map { Array($0.text.utf8) }).count == all.count)
    }

    @Test func theTextOfAPartHidesNoSlash() {
        #expect(fingerprint("a/b", "50%").text.hasSuffix("/a%2Fb/50%25"))
    }

    @Test func aCombiningMarkHidesNoSlashEither() {
        let text = fingerprint("a/\u{301}b", "%\u{301}").text
        let end = Array("/a%2F\u{301}b/%25\u{301}".utf8)
        #expect(text.utf8.suffix(end.count).elementsEqual(end))
    }
}
