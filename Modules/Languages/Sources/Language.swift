import CLanguages

/// The language a text is in, or that it cannot be told.
public enum Language: Hashable, Sendable {
    /// An ISO 639 code, `en`, `pt`, `zh-Hant`.
    case known(String)
    /// Too little text, or too many languages at once, to rely on an answer.
    case unknown

    /// Tells the language of a text.
    public init(of text: String) {
        var text = text
        let answer = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { clanguages_detect($0.baseAddress, Int32(clamping: $0.count)) }
        }
        guard answer.is_reliable, let code = answer.code.map({ String(cString: $0) }), code != "un" else {
            self = .unknown
            return
        }
        self = .known(code)
    }
}
