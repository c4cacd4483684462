/// Rows of cells as the text of a report.
struct Table {
    /// The lines so far, each with its end.
    private(set) var text = ""
    private let columns: Int
    private let separator: String

    /// A report with headings: tab-separated lines ending in CR LF, as marketplaces write them.
    init(_ headings: [String], separator: String = "\t") {
        columns = headings.count
        self.separator = separator
        add(headings)
    }

    /// - Precondition: a row has a cell for each heading.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns, "\(cells.count) cells under \(columns) headings")
        text += cells.joined(separator: separator) + "\r\n"
    }

    /// Adds a row by heading; the cells of other headings are blank.
    mutating func add(_ cells: [String: String], under headings: [String]) {
        add(headings.map { cells[$0] ?? "" })
    }
}
