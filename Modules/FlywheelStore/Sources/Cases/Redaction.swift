/// Names and addresses that are to disappear from other texts.
///
/// They are found as whole words, whatever their capitals; `Jane Roe` is not found in `Jane Roemer`. Where a string has a
/// blank, a text may have any: two of them, the end of a line, also of one that a mail quotes or a document escapes.
public struct Redaction: Sendable {
    /// The words of each string, a character at a time.
    private let strings: [[[String]]]
    /// The first words as bytes, which rules most texts out at once.
    private let firstWords: [[UInt8]]
    /// Whether there is nothing to look for.
    public var isEmpty: Bool { strings.isEmpty }

    /// Looks for these strings; empty ones are left out.
    public init(_ strings: [String]) {
        // Longer ones first, so that none is cut by one that stands within it.
        let wanted = strings.sorted { ($1.count, $0) < ($0.count, $1) }
            .map { $0.split(whereSeparator: \.isWhitespace) }.filter { !$0.isEmpty }
        self.strings = wanted.map { $0.map { $0.map { $0.lowercased() } } }
        firstWords = wanted.map { Array($0[0].lowercased().utf8) }
    }

    /// The text with ``Erasure/mark`` in the place of each string; `nil` where none is in it.
    public func redacted(_ text: String) -> String? {
        guard mayContain(text) else { return nil }
        let characters = Array(text)
        let lower = characters.map { $0.lowercased() }
        var result = ""
        var index = 0
        var isFound = false
        while index < characters.count {
            if let end = match(lower, characters, at: index) {
                result += Erasure.mark
                index = end
                isFound = true
            } else {
                result.append(characters[index])
                index += 1
            }
        }
        return isFound ? result : nil
    }

    /// Where the string ends that stands at a place.
    private func match(_ lower: [String], _ characters: [Character], at index: Int) -> Int? {
        guard characters.beginsWord(at: index) else { return nil }
        for words in strings {
            guard let end = Self.end(of: words, lower, characters, from: index) else { continue }
            if end == characters.count || !characters[end].isPartOfWord { return end }
        }
        return nil
    }

    private static func end(
        of words: [[String]], _ lower: [String], _ characters: [Character], from index: Int
    ) -> Int? {
        var end = index
        for (number, word) in words.enumerated() {
            let start = number == 0 ? end : characters.endOfBlanks(from: end)
            guard number == 0 || start > end, lower[start...].starts(with: word) else { return nil }
            end = start + word.count
        }
        return end
    }

    private func mayContain(_ text: String) -> Bool {
        // The same letter can be written with different bytes outside ASCII.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
        let text = Array(text.lowercased().utf8)
        return firstWords.contains { wanted in
            guard wanted.count <= text.count else { return false }
            return (0...(text.count - wanted.count)).contains { start in
                text[start] == wanted[0] && text[start..<start + wanted.count].elementsEqual(wanted)
            }
        }
    }
}

extension [Character] {
    /// Where the blanks end that begin at a place; there, where none do. A line that is quoted begins with `>`.
    fileprivate func endOfBlanks(from start: Int) -> Int {
        var index = start
        var isInNewLine = false
        while index < count {
            if self[index].isWhitespace {
                isInNewLine = isInNewLine || self[index].isNewline
                index += 1
            } else if isEscapedBlank(at: index) {
                isInNewLine = true
                index += 2
            } else if isInNewLine, self[index] == ">" {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    /// Whether a word may begin at a place: none goes on there.
    fileprivate func beginsWord(at index: Int) -> Bool {
        index == 0 || !self[index - 1].isPartOfWord || (index > 1 && isEscapedBlank(at: index - 2))
    }

    /// Whether a blank stands at a place as JSON writes it, in two characters.
    private func isEscapedBlank(at index: Int) -> Bool {
        self[index] == "\\" && index + 1 < count && "nrt".contains(self[index + 1])
    }
}

extension Character {
    /// Whether a word goes on with it.
    fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
