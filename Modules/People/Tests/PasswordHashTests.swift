import Testing

@testable import People

@Suite("Passwords are kept as hashes")
struct PasswordHashTests {
    private let cost = PasswordCost(logN: 4, r: 2, p: 1)

    @Test("scrypt is that of RFC 7914, section 12")
    func agreesWithTheStandard() throws {
        let hash = try PasswordHash(
            of: "password", salt: Array("NaCl".utf8), cost: PasswordCost(logN: 10, r: 8, p: 16))
        #expect(
            hash.hash.prefix(16) == [
                0xfd, 0xba, 0xbe, 0x1c, 0x9d, 0x34, 0x72, 0x00, 0x78, 0x56, 0xe7, 0x19, 0x0d, 0x01, 0xe9, 0xfe,
            ])
    }

    @Test func returnsAsItWasKept() throws {
        let hash = try PasswordHash(of: "grün", salt: Array(0..<16), cost: cost)
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=2,p=1$AAECAwQFBgcICQoLDA0ODw$"))
        #expect(PasswordHash(hash.text) == hash)
        #expect(try hash.matches("grün"))
        #expect(try !hash.matches("grun"))
        #expect(try !hash.matches(""))
    }

    @Test(arguments: [
        "", "$", "$scrypt$ln=4,r=2,p=1$AAEC", "$argon2id$ln=4,r=2,p=1$AAEC$AAEC", "$scrypt$ln=4,r=2$AAEC$AAEC",
        "$scrypt$ln=4,r=2,p=1$AAEC$AAEC", "$scrypt$ln=4,r=2,p=1$!$\(String(repeating: "A", count: 43))",
        "$scrypt$ln=30,r=8,p=1$AAEC$\(String(repeating: "A", count: 43))",
        "$scrypt$ln=4,r=99,p=1$AAEC$\(String(repeating: "A", count: 43))",
    ])
    func readsNothingElse(text: String) { #expect(PasswordHash(text) == nil) }
}

@Suite("A password is long, and none that is tried first")
struct PasswordRuleTests {
    @Test(arguments: [
        "password", "P4ssw0rd!", "passw0rd2026", "12345678", "qwertyuiop", "87654321", "aaaaaaaa", "abcabcabc",
        "letmein1",
        "Summer2026!", "iloveyou", "flywheel", "Admin123!", "qwertz123", "1password", "welcome-admin", "hallo-schatz",
    ])
    func commonOnesAreRefused(password: String) { #expect(PasswordRule.fault(in: password, for: []) == .common) }

    @Test(arguments: [
        "correct horse battery staple", "Xk3 plum 77 quay", "grüne Wolken im Juli", "合言葉は長いほうがよい", "tr0ub4dor&three",
        "shadowy figures", "19840512-north",
    ])
    func othersAreTaken(password: String) { #expect(PasswordRule.fault(in: password, for: ["ada"]) == nil) }

    @Test func lengthIsOfCharacters() {
        #expect(PasswordRule.fault(in: "zq7!kw2", for: []) == .length(7))
        #expect(PasswordRule.fault(in: "zq7!kw2ü", for: []) == nil)
        #expect(PasswordRule.fault(in: String(repeating: "zq7!kw2ü", count: 16), for: []) == nil)
        #expect(PasswordRule.fault(in: String(repeating: "zq7!kw2ü", count: 17), for: []) == .length(136))
        #expect(
            PasswordRule.Fault.length(7).description == "the password has 7 characters; expected 8 to 128")
    }

    @Test func namesAreNoPasswords() {
        #expect(PasswordRule.fault(in: "marianne-99", for: ["marianne"]) == .name)
        #expect(PasswordRule.fault(in: "marianne sails far", for: ["marianne"]) == nil)
        #expect(PasswordRule.fault(in: "Jo jumps 12 seas", for: ["jo"]) == nil)
    }

    @Test func composedAndDecomposedLettersAreOne() {
        #expect(PasswordRule.prepared("gru\u{308}n") == PasswordRule.prepared("gr\u{FC}n"))
    }
}
