/// A sentence of the domain in every language: recognised by its English, told by the others.
struct Sentence: Hashable, Sendable {
    let pattern: SentencePattern
    let messages: [Language: Message]
}

/// One file of sentences: what one part of the domain says.
///
/// ```
/// en: half of {count, number} were found later than {hours, number} hours
/// de: die Hälfte von {count} wurde später als nach {hours, plural, one {# Stunde} other {# Stunden}} gefunden
/// es: …
/// ja: …
/// ```
///
/// A block for each sentence, with an empty line between two, and notes behind `# `. The kinds of holes stand in the English,
/// and may be repeated in the others; a plural is told by a number.
struct SentenceFile: Hashable, Sendable {
    let sentences: [Sentence]

    init(area: String, _ text: String) throws(CatalogError) {
        var sentences: [Sentence] = []
        var block: [Language: Substring] = [:]
        for (place, line) in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            func fault(_ found: String, _ expected: String) -> CatalogError {
                CatalogError(area: area, line: place + 1, found: found, expected: expected)
            }
            if line.isEmpty, !block.isEmpty {
                do throws(MessageError) {
                    sentences.append(try Sentence(block))
                } catch {
                    throw fault(error.found, error.expected)
                }
                block = [:]
            } else if !line.isEmpty, !line.hasPrefix("# ") {
                guard let sign = line.firstRange(of: ": "),
                    let language = Language(rawValue: String(line[..<sign.lowerBound])),
                    block.updateValue(line[sign.upperBound...], forKey: language) == nil
                else { throw fault("\"\(line)\"", "en:, de:, es: and ja:, once each") }
            }
        }
        self.sentences = sentences
    }
}

extension Sentence {
    /// Reads a block.
    fileprivate init(_ block: [Language: Substring]) throws(MessageError) {
        guard let english = block[.en], block.count == Language.allCases.count else {
            throw MessageError(
                found: block.keys.map(\.rawValue).sorted().joined(separator: ", "), expected: "a line in each language")
        }
        let pattern = try SentencePattern(english)
        var messages: [Language: Message] = [:]
        for (language, line) in block {
            let message = try Message(line)
            guard message.arguments == Set(pattern.holes.keys) else {
                throw MessageError(found: "\"\(line)\"", expected: "the holes of the English")
            }
            messages[language] = message
        }
        self.init(pattern: pattern, messages: messages)
    }
}
