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
    /// Sentences that begin with a word of their own, by it; those that do not stand under "". Those with the most words of
    /// their own first.
    private let opened: [Substring: [Sentence]]

    init(_ sentences: [Sentence]) {
        whole = Dictionary(
            sentences.compactMap { sentence in sentence.pattern.whole.map { ($0, sentence) } },
            uniquingKeysWith: { first, _ in first })
        opened = Dictionary(grouping: sentences.filter { $0.pattern.whole == nil }) { $0.pattern.opening ?? "" }
            .mapValues { $0.sorted { $0.pattern.ownLength > $1.pattern.ownLength } }
    }

    /// The sentences that may have said a text, those with the most words of their own first.
    func candidates(for text: String) -> [Sentence] {
        if let sentence = whole[text] { return [sentence] }
        let (named, others) = (opened[SentencePattern.opening(of: text)] ?? [], opened[""] ?? [])
        if named.isEmpty { return others }
        return (named + others).sorted { $0.pattern.ownLength > $1.pattern.ownLength }
    }
}
