/// A row of a table as text (RFC 4180): commas between cells, quotes where needed, CR LF behind it.
///
/// Everything is looked at by scalar: CR LF is one character and would hide its two parts, and so would a sign that a combining
/// mark follows.
public enum CSVRow {
    /// A row that reads back as it is.
    public static func line(_ cells: some Sequence<String>) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    /// A text as a cell.
    private static func cell(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// A text that somebody wrote, marked as text with `'` where a spreadsheet would run it as a formula.
    public static func guarded(_ text: String) -> String { isFormula(text.unicodeScalars) ? "'" + text : text }

    /// The text that was marked; as it is where it bears no mark.
    public static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'", isFormula(text.unicodeScalars.dropFirst()) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    }

    private static func isFormula(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        scalars.first { _ in true }.map("=+-@\t\r".unicodeScalars.contains) ?? false
    }
}
