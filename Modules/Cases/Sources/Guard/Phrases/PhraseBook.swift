/// Phrases of one language about one subject.
struct PhraseList<Subject: Hashable & Sendable>: Sendable {
    let subject: Subject
    /// An ISO 639 code; `nil` for any language.
    let language: String?
    /// The phrases, separated by commas and line ends.
    let phrases: String

    init(_ subject: Subject, _ language: String?, _ phrases: String) {
        self.subject = subject
        self.language = language
        self.phrases = phrases
    }
}

/// Phrases by what they speak of, and where a text holds them.
struct PhraseBook<Subject: Hashable & Sendable>: Sendable {
    /// A phrase that a text holds.
    struct Find: Hashable, Sendable {
        let subject: Subject
        /// The words of the text.
        let words: String
        /// The phrase that was looked for.
        let phrase: String
    }

    /// A class, because many are looked at for each word, and one reference is less to count than all that they hold.
    private final class Entry: Sendable {
        let subject: Subject
        let language: String?
        let phrase: Phrase

        init(subject: Subject, language: String?, phrase: Phrase) {
            self.subject = subject
            self.language = language
            self.phrase = phrase
        }
    }

    /// Phrases by the first letter of their first word.
    private var byFirst: [UInt32: [Entry]] = [:]
    /// Those whose first word may be misspelt, by its first and by its second letter.
    private var misspeltByFirst: [UInt32: [Entry]] = [:]
    private var misspeltBySecond: [UInt32: [Entry]] = [:]
    /// Phrases whose first word may begin with anything, by the first letter they look for in it.
    private var anywhere: [UInt32: [Entry]] = [:]
    private var unspaced: [Entry] = []
    /// Words that look like one of a phrase and are none.
    private let lookalikes: Set<[UInt32]>

    /// - Parameter lookalikes: words that are one typing error away from a phrase and mean something else.
    init(_ lists: [PhraseList<Subject>], lookalikes: String = "") {
        self.lookalikes = Set(FoldedText(lookalikes).words.map(\.letters))
        for list in lists {
            for phrase in Phrase.list(list.phrases) {
                add(Entry(subject: list.subject, language: list.language, phrase: phrase))
            }
        }
    }

    private mutating func add(_ entry: Entry) {
        guard let word = entry.phrase.parts.first?.word, let first = word.letters.first else {
            unspaced.append(entry)
            return
        }
        if word.place == .anywhere {
            anywhere[first, default: []].append(entry)
            return
        }
        byFirst[first, default: []].append(entry)
        guard word.letters.count >= WordPattern.leastMisspelt else { return }
        misspeltByFirst[first, default: []].append(entry)
        misspeltBySecond[word.letters[1], default: []].append(entry)
    }

    /// What a text holds, in its order; of several phrases about one subject at one place, the longest.
    ///
    /// - Parameter languages: those whose phrases are found with a typing error as well; `nil` for all. A word of one language is
    ///   often a misspelt one of another.
    func finds(in text: String, misspeltIn languages: Set<String>? = nil) -> [Find] {
        let folded = FoldedText(text)
        var found: [(find: Find, range: Range<String.Index>)] = []
        func add(_ entry: Entry, _ range: Range<String.Index>) {
            found.append((Find(subject: entry.subject, words: String(text[range]), phrase: entry.phrase.source), range))
        }
        for word in folded.words + folded.joined {
            for entries in candidates(for: word.letters) {
                for entry in entries {
                    let isMisspelt = entry.language.map { languages?.contains($0) ?? true } ?? true
                    guard let end = end(of: entry.phrase, from: word, in: folded, orMisspelt: isMisspelt) else {
                        continue
                    }
                    add(entry, word.range.lowerBound..<end)
                }
            }
        }
        if !folded.unspaced.isEmpty {
            let letters = folded.unspaced.map(\.letter)
            for entry in unspaced {
                guard let range = letters.firstRange(of: entry.phrase.unspaced) else { continue }
                let last = folded.unspaced[range.upperBound - 1].index
                add(entry, folded.unspaced[range.lowerBound].index..<text.unicodeScalars.index(after: last))
            }
        }
        return longest(found)
    }

    /// Phrases that may begin with a word; where its first letter is wrong, the second tells.
    private func candidates(for word: [UInt32]) -> [[Entry]] {
        guard let first = word.first else { return [] }
        let sure = [byFirst[first]] + Set(word).map { anywhere[$0] }
        guard word.count >= WordPattern.leastMisspelt - 1 else { return sure.compactMap(\.self) }
        return (sure + [misspeltByFirst[word[1]], misspeltBySecond[first]]).compactMap(\.self)
    }

    /// Where a phrase ends that begins with a word.
    private func end(
        of phrase: Phrase, from word: FoldedText.Word, in text: FoldedText, orMisspelt: Bool
    ) -> String.Index? {
        func matches(_ pattern: WordPattern, _ letters: [UInt32]) -> Bool {
            pattern.matches(letters) || orMisspelt && pattern.matchesMisspelt(letters) && !lookalikes.contains(letters)
        }
        guard let first = phrase.parts.first, matches(first.word, word.letters) else { return nil }
        var (last, next) = (word.range.upperBound, word.place.upperBound)
        for part in phrase.parts.dropFirst() {
            let reach = next..<min(text.words.count, next + part.mostBefore + 1)
            guard let place = reach.first(where: { matches(part.word, text.words[$0].letters) }) else { return nil }
            (last, next) = (text.words[place].range.upperBound, place + 1)
        }
        return last
    }

    private func longest(_ found: [(find: Find, range: Range<String.Index>)]) -> [Find] {
        let kept = found.indices.filter { index in
            let (find, range) = found[index]
            return !found.indices.contains { other in
                guard other != index, found[other].find.subject == find.subject else { return false }
                let wider = found[other].range
                guard wider.lowerBound <= range.lowerBound, wider.upperBound >= range.upperBound else { return false }
                return wider != range || other < index
            }
        }
        return kept.sorted { found[$0].range.lowerBound < found[$1].range.lowerBound }.map { found[$0].find }
    }
}
