import Crypto
public import FlywheelKit

/// Something that was learned or measured apart from the wheel, kept by the hash of its bytes: a triage model, an audit of one.
public struct ModelRecord: Hashable, Sendable {
    /// What it is: `triage`, `triage-audit`.
    public let kind: String
    /// When it was made.
    public let at: Instant
    /// Who made it.
    public let by: String
    /// What it was made from and how good it is, as canonical JSON of its module.
    public let about: String
    /// The bytes.
    public let bytes: [UInt8]

    /// A model.
    public init(kind: String, at: Instant, by: String, about: String = "{}", bytes: [UInt8]) {
        self.kind = kind
        self.at = at
        self.by = by
        self.about = about
        self.bytes = bytes
    }

    /// The SHA-256 of its bytes, in hexadecimal.
    public var digest: String { SHA256.hash(data: bytes).hexadecimal }
}
