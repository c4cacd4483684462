/// A block of addresses, `10.0.0.0/8`.
public struct Network: Hashable, Sendable {
    private let address: IPAddress
    private let prefix: Int

    /// Reads a block; an address alone is a block of one.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else { return nil }
        let bits = address.bytes.count * 8
        guard parts.count == 1 || Int(parts[1]).map((0...bits).contains) == true else { return nil }
        self.address = address
        prefix = parts.count == 1 ? bits : Int(parts[1]) ?? bits
    }

    /// Whether the block holds an address.
    public func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        return zip(address.bytes, other.bytes).enumerated().allSatisfy { index, pair in
            let bits = min(max(prefix - index * 8, 0), 8)
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            return pair.0 & mask == pair.1 & mask
        }
    }

    /// Blocks that are not of the public internet (the registries of special-purpose addresses, RFC 6890, with RFC 6598,
    /// 4193, 5771 and 8215), each with the word for it.
    static let reserved: [(word: String, networks: [Network])] = [
        ("private-address", ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"]),
        ("loopback-address", ["127.0.0.0/8", "::1/128"]),
        ("link-local-address", ["169.254.0.0/16", "fe80::/10"]),
        ("shared-address", ["100.64.0.0/10"]),
        ("multicast-address", ["224.0.0.0/4", "ff00::/8"]),
        (
            "reserved-address",
            [
                "0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
                "203.0.113.0/24", "240.0.0.0/4", "::/96", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
                "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
            ]
        ),
    ].map { word, blocks in (word, blocks.compactMap { Network($0) }) }
}

extension IPAddress {
    /// What kind of address it is, where it is none of the public internet. Behind NAT64, where it leads to counts.
    var reservation: String? {
        for address in [self, translated].compactMap(\.self) {
            for (word, networks) in Network.reserved where networks.contains(where: { $0.contains(address) }) {
                return word
            }
        }
        return nil
    }
}
