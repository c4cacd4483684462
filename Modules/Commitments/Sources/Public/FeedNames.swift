import FlywheelStore

/// The lasting names of a feed and of what stands in it (RFC 4287, 4.2.6): the same for ever, and no other store's.
public struct FeedNames: Sendable {
    private let key: [UInt8]

    /// The names of a store.
    ///
    /// - Parameter key: the store's own, `CaseStore.identityKey()`.
    public init(key: [UInt8]) { self.key = key }

    /// The name of the feed.
    var feed: String { urn("feed") }

    /// The name of what has an id.
    func entry(_ id: String) -> String { urn(id) }

    /// A UUID of version 8 (RFC 9562, 5.8) out of a keyed digest.
    private func urn(_ name: String) -> String {
        var bytes = Array(IdentityDigest.of(name, kind: "public feed", key: key).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { bytes[$0].hexadecimal }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
