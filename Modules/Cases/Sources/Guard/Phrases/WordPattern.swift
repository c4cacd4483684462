/// What one word has to be like: `lawyer` that word, `refund*` one that begins so, `*gericht*` one that holds it.
struct WordPattern: Hashable, Sendable {
    /// Where in a word the letters have to stand.
    enum Place: Hashable, Sendable {
        case whole, beginning, anywhere
    }

    let letters: [UInt32]
    let place: Place

    /// From this length on a typing error is looked through: shorter words would be others.
    static let leastMisspelt = 6

    /// Whether a word of folded letters is meant.
    func matches(_ word: [UInt32]) -> Bool {
        switch place {
        case .whole: word == letters
        case .beginning: word.starts(with: letters)
        case .anywhere: word.contains(letters)
        }
    }

    /// Whether a word is meant in which one letter is missing, wrong, too many, or in its neighbour's place.
    func matchesMisspelt(_ word: [UInt32]) -> Bool {
        place != .anywhere && letters.count >= Self.leastMisspelt && isOneErrorAway(word)
    }

    /// Whether one typing error (F. Damerau, 1964) turns the letters into the word, or into its beginning.
    private func isOneErrorAway(_ word: [UInt32]) -> Bool {
        guard place == .beginning || abs(word.count - letters.count) <= 1 else { return false }
        var same = 0
        while same < letters.count, same < word.count, letters[same] == word[same] { same += 1 }
        // All letters stand there, and one more; or all but the last.
        if same == letters.count { return place == .beginning || word.count == same + 1 }
        if same == word.count { return letters.count == same + 1 }
        let (left, rest) = (letters[(same + 1)...], word[(same + 1)...])
        if agrees(left, rest) || agrees(letters[same...], rest) || agrees(left, word[same...]) { return true }
        guard let following = left.first, let second = rest.first else { return false }
        return following == word[same] && second == letters[same] && agrees(left.dropFirst(), rest.dropFirst())
    }

    private func agrees(_ letters: ArraySlice<UInt32>, _ word: ArraySlice<UInt32>) -> Bool {
        place == .beginning ? word.starts(with: letters) : word.elementsEqual(letters)
    }
}

extension [UInt32] {
    /// Whether the letters stand in a row somewhere in these.
    func contains(_ letters: [UInt32]) -> Bool { firstRange(of: letters) != nil }

    /// Where the letters first stand in a row.
    func firstRange(of letters: [UInt32]) -> Range<Int>? {
        guard let first = letters.first, letters.count <= count else { return nil }
        return (0...(count - letters.count)).first { start in
            self[start] == first && self[start..<start + letters.count].elementsEqual(letters)
        }.map { $0..<$0 + letters.count }
    }
}
