/// A number that follows from bytes, the same on every machine: FNV-1a with 64 bits. It finds what differs, and hides nothing.
///
/// Source: G. Fowler, L. Noll, K.-P. Vo and D. Eastlake, "The FNV non-cryptographic hash algorithm", draft-eastlake-fnv.
public struct FNV1a: Sendable {
    @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Of no bytes.
    public init() {}

    /// The number of all bytes that were taken.
    @inlinable public var hash: UInt64 { state }

    /// Takes more bytes.
    @inlinable public mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
}
