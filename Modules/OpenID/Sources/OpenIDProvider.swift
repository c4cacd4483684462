import Foundation

/// Which identity provider is trusted, and what it knows this server as.
public struct OpenIDProvider: Hashable, Sendable {
    /// Its name for itself, an https address; everything else is found from it.
    public let issuer: String
    /// What it calls this server.
    public let clientID: String
    /// What this server shows it; `nil` for a public client.
    public let clientSecret: String?
    /// Where it sends browsers back to: this server's `/oidc/callback`.
    public let redirect: String

    /// A provider that somebody configured.
    public init(issuer: String, clientID: String, clientSecret: String?, redirect: String) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirect = redirect
    }
}

/// One request to the provider.
public struct OpenIDRequest: Hashable, Sendable {
    /// The address, always https.
    public let address: String
    /// A form, as `application/x-www-form-urlencoded`, to send by POST; `nil` for a GET.
    public let body: String?
    /// The most bytes of an answer that are read.
    public static let limit = 256 * 1024

    init(_ address: String, form: [(String, String)]? = nil) {
        self.address = address
        body = form.map(Self.encoded)
    }

    /// Names and values for a form or an address, with `%` before all but letters, digits, `-`, `.`, `_` and `~`
    /// (RFC 3986, section 2.3).
    static func encoded(_ fields: [(String, String)]) -> String {
        let plain = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        return fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }.joined(separator: "&")
    }
}

/// Asks the provider, and gives the body of an answer with status 200; throws for anything else. It follows no redirections.
public typealias OpenIDFetch = @Sendable (OpenIDRequest) async throws -> [UInt8]

/// Who somebody is to the provider that said so.
public struct OpenIDIdentity: Hashable, Sendable {
    /// The provider.
    public let issuer: String
    /// Their number there: never given to anybody else (OpenID Connect Core 1.0, section 8).
    public let subject: String
}
