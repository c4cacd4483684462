/// An address that messages are posted to, in the one form that every reader of addresses agrees on.
///
/// Readers of URLs differ in odd ones, and what is checked must be what is connected to; so odd ones are refused rather
/// than understood: ASCII only, no user, no backslash, no fragment, hosts of letters, digits, hyphens and dots, numbers only
/// as four decimal ones.
public struct TargetURL: Hashable, Sendable {
    /// What it is about an address that is not taken, a word for each.
    public enum Fault: String, Error, Hashable, Sendable {
        /// It is no `https` address with a host.
        case notHTTPS = "not-https"
        /// It has characters that do not belong into an address.
        case characters = "bad-characters"
        /// It names a user.
        case user = "user-in-address"
        /// Its host is no name, no IPv4 address of four numbers and no IPv6 address in brackets.
        case host = "bad-host"
        /// Its port is no number from 1 to 65535.
        case port = "bad-port"
    }

    /// The address as it was given.
    public let text: String
    /// Whether it is an `https` address; else it is an `http` one.
    public let isSecure: Bool
    /// A name in lower case or an address without brackets.
    public let host: String
    /// The port it names, or that of its scheme.
    public let port: Int

    /// The host as an address, where it is one.
    var address: IPAddress? { IPAddress(host) }

    /// Whether its host is of a name or beneath it.
    func isBeneath(_ name: String) -> Bool { host == name || host.hasSuffix(".\(name)") }

    /// Reads an address.
    public init(_ text: String) throws(Fault) {
        guard text.utf8.count <= 2_048, text.utf8.allSatisfy(Self.mayStand) else { throw .characters }
        let (isSecure, rest) = try Self.scheme(of: text)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains("@") else { throw .user }
        let (host, port) = try Self.parts(of: authority)
        self.text = text
        self.isSecure = isSecure
        self.host = host
        self.port = try port.map { text throws(Fault) in try Self.port(text) } ?? (isSecure ? 443 : 80)
    }

    /// Visible ASCII without what no address holds (RFC 3986, 2) and without the fragment's sign.
    private static func mayStand(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"\"#<>\\^`{|}".utf8.contains(byte)
    }

    private static func scheme(of text: String) throws(Fault) -> (isSecure: Bool, rest: Substring) {
        for (prefix, isSecure) in [("https://", true), ("http://", false)]
        where text.prefix(prefix.count).lowercased() == prefix {
            return (isSecure, text.dropFirst(prefix.count))
        }
        throw .notHTTPS
    }

    private static func parts(of authority: Substring) throws(Fault) -> (host: String, port: Substring?) {
        if authority.first == "[" {
            guard let close = authority.firstIndex(of: "]") else { throw .host }
            let inner = String(authority[authority.index(after: authority.startIndex)..<close])
            let rest = authority[authority.index(after: close)...]
            guard inner.contains(":"), let address = IPAddress(inner), rest.isEmpty || rest.first == ":" else {
                throw .host
            }
            return (address.description, rest.isEmpty ? nil : rest.dropFirst())
        }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let host = parts[0].lowercased()
        guard isHost(host) else { throw .host }
        return (host, parts.count > 1 ? parts[1] : nil)
    }

    /// Whether a text is a name (RFC 1123, 2.1) or an IPv4 address. A name whose last label is a number in any notation is
    /// an address to some readers, so it has to be one of four decimal numbers.
    private static func isHost(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        let isNumber = last.allSatisfy(\.isNumber) || last.hasPrefix("0x")
        return isNumber ? IPAddress(host) != nil : labels.count > 1 || host == "localhost"
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    private static func port(_ text: Substring) throws(Fault) -> Int {
        guard text.allSatisfy(\.isNumber), let port = Int(text), (1...65_535).contains(port) else { throw .port }
        return port
    }
}

extension TargetURL: CustomStringConvertible {
    /// Scheme and host alone: paths and queries of such addresses are often secrets.
    public var description: String { "\(isSecure ? "https" : "http")://\(host)/…" }
}
