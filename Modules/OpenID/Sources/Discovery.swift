import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
struct Discovery: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keysAddress: String

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case keysAddress = "jwks_uri"
    }

    /// Reads the document of an issuer, which must speak of that issuer and of https addresses alone.
    init(_ bytes: [UInt8], of issuer: String) throws(OpenIDError) {
        do { self = try JSONDecoder().decode(Discovery.self, from: Data(bytes)) } catch {
            throw .provider("its configuration is not that of an OpenID provider")
        }
        guard self.issuer == issuer else {
            throw .provider("its configuration is of \(self.issuer), expected \(issuer)")
        }
        for address in [authorizationEndpoint, tokenEndpoint, keysAddress] where !address.hasPrefix("https://") {
            throw .provider("it names \(address), expected an https address")
        }
    }

    /// Where the document of an issuer is.
    static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }
}
