// Terminals lay text out in cells: an ideograph takes two, a combining mark none. Counting characters would shift columns.

extension String {
    /// The number of terminal cells the text takes.
    var cells: Int { reduce(0) { $0 + $1.cells } }

    /// The text cut to at most `limit` cells, the last of them `mark` when anything was cut.
    func cut(toCells limit: Int, mark: String = "…") -> String {
        guard cells > limit else { return self }
        guard limit >= mark.cells else { return "" }
        var kept = ""
        var used = 0
        for character in self {
            guard used + character.cells + mark.cells <= limit else { break }
            kept.append(character)
            used += character.cells
        }
        return kept + mark
    }

    /// The text with spaces up to `width` cells, at its end or, to stand on the right, before it.
    func padded(toCells width: Int, onRight: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - cells))
        return onRight ? spaces + self : self + spaces
    }
}

extension Character {
    /// The number of terminal cells the character takes: that of its widest part.
    var cells: Int { unicodeScalars.reduce(0) { max($0, $1.cells) } }
}

extension Unicode.Scalar {
    /// 2 for East Asian wide and fullwidth characters and emoji (Unicode Standard Annex 11), 0 for marks that join the
    /// character before them, else 1.
    var cells: Int {
        if value < 0x300 { return 1 }
        // The selector that asks for the coloured form of a symbol.
        if value == 0xFE0F { return 2 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return properties.isEmojiPresentation || Self.wide.contains { $0.contains(value) } ? 2 : 1
        }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]
}
