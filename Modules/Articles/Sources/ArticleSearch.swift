import Foundation

/// Finds articles by their words: by a word as it stands, by its stem, or by how it begins; in scripts that set no spaces, by a
/// piece of the text.
public struct ArticleSearch: Sendable {
    private struct Entry: Sendable {
        let article: Article
        let title: SearchedText
        let body: SearchedText
    }

    /// The words that are looked for at most; the others of a question are not read.
    public static let mostWords = 12

    private let entries: [Entry]

    /// Reads the words of articles, once for all questions.
    public init(_ articles: [Article]) {
        let stemmers = Stemmers()
        entries = articles.map { article in
            let stemmer = stemmers[article.language]
            return Entry(
                article: article, title: SearchedText(article.title, stemmer),
                body: SearchedText(MarkdownNode(markdown: article.text).plainText, stemmer))
        }
    }

    /// The articles that hold every word, those first that hold more of them in the title; all of them where none is asked for.
    public func articles(saying question: String) -> [Article] {
        let words = SearchedText.words(of: question).prefix(Self.mostWords)
        let stemmers = Stemmers()
        let found = entries.enumerated().compactMap { place, entry -> (inTitle: Int, place: Int, article: Article)? in
            let stemmer = stemmers[entry.article.language]
            var inTitle = 0
            for word in words {
                if entry.title.holds(word, stemmer) {
                    inTitle += 1
                } else if !entry.body.holds(word, stemmer) {
                    return nil
                }
            }
            return (inTitle, place, entry.article)
        }
        return found.sorted { ($1.inTitle, $0.place) < ($0.inTitle, $1.place) }.map(\.article)
    }
}

/// The stemmers of languages, each made once.
private final class Stemmers {
    private var made: [String: WordStemmer?] = [:]

    subscript(language: String) -> WordStemmer? {
        if let stemmer = made[language] { return stemmer }
        let stemmer = WordStemmer(language: language)
        made[language] = .some(stemmer)
        return stemmer
    }
}

/// A text as words are looked for in it.
struct SearchedText: Sendable {
    /// Its words and their stems.
    private let words: Set<String>
    /// The words in order, for how they begin.
    private let sorted: [String]
    /// All of it, for scripts that set no spaces.
    private let folded: String

    init(_ text: String, _ stemmer: WordStemmer?) {
        let read = Self.words(of: text)
        words = Set(read.flatMap { Self.forms(of: $0, stemmer) })
        sorted = Set(read.map(Self.folded)).sorted()
        folded = Self.folded(text)
    }

    /// Letters of a beginning that is looked for, so that `re` does not find every word with it.
    private static let leastBeginning = 3

    func holds(_ word: String, _ stemmer: WordStemmer?) -> Bool {
        let plain = Self.folded(word)
        if plain.unicodeScalars.contains(where: Self.isUnspaced) { return folded.contains(plain) }
        if Self.forms(of: word, stemmer).contains(where: words.contains) { return true }
        guard plain.count >= Self.leastBeginning else { return false }
        return sorted.contains { $0.hasPrefix(plain) }
    }

    /// The words of a text in small letters.
    static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// A word and its stem, without accents: people leave them out.
    private static func forms(of word: String, _ stemmer: WordStemmer?) -> [String] {
        [folded(word)] + (stemmer.map { [folded($0.stem(word))] } ?? [])
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    /// Whether words of this script are not set apart by spaces: kana, ideographs, Thai, Lao, Khmer and Burmese.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005, 0x3040...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F:
            true
        default: false
        }
    }
}
