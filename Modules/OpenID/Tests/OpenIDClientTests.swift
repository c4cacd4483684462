import Crypto
import FlywheelKit
import Foundation
import Synchronization
import Testing

@testable import OpenID

@Suite("Signing in by an identity provider")
struct OpenIDClientTests {
    private let provider: FakeProvider

    init() throws { provider = try FakeProvider() }

    @Test func sendsTheBrowserWithStateNonceAndChallenge() async throws {
        let address = try await provider.client().address(for: provider.attempt)
        let parts = try #require(URLComponents(string: address))
        #expect("\(parts.scheme ?? "")://\(parts.host ?? "")\(parts.path)" == "https://id.example/authorize")
        let fields = Dictionary(
            (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        let attempt = provider.attempt
        #expect(
            fields == [
                "response_type": "code", "client_id": "flywheel", "redirect_uri": "https://f.example/oidc/callback",
                "scope": "openid", "state": attempt.state, "nonce": attempt.nonce, "code_challenge": attempt.challenge,
                "code_challenge_method": "S256",
            ])
        #expect(!address.contains(attempt.secret) && !address.contains(attempt.verifier))
        #expect(Set([attempt.state, attempt.nonce, attempt.verifier, attempt.secret]).count == 4)
    }

    @Test("the challenge is that of RFC 7636, appendix B")
    func challengeAgreesWithTheStandard() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(
            Data(SHA256.hash(data: Array(verifier.utf8))).base64URL == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func knowsWhoCameBack() async throws {
        let identity = try await provider.client().identity(
            returning: ["state": provider.attempt.state, "code": "abc/1", "iss": FakeProvider.issuer],
            attempt: provider.attempt)
        #expect(identity == OpenIDIdentity(issuer: FakeProvider.issuer, subject: "user-7"))
        let asked = provider.asked.withLock { $0 }
        #expect(asked.contains { $0.hasPrefix("https://id.example/token grant_type=authorization_code&code=abc%2F1&") })
        #expect(asked.contains { $0.contains("code_verifier=\(provider.attempt.verifier)&client_secret=shh") })
    }

    @Test func anotherBrowserIsSentAway() async throws {
        let client = provider.client()
        let other = OpenIDAttempt(secret: "another browser's")
        for (state, attempt) in [
            (provider.attempt.state, other), (other.state, provider.attempt), ("", provider.attempt),
        ] as [(String, OpenIDAttempt)] {
            await #expect(throws: OpenIDError.otherBrowser) {
                try await client.identity(returning: ["state": state, "code": "c"], attempt: attempt)
            }
        }
        await #expect(throws: OpenIDError.otherBrowser) {
            try await client.identity(returning: ["state": provider.attempt.state, "code": "c"], attempt: nil)
        }
        await #expect(throws: OpenIDError.otherBrowser) {
            try await client.identity(returning: ["code": "c"], attempt: provider.attempt)
        }
        #expect(provider.asked.withLock { $0.isEmpty }, "the provider is not asked about somebody else's code")
    }

    @Test func declinedAndMixedUpAnswersAreSaid() async {
        let state = provider.attempt.state
        await #expect(throws: OpenIDError.declined("access_denied")) {
            try await provider.client().identity(
                returning: ["state": state, "error": "access_denied"], attempt: provider.attempt)
        }
        await #expect(throws: OpenIDError.provider("it says it is https://evil.example, expected https://id.example")) {
            try await provider.client().identity(
                returning: ["state": state, "code": "c", "iss": "https://evil.example"], attempt: provider.attempt)
        }
    }

    @Test(arguments: [
        ["issuer": "https://evil.example"], ["jwks_uri": "http://id.example/keys"], ["token_endpoint": "ftp://x"],
        ["authorization_endpoint": "javascript:alert(1)"],
    ])
    func configurationsOfOthersAreRefused(changed: [String: String]) async {
        let document = [
            "issuer": FakeProvider.issuer, "authorization_endpoint": "https://id.example/a",
            "token_endpoint": "https://id.example/t", "jwks_uri": "https://id.example/k",
        ].merging(changed) { $1 }
        provider.answer("/.well-known/openid-configuration", document)
        await #expect(throws: OpenIDError.self) { try await provider.client().address(for: provider.attempt) }
    }

    @Test func newKeysAreFoundAndMadeUpOnesDoNotMakeItAsk() async throws {
        let client = provider.client()
        let state = provider.attempt.state
        func signIn() async throws -> OpenIDIdentity {
            try await client.identity(returning: ["state": state, "code": "c"], attempt: provider.attempt)
        }
        _ = try await signIn()
        let next = P256.Signing.PrivateKey()
        let token = try provider.token(header: ["kid": "k2"]) { try next.signature(for: $0).rawRepresentation }
        provider.answer("/token", ["id_token": token])
        provider.answer("/keys", ["keys": [provider.jwk("k2", of: next)]])
        func looks() -> Int { provider.asked.withLock { $0.count { $0.hasSuffix("/keys") } } }
        for _ in 0..<5 {
            await #expect(throws: OpenIDError.token("the provider has no such key")) { try await signIn() }
        }
        #expect(looks() == 1)
        provider.clock.withLock { $0 = $0.advanced(bySeconds: 61) }
        #expect(try await signIn().subject == "user-7")
        #expect(looks() == 2)
    }
}
