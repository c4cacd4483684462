import FlywheelKit

/// What text is written on: how wide it is, whether it has colours, and the clock that "today" and "late" go by.
struct Page {
    /// Terminal cells in a line.
    var width: Int
    /// Writes colours, or not.
    var ink: Ink
    /// The zone's clock at the as-of instant.
    var clock: WallClock
    /// Whether to end with what to do next.
    var hints = true
    /// Whether a screen shows it, and not a file or a program reads it.
    var isTerminal = false
    /// Whether to write no characters of its own beyond ASCII.
    var isASCII = false
    /// What stands where text was cut.
    var cutMark: String { isASCII ? "..." : "…" }

    /// The line that says what to do next.
    func next(_ command: String, word: String = "Next") -> [String] {
        hints ? ["\(word): \(ink(command, .cyan))"] : []
    }

    /// A sentence and, at the right edge, the command that leads on from it; below it where both do not fit.
    func line(_ text: String, command: String) -> [String] {
        guard hints else { return [text] }
        let room = width - text.cells - command.cells
        guard room >= 2 else { return [text, "    " + ink(command, .cyan)] }
        let column = min(max(47, text.cells + 2), width - command.cells)
        return [text.padded(toCells: column) + ink(command, .cyan)]
    }

    /// Words in lines no longer than the page, set under the first one after `head`.
    func wrapped(_ text: String, head: String = "") -> [String] {
        Wrapping.lines(text, head: head, width: max(20, width))
    }
}
