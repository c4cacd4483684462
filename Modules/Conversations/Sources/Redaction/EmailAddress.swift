/// Addresses of electronic mail in a text.
enum EmailAddress {
    /// Where they are: around an `@`, letters, digits and a few marks, and a point in the domain (RFC 5321, 4.1.2, without
    /// quotation).
    static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for at in text.indices where text[at] == "@" {
            var start = at
            let before = ranges.last?.upperBound ?? 0
            while start > before, isLocal(text[start - 1]) { start -= 1 }
            while start < at, text[start] == "." || text[start] == "'" || text[start] == "-" { start += 1 }
            var end = at + 1
            while end < text.count, isDomain(text[end]) { end += 1 }
            while end > at + 1, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
            let domain = text[(at + 1)..<end]
            if start < at, domain.dropFirst().contains("."), domain.first != "." { ranges.append(start..<end) }
        }
        return ranges
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        isDomain(scalar) || "_%+'!#$&*/=?^`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == "." || scalar == "-"
    }
}
