/// The words of one message, as they are compared, with where each stands; kept and filled again for the next one.
struct MessageWords {
    /// One word.
    struct Word {
        /// Where it stands in the message, in bytes of its UTF-8.
        let bytes: Range<Int>
        /// Where its letters are in ``MessageWords/letters``, with a gap before and one after.
        let letters: Range<Int>
        /// The hash of the word as a whole.
        let hash: UInt32
    }

    /// The shortest and the longest run of letters that is a feature.
    private static let partLengths = 2...4
    /// A run of letters longer than any word is read this far: a pasted key or a picture is no language.
    private static let longestWord = 40
    /// What a message is about it says before this many words; what follows is quoted mail and logs.
    static let mostWords = 1_000
    private static let gap: UInt32 = 0x20

    /// The words in their order.
    private(set) var words: [Word] = []
    private var letters: [UInt32] = []

    /// Reads a message, instead of the one before.
    mutating func read(_ text: String) {
        words.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        var (start, end, place) = (0, 0, 0)
        var first = -1
        for scalar in text.unicodeScalars {
            guard words.count < Self.mostWords else { return }
            let width = UTF8.width(scalar)
            switch LetterClass(scalar) {
            case .letter(let value):
                if first < 0 {
                    (first, start) = (letters.count, place)
                    letters.append(Self.gap)
                }
                letters.append(value)
                end = place + width
            case .sign(let value):
                close(&first, from: start, to: end)
                first = letters.count
                letters.append(Self.gap)
                letters.append(value)
                close(&first, from: place, to: place + width)
            case .apostrophe: break
            case .gap: close(&first, from: start, to: end)
            }
            place += width
        }
        close(&first, from: start, to: end)
    }

    /// Ends the word whose letters begin at `first`, if one is open.
    private mutating func close(_ first: inout Int, from start: Int, to end: Int) {
        guard first >= 0 else { return }
        if letters.count - first > Self.longestWord { letters.removeSubrange((first + Self.longestWord)...) }
        var hash = GramHash(.word)
        for letter in letters[(first + 1)...] { hash.take(letter) }
        letters.append(Self.gap)
        words.append(Word(bytes: start..<end, letters: first..<letters.count, hash: hash.value))
        first = -1
    }

    /// Calls with the hash of every run of two to four letters in a word, gaps at its ends included.
    func forEachPart(of word: Word, _ body: (UInt32) -> Void) {
        for start in word.letters {
            var hash = GramHash(.part)
            let last = min(word.letters.upperBound, start + Self.partLengths.upperBound)
            for place in start..<last {
                hash.take(letters[place])
                if place - start + 1 >= Self.partLengths.lowerBound { body(hash.value) }
            }
        }
    }

    /// The hash of two words as a pair; nil if one of them is not there.
    func pair(_ first: Int, _ second: Int) -> UInt32? {
        guard words.indices.contains(first), words.indices.contains(second) else { return nil }
        return GramHash.pair(words[first].hash, words[second].hash)
    }
}
