import FlywheelKit
import Foundation
import JWTKit

/// What a provider says of somebody, signed (OpenID Connect Core 1.0, section 2), and the checks of section 3.1.3.7.
struct IDToken: JWTPayload {
    /// Seconds that two clocks may differ.
    static let leeway = 60.0
    /// Seconds after which a token that was made for one sign-in is too old for it.
    static let age = 600.0
    /// The most bytes of a token that are looked at.
    static let limit = 16 * 1024

    private let iss: String
    private let sub: String
    private let aud: Audience
    private let exp: Double
    private let iat: Double
    private let nbf: Double?
    private let azp: String?
    private let nonce: String?

    /// One name, or several.
    private struct Audience: Codable, Sendable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            names = try (try? container.decode([String].self)) ?? [container.decode(String.self)]
        }

        func encode(to encoder: any Encoder) throws { try names.encode(to: encoder) }
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let typ: String?
        let crit: [String]?
    }

    /// Claims are checked with what they are checked against, in ``check(_:for:attempt:at:)``.
    func verify(using algorithm: some JWTAlgorithm) {}

    /// Who a token is of, once its signature and all it says hold.
    static func identity(
        in token: String, from provider: OpenIDProvider, attempt: OpenIDAttempt, keys: KeySet, at now: Instant
    ) async throws -> OpenIDIdentity {
        guard token.utf8.count <= limit else { throw OpenIDError.token("it has \(token.utf8.count) bytes") }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Data(base64URL: parts[0]),
            let header = try? JSONDecoder().decode(Header.self, from: bytes)
        else { throw OpenIDError.token("it is no signed token") }
        guard let algorithm = SigningAlgorithm(rawValue: header.alg) else {
            throw OpenIDError.token("it is signed by \"\(header.alg.prefix(16))\"")
        }
        guard header.crit == nil, (header.typ ?? "JWT").uppercased() == "JWT" else {
            throw OpenIDError.token("its header asks for what is not known here")
        }
        guard let key = keys.key(header.kid, for: algorithm) else {
            throw OpenIDError.token("the provider has no such key")
        }
        let verifier = JWTKeyCollection()
        let claims: IDToken
        do {
            var key = key
            key.keyIdentifier = key.keyIdentifier ?? JWKIdentifier(string: "only")
            try await verifier.add(jwk: key)
            claims = try await verifier.verify(token, as: IDToken.self)
        } catch { throw OpenIDError.token("its signature or its claims cannot be read") }
        try claims.check(from: provider, attempt: attempt, at: now)
        return OpenIDIdentity(issuer: claims.iss, subject: claims.sub)
    }

    private func check(from provider: OpenIDProvider, attempt: OpenIDAttempt, at instant: Instant) throws(OpenIDError) {
        let now = Double(instant.seconds)
        guard iss == provider.issuer else { throw .token("it is another issuer's") }
        guard (1...255).contains(sub.utf8.count) else { throw .token("it names nobody") }
        guard aud.names.contains(provider.clientID) else { throw .token("it is for another client") }
        guard aud.names.count == 1 || azp != nil, (azp ?? provider.clientID) == provider.clientID else {
            throw .token("it was given to another client")
        }
        guard now < exp + Self.leeway else { throw .token("it has ended") }
        guard iat <= now + Self.leeway, (nbf ?? iat) <= now + Self.leeway else { throw .token("it does not count yet") }
        guard now - iat < Self.age else { throw .token("it is too old") }
        guard let nonce, areSame(nonce, attempt.nonce) else { throw .token("it is of another sign-in") }
    }
}
