import Foundation

/// Where a request comes from and what with, coarsely: enough to slow somebody down or to recognise one's own sign-ins.
public struct Visit: Hashable, Sendable {
    /// The network: the first 24 bits of an IPv4 address or 48 of an IPv6 one; `local` on this machine, else `unknown`.
    public let network: String
    /// The program, a word.
    public let agent: String

    /// A visit from an address, with what the program says of itself.
    public init(address: String, agent: String) {
        network = Self.network(of: address)
        let known = [
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
            ("curl/", "curl"),
        ]
        self.agent = known.first { agent.contains($0.0) }?.1 ?? "other"
    }

    /// A visit by somebody at the machine itself.
    public static let local = Visit(address: "127.0.0.1", agent: "")

    private static func network(of address: String) -> String {
        var four = in_addr()
        if inet_pton(AF_INET, address, &four) == 1 { return network(withUnsafeBytes(of: four, Array.init)) }
        var six = in6_addr()
        guard inet_pton(AF_INET6, address, &six) == 1 else { return "unknown" }
        let bytes = withUnsafeBytes(of: six, Array.init)
        // An IPv4 address as IPv6 writes it (RFC 4291, section 2.5.5.2).
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return network(Array(bytes[12...]))
        }
        if bytes[..<15].allSatisfy({ $0 == 0 }), bytes[15] == 1 { return "local" }
        let groups = stride(from: 0, to: 6, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/48"
    }

    private static func network(_ bytes: [UInt8]) -> String {
        bytes[0] == 127 ? "local" : "\(bytes[0]).\(bytes[1]).\(bytes[2]).0/24"
    }
}
