#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An address of the internet protocol, as its bytes: 4 or 16.
public struct IPAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// The address of 4 or 16 bytes; `nil` of any other number.
    init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads `192.0.2.1` or `2001:db8::1` and no other form: no leading zeros, no hexadecimal or missing parts, no zone.
    public init?(_ text: String) {
        guard text.utf8.count <= 45, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
        if text.contains(":") {
            var address = in6_addr()
            guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
            bytes = withUnsafeBytes(of: address) { Array($0) }
        } else {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let numbers = parts.compactMap { part in UInt8(part).flatMap { String($0) == part ? $0 : nil } }
            guard parts.count == 4, numbers.count == 4 else { return nil }
            bytes = numbers
        }
    }

    /// The IPv4 address that a packet to this one ends at behind NAT64 (RFC 6052, 2.1), where networks without IPv4 find
    /// the public internet.
    var translated: IPAddress? {
        bytes.prefix(12) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
            ? IPAddress(bytes: Array(bytes.suffix(4))) : nil
    }
}

extension IPAddress: CustomStringConvertible {
    /// The address as it is usually written (RFC 5952 for IPv6).
    public var description: String {
        guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
