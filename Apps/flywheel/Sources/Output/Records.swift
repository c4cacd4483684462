import FlywheelKit
import Texts

/// Rows for other programs: the members of JSON objects, their names flattened with dots.
enum Records {
    /// RFC 4180: a header row, CRLF, quotes where needed. Texts that a spreadsheet would run as a formula begin with `'`.
    ///
    /// - Parameter isVisible: whether what would act on a screen is written out; a file gets the texts as they are.
    static func csv(_ rows: [JSON], columns: [String], isVisible: Bool = false) -> String {
        let lines = [columns] + cells(rows, columns) { isVisible ? guarded($0).visible : guarded($0) }
        return lines.map(CSVRow.line).joined()
    }

    /// A row of texts by the same rules.
    static func line(of texts: [String]) -> String {
        CSVRow.line(texts.map(CSVRow.guarded))
    }

    /// A table of Markdown; what would act on a screen is written out, and what would end a cell is escaped.
    static func markdown(_ rows: [JSON], columns: [String]) -> [String] {
        let table = [columns, columns.map { _ in "---" }] + cells(rows, columns) { markdown(text(of: $0)) }
        return table.map { "| " + $0.joined(separator: " | ") + " |" }
    }

    /// A text as a cell or a line of Markdown.
    static func markdown(_ text: String) -> String {
        text.visible.replacing(#/[\\|*_`<>\[\]]/#) { "\\" + $0.output }
    }

    /// Tabs between cells, no header; what would act on a screen is written out, so tabs and line ends are only ours.
    static func tabbed(_ rows: [JSON], columns: [String]) -> String {
        cells(rows, columns) { text(of: $0).visible }.map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    /// The flattened names of an object's members, in order.
    static func names(of row: JSON) -> [String] { flattened(row).map(\.name) }

    /// The members of a row under the names of `columns`; null where it has none of that name.
    static func values(of row: JSON, columns: [String]) -> [JSON] {
        let values = Dictionary(flattened(row).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return columns.map { values[$0] ?? .null }
    }

    private static func cells(_ rows: [JSON], _ columns: [String], _ text: (JSON) -> String) -> [[String]] {
        rows.map { values(of: $0, columns: columns).map(text) }
    }

    private static func flattened(_ value: JSON, _ path: String = "") -> [(name: String, value: JSON)] {
        guard case .object(let members) = value else { return [(path, value)] }
        return members.flatMap { flattened($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }

    /// A value as one cell of text: several are parted by spaces, nothing is what is not known.
    static func text(of value: JSON) -> String {
        switch value {
        case .null: ""
        case .text(let text), .decimal(let text): text
        case .instant(let instant): instant.description
        case .day(let day): day.description
        case .array(let values): values.map(text(of:)).joined(separator: " ")
        default: value.line
        }
    }

    private static func guarded(_ value: JSON) -> String {
        if case .text(let text) = value { CSVRow.guarded(text) } else { text(of: value) }
    }
}
