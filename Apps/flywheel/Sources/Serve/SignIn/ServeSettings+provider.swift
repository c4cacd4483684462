import Foundation
import OpenID

extension ServeSettings {
    /// The identity provider that is configured; `nil` where none is.
    ///
    /// - Throws: where only a part of it is configured, or its secret cannot be read.
    func provider() throws -> OpenIDProvider? {
        guard let issuer = oidcIssuer.value else { return nil }
        guard let client = oidcClient.value, let address = address.value else {
            throw Diagnostic(
                "configuration", "serve.oidcIssuer needs serve.oidcClient and serve.address beside it",
                help: "flywheel doctor shows what is set, and where", exit: .failed)
        }
        guard issuer.hasPrefix("https://") else {
            throw Diagnostic(
                "configuration", "serve.oidcIssuer is \(issuer), expected an address that begins with https://",
                exit: .failed)
        }
        let secret = try oidcSecretFile.value.map(Self.secret)
        return OpenIDProvider(
            issuer: issuer, clientID: client, clientSecret: secret, redirect: address + "/oidc/callback")
    }

    /// A secret stands in a file of its own, so that the configuration can be shown.
    private static func secret(_ file: String) throws -> String {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8).trimmingSpace, !text.isEmpty else {
            throw Diagnostic(
                "configuration", "serve.oidcSecretFile is \(file), which cannot be read or is empty", exit: .failed)
        }
        return text
    }
}
