public import FlywheelKit
import Foundation
import Synchronization

/// Signs people in by an identity provider: the authorization code flow of OpenID Connect Core 1.0 with PKCE, state and nonce.
///
/// How the provider is asked is handed in, so nothing here opens a connection.
public final class OpenIDClient: Sendable {
    private struct Known {
        var discovery: Discovery?
        var keys: KeySet?
        var at = Instant(seconds: .min / 2)
    }

    /// Seconds for which the provider's configuration and keys are believed.
    private static let freshness: Int64 = 600
    /// Seconds between two looks for a key that is not known.
    private static let patience: Int64 = 60

    private let provider: OpenIDProvider
    private let fetch: OpenIDFetch
    private let clock: @Sendable () -> Instant
    private let known = Mutex(Known())

    /// A client of one provider.
    public init(_ provider: OpenIDProvider, clock: @escaping @Sendable () -> Instant, fetch: @escaping OpenIDFetch) {
        self.provider = provider
        self.clock = clock
        self.fetch = fetch
    }

    /// Where the browser is sent, to come back with a code.
    public func address(for attempt: OpenIDAttempt) async throws -> String {
        let fields = [
            ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", provider.redirect),
            ("scope", "openid"), ("state", attempt.state), ("nonce", attempt.nonce),
            ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
        ]
        let address = try await discovery().authorizationEndpoint
        return address + (address.contains("?") ? "&" : "?") + OpenIDRequest.encoded(fields)
    }

    /// Who came back.
    ///
    /// - Parameters:
    ///   - query: what followed the question mark, by name.
    ///   - attempt: what this browser began with; `nil` where it has no cookie of one.
    public func identity(returning query: [String: String], attempt: OpenIDAttempt?) async throws -> OpenIDIdentity {
        guard let attempt, let state = query["state"], areSame(state, attempt.state) else {
            throw OpenIDError.otherBrowser
        }
        // A provider that says who it is must be the one that was asked (RFC 9207).
        if let issuer = query["iss"], issuer != provider.issuer {
            throw OpenIDError.provider("it says it is \(issuer.prefix(100)), expected \(provider.issuer)")
        }
        guard let code = query["code"] else {
            throw OpenIDError.declined(String((query["error"] ?? "no code").prefix(64)))
        }
        let form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", provider.redirect),
            ("client_id", provider.clientID), ("code_verifier", attempt.verifier),
        ]
        let secret = provider.clientSecret.map { [("client_secret", $0)] } ?? []
        let answer = try await ask(OpenIDRequest(try await discovery().tokenEndpoint, form: form + secret))
        struct Tokens: Decodable {
            let token: String
            enum CodingKeys: String, CodingKey { case token = "id_token" }
        }
        guard let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(answer)) else {
            throw OpenIDError.provider("it gave no id_token")
        }
        return try await identity(in: tokens.token, attempt: attempt)
    }

    /// Keys change: one that is not known is looked for once more, though not for every token that somebody makes up.
    private func identity(in token: String, attempt: OpenIDAttempt) async throws -> OpenIDIdentity {
        let now = clock()
        do {
            return try await IDToken.identity(
                in: token, from: provider, attempt: attempt, keys: try await keys(), at: now)
        } catch OpenIDError.token(let why) {
            let isOld = known.withLock { now >= $0.at.advanced(bySeconds: Self.patience) }
            guard isOld else { throw OpenIDError.token(why) }
            known.withLock { $0 = Known() }
            return try await IDToken.identity(
                in: token, from: provider, attempt: attempt, keys: try await keys(), at: now)
        }
    }

    private func discovery() async throws -> Discovery {
        let now = clock()
        if let discovery = known.withLock({ known in
            now < known.at.advanced(bySeconds: Self.freshness) ? known.discovery : nil
        }) {
            return discovery
        }
        let address = Discovery.address(of: provider.issuer)
        let discovery = try Discovery(await ask(OpenIDRequest(address)), of: provider.issuer)
        known.withLock { $0 = Known(discovery: discovery, at: now) }
        return discovery
    }

    private func keys() async throws -> KeySet {
        let discovery = try await discovery()
        if let keys = known.withLock({ $0.keys }) { return keys }
        let keys = try KeySet(await ask(OpenIDRequest(discovery.keysAddress)))
        known.withLock { $0.keys = keys }
        return keys
    }

    private func ask(_ request: OpenIDRequest) async throws -> [UInt8] {
        guard request.address.hasPrefix("https://") else {
            throw OpenIDError.provider("its address is \(request.address), expected https")
        }
        let bytes = try await fetch(request)
        guard bytes.count <= OpenIDRequest.limit else {
            throw OpenIDError.provider("its answer has \(bytes.count) bytes, expected at most \(OpenIDRequest.limit)")
        }
        return bytes
    }
}
