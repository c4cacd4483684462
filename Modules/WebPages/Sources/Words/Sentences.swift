/// What the domain says, in every language.
///
/// The domain speaks English, to commands, to the API and to what is kept. A page looks up what it is told: the English of a
/// sentence is its key (decision 19 of the kit).
final class Sentences: Sendable {
    /// Those that are part of the program.
    static let house = Sentences(
        files.flatMap { name, bytes in
            do {
                return try SentenceFile(area: name, String(decoding: bytes, as: UTF8.self)).sentences
            } catch {
                preconditionFailure("the sentences are part of the program, and a test reads them: \(error)")
            }
        })

    /// Sentences without holes, by their text.
    private let whole: [String: Sentence]
    /// Those with holes, with the most words of their own first.
    private let open: [Sentence]
    /// Their places, by the one of their words that the fewest others have; "" for those that have no word.
    private let marked: [Substring: [Int]]

    init(_ sentences: [Sentence]) {
        whole = Dictionary(
            sentences.compactMap { sentence in sentence.pattern.whole.map { ($0, sentence) } },
            uniquingKeysWith: { first, _ in first })
        let open = sentences.filter { $0.pattern.whole == nil }.sorted { $0.pattern.ownLength > $1.pattern.ownLength }
        self.open = open
        let words = open.map(\.pattern.words)
        let frequency = words.joined().reduce(into: [Substring: Int]()) { $0[$1, default: 0] += 1 }
        marked = Dictionary(grouping: open.indices) { place in
            words[place].min { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) } ?? ""
        }
    }

    /// The sentences that may have said a text, those with the most words of their own first.
    func candidates(for text: String) -> [Sentence] {
        if let sentence = whole[text] { return [sentence] }
        let words = Set(SentencePattern.words(of: text))
        return (words.flatMap { marked[$0] ?? [] } + (marked[""] ?? [])).sorted().map { open[$0] }
    }
}
