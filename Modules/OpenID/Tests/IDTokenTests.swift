import Crypto
import FlywheelKit
import Foundation
import Testing

@testable import OpenID

@Suite("Tokens of an identity provider")
struct IDTokenTests {
    /// One way in which a token is not to be taken.
    enum Bad: String, CaseIterable, Sendable {
        case notAToken, noSignature, otherSignature, changedClaims, algorithmNone, sharedSecret, keyAsSharedSecret
        case unknownKey, keyOfOtherKind, noKeyName, criticalHeader, otherType, embeddedKey
        case otherIssuer, noIssuer, issuerWithSlash, noSubject, emptySubject, otherAudience, noAudience, emptyAudiences
        case severalAudiences, otherParty, ended, noEnd, endIsText, fromTheFuture, tooOld, noBeginning, notYet
        case otherNonce, noNonce, tooLong, claimsAreAList

        func token(of provider: FakeProvider) throws -> String {
            let now = FakeProvider.now.seconds
            let other = P256.Signing.PrivateKey()
            switch self {
            case .notAToken: return "abc"
            case .noSignature: return try provider.token { _ in Data() }
            case .otherSignature: return try provider.token { try other.signature(for: $0).rawRepresentation }
            case .changedClaims:
                var parts = try provider.token().split(separator: ".").map(String.init)
                var claims = provider.claims()
                claims["sub"] = "admin"
                parts[1] = try JSONSerialization.data(withJSONObject: claims).base64URL
                return parts.joined(separator: ".")
            case .algorithmNone: return try provider.token(header: ["alg": "none"]) { _ in Data() }
            case .sharedSecret:
                return try provider.token(header: ["alg": "HS256", "kid": "shared"]) {
                    Data(HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: Array("secret".utf8))))
                }
            case .keyAsSharedSecret:
                let key = SymmetricKey(data: provider.key.publicKey.rawRepresentation)
                return try provider.token(header: ["alg": "HS256"]) {
                    Data(HMAC<SHA256>.authenticationCode(for: $0, using: key))
                }
            case .unknownKey: return try provider.token(header: ["kid": "k9"])
            case .keyOfOtherKind: return try provider.token(header: ["alg": "RS256"])
            case .noKeyName: return try provider.token(header: ["kid": NSNull()])
            case .criticalHeader: return try provider.token(header: ["crit": ["exp"]])
            case .otherType: return try provider.token(header: ["typ": "at+jwt"])
            case .embeddedKey:
                return try provider.token(header: ["kid": "k9", "jwk": provider.jwk("k9", of: other)]) {
                    try other.signature(for: $0).rawRepresentation
                }
            case .otherIssuer: return try provider.token(claims: ["iss": "https://evil.example"])
            case .noIssuer: return try provider.token(claims: ["iss": NSNull()])
            case .issuerWithSlash: return try provider.token(claims: ["iss": FakeProvider.issuer + "/"])
            case .noSubject: return try provider.token(claims: ["sub": NSNull()])
            case .emptySubject: return try provider.token(claims: ["sub": ""])
            case .otherAudience: return try provider.token(claims: ["aud": "somebody"])
            case .noAudience: return try provider.token(claims: ["aud": NSNull()])
            case .emptyAudiences: return try provider.token(claims: ["aud": [String]()])
            case .severalAudiences: return try provider.token(claims: ["aud": ["flywheel", "other"]])
            case .otherParty: return try provider.token(claims: ["azp": "other"])
            case .ended: return try provider.token(claims: ["exp": now - 60])
            case .noEnd: return try provider.token(claims: ["exp": NSNull()])
            case .endIsText: return try provider.token(claims: ["exp": "never"])
            case .fromTheFuture: return try provider.token(claims: ["iat": now + 61])
            case .tooOld: return try provider.token(claims: ["iat": now - 600])
            case .noBeginning: return try provider.token(claims: ["iat": NSNull()])
            case .notYet: return try provider.token(claims: ["nbf": now + 61])
            case .otherNonce: return try provider.token(claims: ["nonce": OpenIDAttempt(secret: "x").nonce])
            case .noNonce: return try provider.token(claims: ["nonce": NSNull()])
            case .tooLong: return try provider.token(claims: ["pad": String(repeating: "x", count: 16_384)])
            case .claimsAreAList:
                let header = Data(#"{"alg":"ES256","kid":"k1"}"#.utf8).base64URL
                let text = "\(header).\(Data("[]".utf8).base64URL)"
                return "\(text).\(try provider.key.signature(for: Data(text.utf8)).rawRepresentation.base64URL)"
            }
        }
    }

    @Test(arguments: Bad.allCases)
    func badOnesAreRefused(bad: Bad) async throws {
        let provider = try FakeProvider()
        let token = try bad.token(of: provider)
        await #expect(throws: OpenIDError.self) { try await provider.identity(in: token) }
    }

    @Test func thereAreAtLeastTwentyFive() { #expect(Bad.allCases.count >= 25) }

    @Test func goodOnesAreTaken() async throws {
        let provider = try FakeProvider()
        let now = FakeProvider.now.seconds
        for changed in [
            [:], ["aud": ["flywheel"]], ["aud": ["flywheel", "other"], "azp": "flywheel"], ["azp": "flywheel"],
            ["nbf": now + 60], ["exp": now - 59], ["iat": now - 599], ["extra": ["a": 1]],
        ] as [[String: Any]] {
            let token = try provider.token(claims: changed)
            #expect(try await provider.identity(in: token).subject == "user-7", "\(changed)")
        }
        let plain = try provider.token(header: ["typ": NSNull()])
        #expect(try await provider.identity(in: plain).subject == "user-7")
        provider.answer("/keys", ["keys": [provider.jwk()]])
        let unnamed = try provider.token(header: ["kid": NSNull()])
        #expect(try await provider.identity(in: unnamed).subject == "user-7", "there is one key, so it is meant")
    }

    @Test func keysForEncryptionOrWithPrivatePartsSignNothing() async throws {
        let provider = try FakeProvider()
        for changed in [["use": "enc"], ["d": "AAAA"], ["alg": "ES384"]] {
            provider.answer("/keys", ["keys": [provider.jwk().merging(changed) { $1 }]])
            let token = try provider.token()
            await #expect(throws: OpenIDError.token("the provider has no such key")) {
                try await provider.identity(in: token)
            }
        }
    }
}
