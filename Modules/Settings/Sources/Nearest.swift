/// Finds the word that may have been meant.
public enum Nearest {
    /// The word with the fewest edits from `text`; `nil` when none is near.
    public static func word(to text: String, of words: some Sequence<String>) -> String? {
        let scored = words.map { ($0, distance(text.lowercased(), $0.lowercased())) }
        return scored.filter { $0.1 <= max(2, text.count / 3) }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// The name that `text` is most likely a slip of: the same but for case, space, one letter or the order of letters; `nil` when
    /// there is none, and where it is one of the names. Numbers tell names apart, and are no slips.
    public static func slip(_ text: String, of names: some Sequence<String>) -> String? {
        func plain(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
        let own = plain(text)
        var slips: [String] = []
        for name in names {
            guard name != text else { return nil }
            let other = plain(name)
            guard own.filter(\.isNumber) == other.filter(\.isNumber) else { continue }
            if own == other
                || min(own.count, other.count) > 2 && (distance(own, other) == 1 || own.sorted() == other.sorted())
            {
                slips.append(name)
            }
        }
        return slips.min()
    }

    /// Insertions, deletions and replacements that turn one word into the other (Levenshtein 1966).
    private static func distance(_ one: String, _ other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[other.count]
    }
}
