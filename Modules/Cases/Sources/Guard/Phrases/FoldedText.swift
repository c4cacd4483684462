/// A text as phrases are looked for in it: words of folded letters that know where they stand.
struct FoldedText {
    /// A word, or several that may be one which was torn apart.
    struct Word {
        /// Folded letters; of the same letter several times in a row, one.
        var letters: [UInt32]
        /// Where it stands in the text.
        var range: Range<String.Index>
        /// The first of the ``words`` it is made of, and the one behind its last.
        var place: Range<Int>
    }

    let text: String
    /// The words, in order.
    private(set) var words: [Word] = []
    /// Words as they read without what stands between their parts: `charge-back`, `l a w y e r`.
    private(set) var joined: [Word] = []
    /// Letters of scripts that set no spaces between words, one after the other, with where each stands.
    private(set) var unspaced: [(letter: UInt32, index: String.Index)] = []

    init(_ text: String) {
        self.text = text
        cut()
        joinTornWords()
    }

    private mutating func cut() {
        let scalars = text.unicodeScalars
        var letters: [UInt32] = []
        var start = scalars.startIndex
        func isLetter(_ index: String.Index) -> Bool {
            index < scalars.endIndex && LetterFolding.letters(of: scalars[index]).contains { $0 > 0x39 }
        }
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if LetterFolding.isInvisible(scalar) {
                index = next
                continue
            }
            var found = LetterFolding.letters(of: scalar)
            if found.isEmpty, !letters.isEmpty, isLetter(next), let letter = LetterFolding.disguised(scalar.value) {
                found = [letter]
            }
            if let letter = found.first, LetterFolding.isUnspaced(letter) {
                unspaced.append((letter, index))
                found = []
            }
            if found.isEmpty {
                add(letters, start..<index)
                letters = []
            } else {
                if letters.isEmpty { start = index }
                letters += found
            }
            index = next
        }
        add(letters, start..<scalars.endIndex)
    }

    private mutating func add(_ letters: [UInt32], _ range: Range<String.Index>) {
        guard !letters.isEmpty else { return }
        let isNumber = letters.allSatisfy { $0 <= 0x39 }
        let read = isNumber ? letters : letters.map { $0 <= 0x39 ? LetterFolding.disguised($0) ?? $0 : $0 }
        words.append(
            Word(letters: isNumber ? read : read.withoutRepeats, range: range, place: words.count..<words.count + 1))
    }

    /// Joins single letters in a row, and words with one sign and no space between them.
    private mutating func joinTornWords() {
        var start = 0
        while start < words.count {
            var end = start + 1
            while end < words.count, isTorn(between: end - 1, and: end) { end += 1 }
            if end - start > 1 {
                joined.append(
                    Word(
                        letters: words[start..<end].flatMap(\.letters).withoutRepeats,
                        range: words[start].range.lowerBound..<words[end - 1].range.upperBound, place: start..<end))
            }
            start = end
        }
    }

    private func isTorn(between left: Int, and right: Int) -> Bool {
        if words[left].letters.count == 1, words[right].letters.count == 1 { return true }
        let gap = text.unicodeScalars[words[left].range.upperBound..<words[right].range.lowerBound]
        return gap.count == 1 && gap.allSatisfy { !$0.properties.isWhitespace }
    }
}

extension [UInt32] {
    /// The letters with repetitions of one left out, so that `reefuuund` reads as `refund`.
    var withoutRepeats: [UInt32] {
        var letters: [UInt32] = []
        for letter in self where letter != letters.last { letters.append(letter) }
        return letters
    }
}
