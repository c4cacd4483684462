/// A sum over bytes that changes when any of them does: finds damage, not malice.
///
/// FNV-1a with 64 bits. Source: G. Fowler, L. Noll, K.-P. Vo and D. Eastlake, "The FNV non-cryptographic hash algorithm",
/// draft-eastlake-fnv.
enum Checksum {
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return sum
    }
}
