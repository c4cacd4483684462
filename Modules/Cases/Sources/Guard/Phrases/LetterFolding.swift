/// One letter for all ways to write it: case, accents, width, look-alikes of other alphabets, digits that stand for letters.
///
/// Phrases and texts are folded alike, so a word that was disguised is still found. What is folded together wrongly can only
/// send a message to a person.
enum LetterFolding {
    /// The folded letters of a scalar: one, two for a ligature, none for what stands between words.
    static func letters(of scalar: Unicode.Scalar) -> [UInt32] {
        let value = plain(scalar.value)
        if value < 0x80 { return ascii[Int(value)] }
        if let folded = table[value] { return folded }
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return [] }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
        guard lower.count == 1, let only = lower.first else { return lower.compactMap { table[$0]?.first ?? $0 } }
        return table[only] ?? [only]
    }

    /// The letter that a digit or sign stands for inside a word, such as `3` for `e`.
    static func disguised(_ value: UInt32) -> UInt32? { disguises[plain(value)] }

    /// Whether a scalar is written inside words without being seen, or is a mark on the letter before.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x2060...0x2064, 0x3099, 0x309A, 0xFE00...0xFE0F, 0xFEFF, 0xFF9E,
            0xFF9F:
            true
        default: false
        }
    }

    /// Whether words of this script are not set apart by spaces.
    static func isUnspaced(_ letter: UInt32) -> Bool {
        switch letter {
        case 0x3005, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
        default: false
        }
    }

    /// What each ASCII character is folded to, made once: most texts are little else.
    private static let ascii: [[UInt32]] = (UInt32(0)..<0x80).map { value in
        switch value {
        case 0x30...0x39, 0x61...0x7A: [value]
        case 0x41...0x5A: [value + 0x20]
        default: []
        }
    }

    /// The plain form of wide, circled and mathematical letters, and of narrow kana.
    private static func plain(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xFF01...0xFF5E: value - 0xFEE0
        case 0x24B6...0x24CF: value - 0x24B6 + 0x61
        case 0x24D0...0x24E9: value - 0x24D0 + 0x61
        case 0x1D400...0x1D6A3: (value - 0x1D400) % 26 + 0x61
        case 0xFF66...0xFF9D: narrowKana[Int(value - 0xFF66)]
        default: value
        }
    }

    private static let narrowKana = scalars("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン")

    private static let disguises: [UInt32: UInt32] = Dictionary(
        uniqueKeysWithValues: zip(scalars("01345789@$!|€£"), scalars("oieastbgasiiel")))

    /// Accented and borrowed letters by the one they are read as.
    private static let table: [UInt32: [UInt32]] = {
        let readAs: KeyValuePairs = [
            "a": "àáâãäåāăąαа", "b": "вƀ", "c": "çćčсϲ", "d": "ďđðԁ", "e": "èéêëēėęěεеё", "g": "ğģɡ", "h": "һ",
            "i": "ìíîïīįıіιї",
            "j": "ј", "k": "ķкκ", "l": "łļľĺӏ", "m": "м", "n": "ñńňņη", "o": "òóôõöøōőοо", "p": "рρ", "q": "ԛ",
            "r": "řŕг",
            "s": "śšşșѕ", "t": "ťțţтτ", "u": "ùúûüūůűųυ", "v": "ν", "w": "ŵԝω", "x": "хχ", "y": "ýÿуγ", "z": "źżž",
            "ss": "ß", "ae": "æ", "oe": "œ",
        ]
        var table: [UInt32: [UInt32]] = [:]
        for (letters, variants) in readAs {
            for variant in scalars(variants) { table[variant] = scalars(letters) }
        }
        // Katakana is read as hiragana, and voiced and small kana as the plain ones.
        let kana = zip(
            scalars("がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉっゃゅょ"), scalars("かきくけこさしすせそたちつてとはひふへほはひふへほあいうえおつやゆよ"))
        let voiced = Dictionary(uniqueKeysWithValues: Array(kana))
        for letter in UInt32(0x3041)...0x3096 {
            let plain = [voiced[letter] ?? letter]
            table[letter] = plain
            table[letter + 0x60] = plain
        }
        return table
    }()

    private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
