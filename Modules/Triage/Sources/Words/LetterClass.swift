/// What a character is for a reader of words.
enum LetterClass: Hashable {
    /// A letter or digit of a longer word, as it is compared: lower case, every digit a zero.
    case letter(UInt32)
    /// A word by itself: a sign of a script without spaces, an emoji, an exclamation or a question mark.
    case sign(UInt32)
    /// Left out where it stands within a word, an end of it elsewhere.
    case apostrophe
    /// Between words.
    case gap

    /// Digits are all alike: what a number is, an order or a phone, must not be learnt.
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x61...0x7a: self = .letter(value)
        case 0x41...0x5a: self = .letter(value + 32)
        case 0x30...0x39: self = .letter(0x30)
        case 0x27: self = .apostrophe
        case 0x21, 0x3f: self = .sign(value)
        case 0..<0x80: self = .gap
        case 0x2019: self = .apostrophe
        default: self = Self.beyondASCII(scalar)
        }
    }

    private static func beyondASCII(_ scalar: Unicode.Scalar) -> LetterClass {
        let properties = scalar.properties
        // Kana and ideographs stand without spaces, so words of one sign and pairs of them carry the meaning.
        if properties.isIdeographic || (0x3040...0x30ff).contains(scalar.value) { return .sign(scalar.value) }
        if properties.numericType == .decimal { return .letter(0x30) }
        if properties.isAlphabetic {
            return .letter((properties.lowercaseMapping.unicodeScalars.first ?? scalar).value)
        }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: return .letter(scalar.value)
        default: return properties.isEmojiPresentation ? .sign(scalar.value) : .gap
        }
    }
}
