extension String {
    /// Letters and digits in lower case: what is left of a name once case, spaces, hyphens and underscores do not count.
    var folded: String { lowercased().filter { $0.isLetter || $0.isNumber } }

    /// The text without white space at either end; `nil` when nothing is left, which is a blank cell and not a value.
    var content: String? {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(self[first...last])
    }
}
