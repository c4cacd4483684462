/// The number a cell holds, with what stands around it: `-5`, `1,234.50`, `$45.99`, `12,50 €`, `(1,234)`, `99.80%`.
struct CellNumber {
    private(set) var value = ExactDecimal(unscaled: 0, scale: 0)
    /// A currency sign or code as written.
    private(set) var currency: String?
    private(set) var isPercentage = false

    /// Reads a whole cell in UTF-8; nil if it is blank.
    ///
    /// Thousands may be grouped by the style's mark, an apostrophe or a space, in threes or as in India (12,34,567).
    init?(_ cell: Span<UInt8>, style: DecimalStyle) throws(ValueError) {
        let range = cell.trimmedRange
        if range.isEmpty { return nil }
        let end = range.upperBound
        var index = range.lowerBound
        let isParenthesized = cell[index] == UInt8(ascii: "(")
        if isParenthesized { index += 1 }
        var isNegative = Self.takeSign(cell, &index, end)
        try takeCurrency(cell, &index, end)
        if isNegative == nil { isNegative = Self.takeSign(cell, &index, end) }
        try takeDigits(cell, &index, end, style, isNegative: isParenthesized || isNegative == true)
        cell.skipSpaces(&index, end: end)
        if index < end, cell[index] == UInt8(ascii: "%") {
            isPercentage = true
            index += 1
        } else if currency == nil {
            try takeCurrency(cell, &index, end)
        }
        if isParenthesized {
            guard index < end, cell[index] == UInt8(ascii: ")") else {
                throw ValueError(cell, expected: .closingParenthesis, at: index)
            }
            index += 1
        }
        guard index == end else { throw ValueError(cell, expected: .endOfNumber, at: index) }
    }

    /// Whether a minus (also U+2212) or a plus was there; nil for neither.
    private static func takeSign(_ cell: Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool? {
        guard index < end else { return nil }
        switch cell[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            index += 1
            return cell[index - 1] == UInt8(ascii: "-")
        case 0xE2 where index + 2 < end && cell[index + 1] == 0x88 && cell[index + 2] == 0x92:
            index += 3
            return true
        default: return nil
        }
    }

    private mutating func takeCurrency(_ cell: Span<UInt8>, _ index: inout Int, _ end: Int) throws(ValueError) {
        let start = index
        while index < end, Self.isCurrencyByte(cell[index]), cell.spaceLength(at: index) == nil { index += 1 }
        if index == start { return }
        // `kr.` ends in a point of its own, which a digit behind it claims back.
        if index < end, cell[index] == 0x2E, index + 1 == end || !cell[index + 1].isDigit { index += 1 }
        let text = cell.extracting(start..<index).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        guard CurrencyMark.isKnown(text) else { throw ValueError(cell, expected: .currency, at: start) }
        currency = text
        cell.skipSpaces(&index, end: end)
    }

    private static func isCurrencyByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "$") || byte.isLetter
    }

    private mutating func takeDigits(
        _ cell: Span<UInt8>, _ index: inout Int, _ end: Int, _ style: DecimalStyle, isNegative: Bool
    ) throws(ValueError) {
        let start = index
        var digits = GrowingNumber(isNegative: isNegative)
        try takeWholePart(cell, &index, end, style, &digits)
        let decimalsStart = index + 1
        if index < end, cell[index] == style.decimalMark {
            index += 1
            while index < end, cell[index].isDigit { try digits.append(cell, &index) }
            value.scale = index - decimalsStart
            guard value.scale > 0 else { throw ValueError(cell, expected: .digit, at: index) }
        } else if index == start {
            throw ValueError(cell, expected: .digit, at: index)
        }
        if index + 1 < end, cell[index] | 0x20 == UInt8(ascii: "e"), !cell[index + 1].isLetter {
            throw ValueError(cell, expected: .allDigits, at: index)
        }
        value.unscaled = digits.value
    }

    private func takeWholePart(
        _ cell: Span<UInt8>, _ index: inout Int, _ end: Int, _ style: DecimalStyle, _ digits: inout GrowingNumber
    ) throws(ValueError) {
        var groupStart = index
        var isGrouped = false
        while true {
            while index < end, cell[index].isDigit { try digits.append(cell, &index) }
            let length = index - groupStart
            guard let mark = Self.thousandsMark(cell, at: index, end, style), length > 0 else {
                if isGrouped, length != 3 { throw ValueError(cell, expected: .groupsOfThree, at: index) }
                return
            }
            // No thousands begin with a zero: 0.606 has decimals, whatever the style.
            guard isGrouped ? 2...3 ~= length : length <= 3 && cell[groupStart] != UInt8(ascii: "0") else {
                throw ValueError(cell, expected: .groupsOfThree, at: index)
            }
            index += mark
            groupStart = index
            isGrouped = true
        }
    }

    /// The length of the thousands mark at `index`; a space or a typographic apostrophe (U+2019) is one only between digits.
    private static func thousandsMark(_ cell: Span<UInt8>, at index: Int, _ end: Int, _ style: DecimalStyle) -> Int? {
        guard index < end else { return nil }
        if cell[index] == style.thousandsMark || cell[index] == UInt8(ascii: "'") { return 1 }
        guard let length = cell.spaceLength(at: index) ?? apostropheLength(cell, at: index), index + length < end,
            cell[index + length].isDigit
        else { return nil }
        return length
    }

    private static func apostropheLength(_ cell: Span<UInt8>, at index: Int) -> Int? {
        guard index + 2 < cell.count, cell[index] == 0xE2, cell[index + 1] == 0x80, cell[index + 2] == 0x99 else {
            return nil
        }
        return 3
    }
}

/// Digits becoming a number, negative from the first on so that the least 64-bit number can be written.
private struct GrowingNumber {
    let isNegative: Bool
    private(set) var value: Int64 = 0

    init(isNegative: Bool) {
        self.isNegative = isNegative
    }

    mutating func append(_ cell: Span<UInt8>, _ index: inout Int) throws(ValueError) {
        let digit = cell[index].digit
        let (product, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = product.addingReportingOverflow(isNegative ? -digit : digit)
        if overflows || overflowsToo { throw ValueError(cell, expected: .range, at: index) }
        value = sum
        index += 1
    }
}
