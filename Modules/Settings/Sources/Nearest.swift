/// Finds the word that may have been meant.
public enum Nearest {
    /// The word with the fewest edits from `text`; `nil` when none is near.
    public static func word(to text: String, of words: some Sequence<String>) -> String? {
        let scored = words.map { ($0, distance(text.lowercased(), $0.lowercased())) }
        return scored.filter { $0.1 <= max(2, text.count / 3) }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
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
