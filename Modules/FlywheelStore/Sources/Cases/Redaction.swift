/// Names and addresses that are to disappear from other texts.
///
/// They are found as whole words, whatever their capitals; `Jane Roe` is not found in `Jane Roemer`.
public struct Redaction: Sendable {
    private let strings: [[String]]
    /// Those of ASCII alone, as bytes, which rules most texts out at once.
    private let bytes: [[UInt8]]
    /// Whether there is nothing to look for.
    public var isEmpty: Bool { strings.isEmpty }

    /// Looks for these strings; empty ones are left out.
    public init(_ strings: [String]) {
        // Longer ones first, so that none is cut by one that stands within it.
        let wanted = strings.filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
        self.strings = wanted.map { $0.map { $0.lowercased() } }
        bytes = wanted.map { Array($0.lowercased().utf8) }
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
            if let length = match(lower, characters, at: index) {
                result += Erasure.mark
                index += length
                isFound = true
            } else {
                result.append(characters[index])
                index += 1
            }
        }
        return isFound ? result : nil
    }

    /// The length of the string that stands at a place.
    private func match(_ lower: [String], _ characters: [Character], at index: Int) -> Int? {
        guard index == 0 || !characters[index - 1].isPartOfWord else { return nil }
        for string in strings where lower[index...].starts(with: string) {
            let end = index + string.count
            if end == characters.count || !characters[end].isPartOfWord { return string.count }
        }
        return nil
    }

    private func mayContain(_ text: String) -> Bool {
        // The same letter can be written with different bytes outside ASCII.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
        let text = Array(text.lowercased().utf8)
        return bytes.contains { wanted in
            guard wanted.count <= text.count else { return false }
            return (0...(text.count - wanted.count)).contains { start in
                text[start] == wanted[0] && text[start..<start + wanted.count].elementsEqual(wanted)
            }
        }
    }
}

extension Character {
    /// Whether a word goes on with it.
    fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
