/// What an issue is called in every language: the part of a fingerprint that tells a listing's issues apart.
enum IssueName {
    /// The attributes that an issue's text names, sorted; empty when it names none.
    ///
    /// Amazon translates the sentence and leaves the attribute: `'[brand]' is required but not supplied.` Names in square
    /// brackets count. Names in quotes count only when they hold an underscore, as `item_name` does: a quoted plain word may
    /// be a translated label.
    static func attributes(in text: String) -> [String] {
        // Most sentences name none: one that does brackets it, or has an underscore in it.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "_") }) else { return [] }
        let characters = Array(text)
        var found: Set<String> = []
        var start: Int?
        for index in characters.indices {
            if isNamePart(characters[index]) {
                start = start ?? index
            } else {
                if let start, start > 0 {
                    let name = String(characters[start..<index]).lowercased()
                    switch (characters[start - 1], characters[index]) {
                    case ("[", "]"): found.insert(name)
                    case (let open, let close) where quotes.contains(open) && quotes.contains(close):
                        if name.contains("_") { found.insert(name) }
                    default: break
                    }
                }
                start = nil
            }
        }
        return found.sorted()
    }

    private static let quotes: Set<Character> = ["'", "\"", "`", "‘", "’", "‚", "“", "”", "„", "«", "»", "「", "」"]

    private static func isNamePart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "_.-#".contains(character))
    }
}
