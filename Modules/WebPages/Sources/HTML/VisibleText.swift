/// Text from outside, made harmless to markup and honest to the eye.
enum VisibleText {
    /// Text in which nothing is markup, within elements and within quoted attributes, and in which what cannot be seen is
    /// written out.
    ///
    /// Control characters and the characters that override or isolate the direction of text (Unicode Standard Annex 9) become
    /// `\u{202E}`: a title must neither hide its end nor turn its surroundings around.
    static func escaped(_ text: some StringProtocol) -> String {
        // Most text needs nothing, and one look at its bytes says so.
        if text.utf8.allSatisfy(isPlain) { return String(text) }
        return text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: write(scalar, to: &escaped)
            }
        }
    }

    /// Text with what cannot be seen written out, for those who escape it themselves.
    static func shown(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { shown, scalar in write(scalar, to: &shown) }
    }

    private static func write(_ scalar: Unicode.Scalar, to text: inout String) {
        if isHidden(scalar) {
            text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
            text.unicodeScalars.append(scalar)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        case 0x20..<0x7F: true
        default: false
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
