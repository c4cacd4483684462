/// Where mails are handed over, and who says that they come from us.
public struct MailServer: Sendable {
    /// `smtps://host[:port]`, encrypted from the first byte, or `smtp://host[:port]`, which must turn to encryption before it
    /// is told anything; but for one on this machine.
    public let address: String
    /// Whom mails are from.
    public let sender: MailAddress
    /// The name it is signed in with; `nil` where nobody signs in.
    let user: String?
    /// The password, which is written out nowhere.
    let password: String?

    /// A server; `nil` where the address is none of a mail server, or a user has no password or the other way round.
    public init?(address: String, sender: MailAddress, user: String? = nil, password: String? = nil) {
        guard let host = Self.host(of: address), (user == nil) == (password == nil) else { return nil }
        self.address = address
        self.sender = sender
        self.user = user
        self.password = password
        isLocal = host == "localhost" || IPAddress(host)?.reservation == "loopback-address"
    }

    /// Whether it is this machine, by its address.
    let isLocal: Bool

    private static func host(of address: String) -> String? {
        for scheme in ["smtp://", "smtps://"] where address.hasPrefix(scheme) {
            let web = try? TargetURL("https://" + address.dropFirst(scheme.count))
            // Nothing but host and port: three slashes would be one of the path.
            return web.flatMap { $0.text.contains("?") || $0.text.count(where: { $0 == "/" }) > 2 ? nil : $0.host }
        }
        return nil
    }
}

extension MailServer: CustomStringConvertible, CustomReflectable {
    /// The address alone.
    public var description: String { address }
    /// The address alone.
    public var customMirror: Mirror { Mirror(self, children: ["address": address]) }
}
