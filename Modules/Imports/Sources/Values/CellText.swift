extension Span<UInt8> {
    /// Whether no byte has its high bit set.
    @inline(__always)
    var isASCII: Bool {
        let raw = bytes
        var bits: UInt64 = 0
        var index = 0
        while index &+ 8 <= count {
            // In bounds: eight bytes were just seen to be left.
            bits |= raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        while index < count {
            bits |= UInt64(self[index])
            index &+= 1
        }
        return bits & 0x8080_8080_8080_8080 == 0
    }

    /// Whether the other has the same bytes.
    @inline(__always)
    func hasBytes(of other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        let (raw, otherRaw) = (bytes, other.bytes)
        var index = 0
        while index &+ 8 <= count {
            // In bounds: eight bytes were just seen to be left of both.
            let word = raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            if word != otherRaw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self) { return false }
            index &+= 8
        }
        while index < count {
            if self[index] != other[index] { return false }
            index &+= 1
        }
        return true
    }

    /// The bytes without the spaces around them (tabs and, in UTF-8, no-break spaces too).
    @inline(__always)
    var trimmedRange: Range<Int> {
        if !isEmpty, 0x21...0x7E ~= self[0], 0x21...0x7E ~= self[count - 1] { return 0..<count }
        return rangeInSpaces
    }

    private var rangeInSpaces: Range<Int> {
        var (start, end) = (0, count)
        while start < end, let length = spaceLength(at: start) { start += length }
        while end > start {
            let last = self[end - 1]
            if last == 0x20 || last == 0x09 {
                end -= 1
            } else if last == 0xA0, end - 2 >= start, self[end - 2] == 0xC2 {
                end -= 2
            } else if last == 0xAF || last == 0x89, end - 3 >= start, self[end - 2] == 0x80, self[end - 3] == 0xE2 {
                end -= 3
            } else {
                break
            }
        }
        return start..<end
    }

    /// The length of the space at `index`: a space, a tab, a no-break space (U+00A0), a narrow one (U+202F) or a thin one
    /// (U+2009).
    func spaceLength(at index: Int) -> Int? {
        switch self[index] {
        case 0x20, 0x09: 1
        case 0xC2 where index + 1 < count && self[index + 1] == 0xA0: 2
        case 0xE2 where index + 2 < count && self[index + 1] == 0x80 && [0xAF, 0x89].contains(self[index + 2]): 3
        default: nil
        }
    }

    /// Moves `index` to the first byte that is no space.
    func skipSpaces(_ index: inout Int, end: Int) {
        while index < end, let length = spaceLength(at: index) { index += length }
    }

    /// The part of a cell that is an identifier: without spaces around it and without what spreadsheets wrap around
    /// text to keep its leading zeros (`="0001"`, `'0001`).
    package var identifierRange: Range<Int> {
        let range = trimmedRange
        if !range.isEmpty, self[range.lowerBound].isLetter { return range }
        let (start, end) = (range.lowerBound, range.upperBound)
        if range.count >= 3, self[start] == UInt8(ascii: "="), self[start + 1] == 0x22, self[end - 1] == 0x22 {
            return start + 2..<end - 1
        }
        return !range.isEmpty && self[start] == UInt8(ascii: "'") ? start + 1..<end : range
    }

    /// Whether a spreadsheet made a long number `8.86E+11`. Without the plus it may well be a code.
    package var isDestroyedNumber: Bool {
        // Most codes are told by what stands in front of their last digits.
        guard count > 3, self[0].isDigit, self[count - 3] == 0x2B || self[count - 4] == 0x2B || self[count - 2] == 0x2B
        else { return false }
        var index = 1
        while index < count, self[index].isDigit || self[index] == 0x2E || self[index] == 0x2C { index += 1 }
        guard index + 2 < count, self[index] | 0x20 == UInt8(ascii: "e"), self[index + 1] == UInt8(ascii: "+") else {
            return false
        }
        return (index + 2..<count).allSatisfy { self[$0].isDigit }
    }
}

extension UInt8 {
    var isDigit: Bool { 0x30...0x39 ~= self }
    var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
    /// Of a digit.
    var digit: Int64 { Int64(self) - 0x30 }
}
