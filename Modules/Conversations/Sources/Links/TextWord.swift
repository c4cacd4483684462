/// A word or code of a text and what stands in front of it.
struct TextWord {
    /// Letters, digits, and hyphens, points, slashes and underscores between them.
    let text: Substring
    /// What stands between it and the word before.
    let gap: Substring
    let hasDigit: Bool

    /// Whether a number sign stands in front.
    var afterHash: Bool { gap.last == "#" }

    /// The codes that slashes part, as in the path of an address.
    var parts: [Substring] { text.split(separator: "/") }

    /// The word as a SKU.
    var sku: String? { 2...40 ~= text.utf8.count ? String(text) : nil }

    /// Every word of a text. Codes are of ASCII; where a word of another script touches one, they are two words.
    static func all(in text: String) -> [TextWord] {
        var words: [TextWord] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var gapStart = index
        while index < scalars.endIndex {
            guard let kind = Kind(scalars[index]), kind != .joint else {
                index = scalars.index(after: index)
                continue
            }
            let start = index
            var end = index
            var hasDigit = false
            while index < scalars.endIndex, let next = Kind(scalars[index]), next == kind || next == .joint {
                hasDigit = hasDigit || "0"..."9" ~= scalars[index]
                index = scalars.index(after: index)
                // Marks at its end are the sentence's.
                if next != .joint { end = index }
            }
            words.append(TextWord(text: text[start..<end], gap: text[gapStart..<start], hasDigit: hasDigit))
            index = end
            gapStart = end
        }
        return words
    }

    private enum Kind {
        case latin, other, joint

        init?(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": self = .latin
            case "-", "_", ".", "/": self = .joint
            case "\u{0}"..."\u{7F}": return nil
            case "\u{2010}"..."\u{2013}": return nil
            default:
                guard scalar.properties.isAlphabetic else { return nil }
                self = scalar.value < 0x250 ? .latin : .other
            }
        }
    }
}
