import CZlib

/// The checksum of ZIP entries.
struct CRC32 {
    private var sum: UInt = 0

    /// Of all bytes added.
    var value: UInt32 { UInt32(truncatingIfNeeded: sum) }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        sum = UInt(
            crc32(CUnsignedLong(sum), bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count)))
    }
}
