/// The characters that a chart is made of.
public enum TextStyle: String, Hashable, Sendable, CaseIterable {
    /// Braille patterns, eight dots each, and lines.
    case unicode
    /// The 95 characters that every terminal and file has.
    case ascii

    /// Dots side by side in a character.
    var across: Int { self == .unicode ? 2 : 1 }
    /// Dots above each other in one.
    var down: Int { self == .unicode ? 4 : 1 }

    /// What an axis is drawn with.
    var axis: (tick: String, side: String, corner: String, floor: String, today: String) {
        self == .unicode ? ("┤", "│", "┼", "─", "┴") : ("+", "|", "+", "-", "+")
    }

    /// What stands below a period that was left out.
    var leftOut: Character { self == .unicode ? "▒" : "x" }
}
