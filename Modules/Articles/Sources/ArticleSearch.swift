import FlywheelKit
import Foundation

/// Finds articles by their words: by a word as it stands, by its stem, or by how it begins; in scripts that set no spaces, by a
/// piece of the text.
public struct ArticleSearch: Sendable {
    private struct Entry: Sendable {
        let article: Article
        let title: SearchedText
        let body: SearchedText

        /// How much a word counts here.
        func weight(of word: String, _ stemmer: WordStemmer?) -> Double {
            title.holds(word, stemmer) ? 2 : body.holds(word, stemmer) ? 1 : 0
        }
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

    /// The articles that hold words of a question; all of them where none is asked for.
    ///
    /// Those come first that hold more of it, where a word counts for more the fewer articles hold it (K. Spärck Jones, "A
    /// statistical interpretation of term specificity and its application in retrieval", 1972), and twice in a title. What holds
    /// less than half as much as the first is left out. A word that none holds asks for nothing.
    public func articles(saying question: String) -> [Article] {
        let words = QuestionWords.all(in: question).prefix(Self.mostWords)
        guard !words.isEmpty else { return entries.map(\.article) }
        let stemmers = Stemmers()
        var scores = [Double](repeating: 0, count: entries.count)
        for word in words {
            let weights = entries.map { $0.weight(of: word, stemmers[$0.article.language]) }
            let holding = weights.count { $0 > 0 }
            guard holding > 0 else { continue }
            let rarity = log(1 + Double(entries.count) / Double(holding))
            for (place, weight) in weights.enumerated() { scores[place] += weight * rarity }
        }
        let least = max((scores.max() ?? 0) / 2, .leastNonzeroMagnitude)
        return scores.indices.filter { scores[$0] >= least }
            .sorted { (scores[$1], $0) < (scores[$0], $1) }
            .map { entries[$0].article }
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
        let forms = Self.forms(of: word, stemmer) + Self.forms(of: Self.withoutUmlauts(word), stemmer)
        if forms.contains(where: words.contains) { return true }
        guard plain.count >= Self.leastBeginning else { return false }
        let first = sorted.prefixCount { $0 < plain }
        return first < sorted.count && sorted[first].hasPrefix(plain)
    }

    /// The words of a text in small letters.
    static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// A word and its stem, without accents: people leave them out.
    private static func forms(of word: String, _ stemmer: WordStemmer?) -> [String] {
        [folded(word)] + (stemmer.map { [folded($0.stem(word))] } ?? [])
    }

    /// A word as it stands without accents where its writer spelled umlauts by two letters: `rueckgabe` for `rückgabe`.
    private static func withoutUmlauts(_ word: String) -> String {
        ["ae", "oe", "ue"].reduce(word) { $0.replacing($1, with: $1.prefix(1)) }
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
