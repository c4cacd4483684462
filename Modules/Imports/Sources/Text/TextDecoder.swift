/// A cell as text.
package struct DecodedText: Hashable, Sendable {
    /// The text, with U+FFFD where bytes stood for no character.
    package var text: String
    /// Where in the cell the first such byte is, from 0; nil if there is none.
    package var badByte: Int?
}

/// Turns the bytes of cells into text, one cell at a time, so that a bad byte costs one character and not the file.
package struct TextDecoder: Hashable, Sendable {
    /// How cells are read.
    package let encoding: TextEncoding
    /// How a cell is read that `encoding` cannot read, unless half of it can be; nil to replace its bad bytes.
    package let fallback: TextEncoding?

    /// Reads cells by `encoding`, and by `fallback` those that are invalid in it.
    package init(_ encoding: TextEncoding, otherwise fallback: TextEncoding? = nil) {
        self.encoding = encoding
        self.fallback = fallback == encoding ? nil : fallback
    }

    /// Reads one cell.
    package func decode(_ cell: Span<UInt8>) -> DecodedText {
        let decoded = Self.decode(cell, as: encoding)
        if decoded.badByte != nil, let fallback, !UTF8Evidence(cell).isFor { return Self.decode(cell, as: fallback) }
        return decoded
    }

    private static func decode(_ cell: Span<UInt8>, as encoding: TextEncoding) -> DecodedText {
        var badByte: Int?
        do throws(UTF8.ValidationError) {
            let valid = try UTF8Span(validating: cell)
            // The three encodings agree on ASCII, which is most of what exports hold.
            if encoding == .utf8 || valid.isKnownASCII { return DecodedText(text: String(copying: valid)) }
        } catch {
            badByte = error.byteOffsets.lowerBound
        }
        switch encoding {
        case .utf8:
            return DecodedText(
                text: cell.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }, badByte: badByte)
        case .windows1252: return Windows1252.decode(cell)
        case .windows31J: return Windows31J.decode(cell)
        }
    }
}
