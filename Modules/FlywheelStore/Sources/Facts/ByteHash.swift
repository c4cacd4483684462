/// 64 bits of any bytes, the same on every machine: for tables, and against damage. Not against attack: whoever can
/// choose the bytes can choose their hash.
///
/// Two words at a time are mixed with constants, multiplied to 128 bits and folded (Wang Yi 2019, "wyhash").
package enum ByteHash {
    private static let first: UInt64 = 0xA076_1D64_78BD_642F
    private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

    /// The hash of these bytes.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        var state = first
        var position = 0
        while count - position > 16 {
            state = mix(word(bytes, position) ^ second, word(bytes, position + 8) ^ state)
            position += 16
        }
        let (low, high) = rest(bytes, position)
        return mix(mix(low ^ second, high ^ state), UInt64(truncatingIfNeeded: count) ^ second)
    }

    /// The last 16 bytes or fewer, as two words that overlap where there are less.
    @inline(__always)
    private static func rest(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> (UInt64, UInt64) {
        let count = bytes.count
        if count >= 16 { return (word(bytes, count - 16), word(bytes, count - 8)) }
        if count >= 8 { return (word(bytes, 0), word(bytes, count - 8)) }
        if count >= 4 { return (half(bytes, 0), half(bytes, count - 4)) }
        guard count > 0 else { return (0, 0) }
        return (UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]), 0)
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private static func half(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let (high, low) = left.multipliedFullWidth(by: right)
        return high ^ low
    }
}
