extension String {
    /// The text without white space at either end; `nil` when nothing is left, which is a blank cell and not a value.
    var content: String? {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(self[first...last])
    }
}
