/// How the bytes of a cell stand for characters. UTF-16 is not among them: it is made UTF-8 before rows are cut.
package enum TextEncoding: Hashable, Sendable {
    case utf8
    /// Western Europe and the Americas. Stands for ISO 8859-1 too, as in the WHATWG Encoding Standard: the two differ
    /// in 32 control characters that no export holds.
    case windows1252
    /// Japan; Microsoft's Shift JIS, code page 932.
    case windows31J

    /// The encoding a `charset` of a Content-Type header names, nil for a name not known here.
    package init?(charset: String) {
        switch charset.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "windows-1252", "cp1252", "iso-8859-1", "latin1": self = .windows1252
        case "windows-31j", "cp932", "ms932", "shift_jis", "shift-jis", "sjis": self = .windows31J
        default: return nil
        }
    }
}
