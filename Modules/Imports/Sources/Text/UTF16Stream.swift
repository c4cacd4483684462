/// UTF-16 as UTF-8, so that everything behind it knows one kind of separator and line end.
///
/// What is no character in UTF-16 becomes bytes that are none in UTF-8 either (an unpaired surrogate its three-byte
/// pattern, half a unit at the end 0xFF), so the decoder of cells reports it with its row and column.
final class UTF16Stream: ByteStream {
    private let upstream: any ByteStream
    private let isBigEndian: Bool
    private var input = [UInt8](repeating: 0, count: 1 << 16)
    private var output: [UInt8] = []
    private var taken = 0
    private var highSurrogate: UInt16?
    private var isAtEnd = false

    /// `upstream` starts behind the byte order mark.
    init(_ upstream: any ByteStream, isBigEndian: Bool) {
        self.upstream = upstream
        self.isBigEndian = isBigEndian
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while taken == output.count, !isAtEnd { try transcodeMore() }
        let count = min(buffer.count, output.count - taken)
        buffer.copyBytes(from: output[taken..<taken + count])
        taken += count
        return count
    }

    private func transcodeMore() throws(ReadError) {
        output.removeAll(keepingCapacity: true)
        taken = 0
        let count = try upstream.fill(&input)
        isAtEnd = count < input.count
        for index in stride(from: 0, to: count - 1, by: 2) {
            let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
            take(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        guard isAtEnd else { return }
        flushUnpaired()
        if !count.isMultiple(of: 2) { output.append(0xFF) }
    }

    private func take(_ unit: UInt16) {
        if let high = highSurrogate, UTF16.isTrailSurrogate(unit) {
            highSurrogate = nil
            append(0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(unit) & 0x3FF)
            return
        }
        flushUnpaired()
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else {
            append(UInt32(unit))
        }
    }

    private func flushUnpaired() {
        if let high = highSurrogate { append(UInt32(high)) }
        highSurrogate = nil
    }

    private func append(_ scalar: UInt32) {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
        switch scalar {
        case ..<0x80: output.append(UInt8(scalar))
        case ..<0x800: output += [UInt8(0xC0 | scalar >> 6), continuation(0)]
        case ..<0x10000: output += [UInt8(0xE0 | scalar >> 12), continuation(6), continuation(0)]
        default: output += [UInt8(0xF0 | scalar >> 18), continuation(12), continuation(6), continuation(0)]
        }
    }
}
