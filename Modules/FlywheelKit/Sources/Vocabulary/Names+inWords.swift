extension [String] {
    /// "DE, FR and IT".
    package var inWords: String {
        count < 2 ? joined() : "\(dropLast().joined(separator: ", ")) and \(self[count - 1])"
    }
}

extension String {
    /// An id or a code as people read it: `minimum_age_verification@2026-10-26` as
    /// `minimum age verification since 2026-10-26`, `late-handling` as `late handling`, `brand+item_name` as
    /// `brand, item name`. What has a space in it was written by somebody, and stays.
    ///
    /// This is the one place where codes become words. JSON keeps the codes, and so does whatever is typed; a sentence says the words.
    package var inWords: String {
        guard !contains(where: \.isWhitespace) else { return self }
        if let day = firstMatch(of: #/@(\d{4}-\d\d-\d\d)$/#) {
            return "\(String(self[..<day.range.lowerBound]).inWords) since \(day.output.1)"
        }
        let words = split(separator: "+").joined(separator: ", ").replacing(#/[_-]+(?=\p{L})/#, with: " ")
        // Codes that shout, MISSING_IMAGE, say the same.
        return contains("_") && !contains(where: \.isLowercase) ? words.lowercased() : words
    }
}
