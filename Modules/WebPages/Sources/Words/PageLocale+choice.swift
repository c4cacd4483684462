extension PageLocale {
    /// The locale of a request: what the person has set, else what the browser keeps, else what it asks for, else English.
    ///
    /// - Parameters:
    ///   - preference: the tag among the person's settings.
    ///   - cookie: the tag in the browser's cookie, from before anybody signed in.
    ///   - acceptLanguage: the value of the header of that name (RFC 9110, 12.5.4).
    public static func chosen(preference: String?, cookie: String?, acceptLanguage: String?) -> PageLocale {
        preference.flatMap { PageLocale(tag: $0) } ?? cookie.flatMap { PageLocale(tag: $0) }
            ?? acceptLanguage.flatMap(accepted) ?? .enUS
    }

    /// The first locale there is among the ranges of a header, the greatest quality first; ranges of equal quality as they
    /// stand. A quality of zero says "not this one"; one that cannot be read is taken for zero.
    static func accepted(by header: String) -> PageLocale? {
        let ranges = header.split(separator: ",").prefix(mostRanges).compactMap {
            range -> (tag: String, quality: Int)? in
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = parts.first, !tag.isEmpty else { return nil }
            let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
            return (tag, weight.map { thousandths(of: $0.dropFirst(2)) } ?? 1_000)
        }
        let refused = Set(ranges.filter { $0.quality == 0 }.map { $0.tag.lowercased() })
        // A stable sort: offset decides among equals.
        let ranked = ranges.filter { $0.quality > 0 }.enumerated()
            .sorted { ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset) }
        return ranked.lazy.compactMap { $0.element.tag == "*" ? PageLocale.enUS : PageLocale(tag: $0.element.tag) }
            .first { offered.contains($0) && !refused.contains($0.tag.lowercased()) }
    }

    /// More ranges than any browser sends; the rest of a header is not looked at.
    private static let mostRanges = 32

    /// A quality (RFC 9110, 12.4.2), `0.8` as 800.
    private static func thousandths(of quality: Substring) -> Int {
        let parts = quality.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let units = Int(whole), (0...1).contains(units) else { return 0 }
        let digits = parts.count > 1 ? parts[1] : ""
        guard digits.count <= 3, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        let fraction = Int(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0
        return min(1_000, units * 1_000 + fraction)
    }
}
