import Imports

/// What the columns of a table are.
struct TableLayout {
    /// What somebody calls the tickets' system.
    let source: String
    let columns: [TableField: Int]
    /// The headings as written.
    let headings: [String]
    /// The line they stand in.
    let line: Int
    /// Words for what is not known.
    let unknown: Set<String>
    /// What words mean, by field.
    let words: [TableField: [String: String]]

    /// The layout of a table that starts with these rows: as somebody says, or as its headings say; nil where they do not.
    init?(_ head: [TableRow], mapping: TableMapping?) {
        let searched = head.prefix(HeadingRow.searchedRows)
        let widest = searched.map(\.width).max() ?? 0
        for row in searched {
            let headings = row.cells.map(\.text)
            let names = headings.map { HeadingName($0) }
            if let mapping {
                let columns = mapping.headings.compactMapValues { names.firstIndex(of: HeadingName($0)) }
                guard columns.count == mapping.headings.count, columns[.ticket] != nil else { continue }
                let unknown = Set(mapping.unknown.map { $0.lowercased() })
                self.init(mapping.source, columns, headings, row.line, unknown, mapping.words)
                return
            }
            for preset in TablePreset.all {
                guard let columns = preset.columns(names) else { continue }
                self.init(preset.source, columns, headings, row.line, TableMapping.usualUnknown, [:])
                return
            }
            // What stands above headings is short. A row as wide as the table is its headings, and those of another thing:
            // below them a product may be called "Case" and have an option "Title".
            if mapping == nil, row.width * 2 > widest { return nil }
        }
        return nil
    }

    private init(
        _ source: String, _ columns: [TableField: Int], _ headings: [String], _ line: Int, _ unknown: Set<String>,
        _ words: [TableField: [String: String]]
    ) {
        self.source = source
        self.columns = columns
        self.headings = headings
        self.line = line
        self.unknown = unknown
        self.words = words
    }

    /// The headings nothing is read from.
    var unused: [String] {
        let used = Set(columns.values)
        return headings.indices.filter { !used.contains($0) && !headings[$0].isEmpty }.map { headings[$0] }
    }

    /// What a row says of a field; nil where that is not known.
    func text(_ field: TableField, of row: TableRow) -> String? {
        row.text(columns[field]).flatMap { unknown.contains($0.lowercased()) ? nil : words[field]?[$0] ?? $0 }
    }

    /// Why a field of a row cannot be read.
    func reject(_ row: TableRow, _ field: TableField, expected: String, found: String?) -> RejectedRecord {
        let column = columns[field]
        return RejectedRecord(
            line: row.line, column: column.flatMap { $0 < row.cells.count ? row.cells[$0].byte : nil } ?? 0,
            field: column.map { headings[$0] } ?? field.rawValue, expected: expected,
            found: found.map { "\"\($0.prefix(80))\"" } ?? "nothing", conversation: text(.ticket, of: row))
    }
}
