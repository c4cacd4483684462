import Crypto

/// What a webhook's deliveries are signed with. It is kept as it is, since it must sign; and since it is shown to nobody
/// after it was made, writing it out in any way gives a mask.
public struct SigningSecret: Hashable, Sendable {
    /// What the text of every secret begins with (Standard Webhooks, "Signature scheme").
    public static let prefix = "whsec_"
    /// The shortest and the longest key, in bytes (Standard Webhooks: between 24 and 64).
    public static let sizes = 24...64

    /// The key, for whoever signs.
    public let key: [UInt8]

    /// A secret of a key between 24 and 64 bytes long; `nil` of any other.
    public init?(key: [UInt8]) {
        guard Self.sizes.contains(key.count) else { return nil }
        self.key = key
    }

    /// A secret of 32 random bytes.
    public static func random() -> SigningSecret {
        SigningSecret(bytes: SymmetricKey(size: .bits256).withUnsafeBytes(Array.init))
    }

    private init(bytes: [UInt8]) { key = bytes }
}

extension SigningSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A mask.
    public var description: String { Self.prefix + "…" }
    /// A mask.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
