import Statistics

/// A sum over bytes that changes when any of them does: finds damage, not malice.
enum Checksum {
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var sum = FNV1a()
        sum.take(bytes)
        return sum.hash
    }
}
