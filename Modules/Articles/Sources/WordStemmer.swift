import CStemmer

/// Takes words of a language to their stem. One serves one thread at a time.
final class WordStemmer {
    private let stemmer: OpaquePointer

    /// The stemmer of a language, an ISO 639 code; `nil` where there is none.
    init?(language: String) {
        guard let stemmer = sb_stemmer_new(language, "UTF_8") else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a word in small letters.
    func stem(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard let stem = sb_stemmer_stem(stemmer, bytes, Int32(clamping: bytes.count)) else { return word }
        return String(decoding: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))), as: UTF8.self)
    }
}
