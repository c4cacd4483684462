import CGMime
import Imports

/// Text of mail in whatever characters it says, or does not say, that it is.
enum MailCharset {
    /// Those that programs name without meaning them: what is UTF-8 is UTF-8, and all else of them code page 1252.
    private static let unreliable: Set = [
        "", "us-ascii", "ascii", "utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252", "cp1252", "unknown-8bit",
        "default",
    ]

    /// Never fails: a byte that is no character becomes U+FFFD.
    static func text(_ bytes: [UInt8], charset: String?) -> String {
        let name = charset?.lowercased().trimmed ?? ""
        if !unreliable.contains(name), let text = converted(bytes, from: name) { return text }
        return String(validating: bytes, as: UTF8.self) ?? TextDecoder(.windows1252).decode(bytes.span).text
    }

    private static func converted(_ bytes: [UInt8], from charset: String) -> String? {
        guard !bytes.isEmpty else { return "" }
        let name = g_mime_charset_iconv_name(charset).map { String(cString: $0) } ?? charset
        return bytes.withUnsafeBytes { buffer in
            var written: gsize = 0
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard
                let text = g_convert_with_fallback(
                    start, gssize(bytes.count), "UTF-8", name, "\u{FFFD}", nil, &written, nil)
            else { return nil }
            defer { g_free(text) }
            return text.withMemoryRebound(to: UInt8.self, capacity: Int(written)) {
                String(decoding: UnsafeBufferPointer(start: $0, count: Int(written)), as: UTF8.self)
            }
        }
    }
}
