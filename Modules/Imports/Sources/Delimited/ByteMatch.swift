/// Finds two byte values 64 bytes at a time.
///
/// The sixteen answers of a vector comparison become sixteen bits by a multiplication: each lane keeps the bit of its
/// place, and multiplying by a one in every byte adds the eight lanes of a half up in its highest byte. Reducing the
/// lanes with `wrappedSum()` instead compiles to a call for each of them, 25 times as slow.
struct ByteMatch {
    /// How many bytes are looked at together.
    static let width = 64

    private let separator: SIMD16<UInt8>
    private let lineEnd: SIMD16<UInt8>

    init(_ format: DelimitedFormat) {
        separator = SIMD16(repeating: format.separator.rawValue)
        lineEnd = SIMD16(repeating: format.lineEnd.rawValue)
    }

    /// Which of the 64 bytes at `offset` are one of the two, and which of them are line ends; the lowest bit is the first
    /// byte, and bits of bytes behind the end are zero.
    @inline(__always)
    func matches(in bytes: RawSpan, at offset: Int) -> (both: UInt64, lineEnds: UInt64) {
        var (both, lineEnds): (UInt64, UInt64) = (0, 0)
        if offset &+ Self.width <= bytes.byteCount {
            for part in 0..<4 {
                // In bounds: the 64 bytes at `offset` were just seen to be.
                let vector = bytes.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: offset &+ part &* 16, as: SIMD16<UInt8>.self)
                let isLineEnd = vector .== lineEnd
                lineEnds |= Self.bits(isLineEnd) << UInt64(part &* 16)
                both |= Self.bits(isLineEnd .| (vector .== separator)) << UInt64(part &* 16)
            }
        } else {
            for index in offset..<bytes.byteCount {
                let byte = bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
                let bit: UInt64 = 1 << UInt64(index - offset)
                if byte == lineEnd[0] { lineEnds |= bit }
                if byte == lineEnd[0] || byte == separator[0] { both |= bit }
            }
        }
        return (both, lineEnds)
    }

    /// One bit for each lane.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
        let places = SIMD16<UInt8>(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
        // A mask is a vector of zeros and minus ones.
        let halves = unsafeBitCast(unsafeBitCast(mask, to: SIMD16<UInt8>.self) & places, to: SIMD2<UInt64>.self)
        let sums = (halves[0] &* 0x0101_0101_0101_0101, halves[1] &* 0x0101_0101_0101_0101)
        return sums.0 >> 56 | (sums.1 >> 56) << 8
    }
}

extension Span<UInt8> {
    /// How many of the bytes are `byte`.
    func count(of byte: UInt8) -> Int {
        let wanted = SIMD16(repeating: byte)
        var total = 0
        var index = 0
        while index &+ 16 <= count {
            // Each lane counts to 255 at most before the lanes are added up.
            let end = Swift.min(count &- 15, index &+ 16 &* 255)
            var counts = SIMD16<UInt8>()
            while index < end {
                // In bounds: `end` leaves room for a vector.
                let vector = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
                counts &-= unsafeBitCast(vector .== wanted, to: SIMD16<UInt8>.self)
                index &+= 16
            }
            for lane in counts.indices { total += Int(counts[lane]) }
        }
        while index < count {
            if self[index] == byte { total += 1 }
            index += 1
        }
        return total
    }
}
