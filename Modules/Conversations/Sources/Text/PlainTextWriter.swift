/// Puts the text of a page together, line by line.
struct PlainTextWriter {
    /// How many quotations the text stands in.
    var quotations = 0
    /// Whether space counts as it is written.
    var keepsSpace = false
    private var lines: [String] = []
    private var line = ""
    private var needsSpace = false
    private var needsBlankLine = false

    /// Adds text; space in it is one space, and none at the beginning of a line.
    mutating func append(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where keepsSpace: breakLine()
            case " ", "\t", "\n", "\r", "\u{C}", "\u{A0}":
                if keepsSpace { line.unicodeScalars.append(" ") } else { needsSpace = true }
            // Marks without a width, which pages use to fill a preview.
            case "\u{200B}"..."\u{200F}", "\u{FEFF}", "\u{AD}", "\u{34F}", "\u{0}": continue
            default:
                if needsSpace, !line.isEmpty { line.unicodeScalars.append(" ") }
                needsSpace = false
                line.unicodeScalars.append(scalar)
            }
        }
    }

    /// Adds a space between cells.
    mutating func space() { needsSpace = true }

    /// Ends the line, empty or not.
    mutating func breakLine() {
        if line.isEmpty, needsBlankLine { return }
        write()
    }

    /// Ends the line where there is something in it.
    mutating func endLine() {
        if !line.isEmpty { write() }
    }

    /// Ends the paragraph: a blank line stands before what follows.
    mutating func endParagraph() {
        endLine()
        needsBlankLine = true
    }

    /// The text so far.
    var finished: String {
        var writer = self
        writer.endLine()
        while writer.lines.last?.isEmpty == true { writer.lines.removeLast() }
        return writer.lines.drop { $0.isEmpty }.joined(separator: "\n")
    }

    private mutating func write() {
        let prefix = String(repeating: "> ", count: min(quotations, 8))
        if needsBlankLine, !lines.isEmpty, lines.last != "" { lines.append("") }
        needsBlankLine = false
        // Two blank lines say no more than one.
        if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line.isEmpty ? "" : prefix + line) }
        line = ""
        needsSpace = false
    }
}
