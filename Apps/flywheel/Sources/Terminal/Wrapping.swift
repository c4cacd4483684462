/// Breaks text into lines between words.
enum Wrapping {
    /// `head` as it stands, then the words of `text` in lines of at most `width` cells, those after the first set under
    /// the first word.
    static func lines(_ text: String, head: String = "", width: Int) -> [String] {
        let indent = String(repeating: " ", count: cells(head))
        var lines: [String] = []
        var line = head
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, cells(line) + 1 + cells(word) > width {
                lines.append(line)
                line = indent + word
            } else {
                line += isEmpty ? String(word) : " \(word)"
            }
            isEmpty = false
        }
        return isEmpty && head.isEmpty ? lines : lines + [line]
    }

    /// The cells a text takes that may have been coloured.
    private static func cells(_ text: some StringProtocol) -> Int {
        String(text).replacing(#/\u{1B}\[[0-9]+m/#, with: "").cells
    }
}
