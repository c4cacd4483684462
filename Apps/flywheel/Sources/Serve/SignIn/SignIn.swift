import FlywheelHost
import FlywheelKit
import FlywheelWeb
import HTTPTypes
import OpenID
import People

/// The door of the server: who a request is from, and the pages and addresses at which people come in.
struct SignIn: Sendable {
    let desk: PeopleDesk
    let cookie: SessionCookie
    /// Whether requests come by way of a proxy, which says where they are from.
    let isBehindProxy: Bool
    /// The identity provider, where one is configured.
    let provider: OpenIDClient?
    let now: @Sendable () -> Instant

    /// - Parameter isSecure: whether people come over TLS, which a proxy in front of the server ends.
    init(
        desk: PeopleDesk, isSecure: Bool, provider: OpenIDClient? = nil, now: @escaping @Sendable () -> Instant
    ) {
        self.desk = desk
        cookie = SessionCookie(isSecure: isSecure)
        isBehindProxy = isSecure
        self.provider = provider
        self.now = now
    }

    /// Every address of it.
    func routes(in pages: Pages) -> [Route] {
        doors(in: pages) + providerDoors(in: pages) + accountDoors(in: pages) + ownSettings(in: pages)
            + peopleSettings(in: pages)
    }

    /// Where a request comes from and what with. The proxy that brought TLS has added the last address to the list; those
    /// before it anybody may have written.
    func visit(_ request: WebRequest) -> Visit {
        let last = request.headers[.forwardedFor]?.split(separator: ",").last.map { $0.filter { $0 != " " } }
        let address = isBehindProxy ? last ?? request.remoteAddress : request.remoteAddress
        return Visit(address: address, agent: request.headers[.userAgent] ?? "")
    }
}

extension HTTPField.Name {
    /// Whom a proxy asks for (not standardised; RFC 7239 names it beside its own).
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .from
    /// Where a browser says a request began (Fetch Metadata, 2.3).
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .from
    /// A form's token, where a script sends it.
    static let formToken = HTTPField.Name("X-Form-Token") ?? .from
}
