import Crypto
import FlywheelKit
import Foundation
import Synchronization

@testable import OpenID

/// A provider that answers as a test wants it to.
final class FakeProvider: Sendable {
    static let issuer = "https://id.example"
    static let now = Instant(seconds: 1_795_000_000)

    let key = P256.Signing.PrivateKey()
    let clock = Mutex(FakeProvider.now)
    let attempt = OpenIDAttempt(secret: "a secret of one browser")
    /// The addresses that were asked, and what was sent there.
    let asked = Mutex<[String]>([])
    /// What is answered, by address.
    let answers = Mutex<[String: [UInt8]]>([:])

    let settings = OpenIDProvider(
        issuer: FakeProvider.issuer, clientID: "flywheel", clientSecret: "shh",
        redirect: "https://f.example/oidc/callback")

    init() throws {
        answer(
            "/.well-known/openid-configuration",
            [
                "issuer": Self.issuer, "authorization_endpoint": "\(Self.issuer)/authorize",
                "token_endpoint": "\(Self.issuer)/token", "jwks_uri": "\(Self.issuer)/keys",
            ])
        let shared = ["kty": "oct", "kid": "shared", "k": "c2VjcmV0", "alg": "HS256"]
        answer("/keys", ["keys": [jwk(), jwk("k0", of: P256.Signing.PrivateKey()), shared, ["kty": "new"]]])
        answer("/token", ["id_token": try token()])
    }

    func client() -> OpenIDClient {
        OpenIDClient(settings, clock: { self.clock.withLock { $0 } }) { request in
            self.asked.withLock { $0.append(request.address + (request.body.map { " " + $0 } ?? "")) }
            guard let answer = self.answers.withLock({ $0[request.address] }) else {
                throw OpenIDError.provider("404")
            }
            return answer
        }
    }

    func answer(_ path: String, _ document: [String: Any]) {
        let bytes = (try? JSONSerialization.data(withJSONObject: document)).map(Array.init) ?? []
        answers.withLock { $0[Self.issuer + path] = bytes }
    }

    func jwk(_ id: String = "k1", of key: P256.Signing.PrivateKey? = nil) -> [String: Any] {
        let point = (key ?? self.key).publicKey.rawRepresentation
        return [
            "kty": "EC", "crv": "P-256", "kid": id, "use": "sig", "x": Data(point.prefix(32)).base64URL,
            "y": Data(point.suffix(32)).base64URL,
        ]
    }

    /// What a good token says.
    func claims() -> [String: Any] {
        let now = Self.now.seconds
        return [
            "iss": Self.issuer, "sub": "user-7", "aud": "flywheel", "exp": now + 300, "iat": now,
            "nonce": attempt.nonce,
        ]
    }

    /// A token, good but for what is changed of it; `NSNull` takes a claim away.
    func token(
        header changedHeader: [String: Any] = [:], claims changed: [String: Any] = [:],
        signed sign: ((Data) throws -> Data)? = nil
    ) throws -> String {
        let header = ["alg": "ES256", "kid": "k1", "typ": "JWT"].merging(changedHeader) { $1 }
        let claims = claims().merging(changed) { $1 }
        let parts = try [header, claims].map { part in
            let kept = part.filter { !($0.value is NSNull) }
            return try JSONSerialization.data(withJSONObject: kept).base64URL
        }
        let text = parts.joined(separator: ".")
        let signature = try (sign ?? { try self.key.signature(for: $0).rawRepresentation })(Data(text.utf8))
        return "\(text).\(signature.base64URL)"
    }

    /// Who comes back with a token.
    func identity(in token: String) async throws -> OpenIDIdentity {
        answer("/token", ["id_token": token])
        return try await client().identity(returning: ["state": attempt.state, "code": "c"], attempt: attempt)
    }
}
