/// Rows of cells as the bytes of a report.
struct Table {
    /// The lines so far, each with its end.
    private(set) var bytes: [UInt8] = []
    private let headings: [String]
    private let places: [String: Int]
    private let separator: UInt8
    private let isWindows1252: Bool

    /// A report with headings: tab-separated lines ending in CR LF, as marketplaces write them.
    init(_ headings: [String], separator: Unicode.Scalar = "\t", isWindows1252: Bool = false) {
        self.headings = headings
        self.separator = UInt8(ascii: separator)
        self.isWindows1252 = isWindows1252
        places = Dictionary(zip(headings, headings.indices), uniquingKeysWith: { first, _ in first })
        add(headings)
    }

    /// - Precondition: a row has a cell for each heading.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == headings.count, "\(cells.count) cells under \(headings.count) headings")
        for index in cells.indices {
            if index > 0 { bytes.append(separator) }
            if isWindows1252 {
                Windows1252.append(cells[index], to: &bytes)
            } else {
                bytes.append(contentsOf: cells[index].utf8)
            }
        }
        bytes += [0x0D, 0x0A]
    }

    /// Adds a row by heading; the cells of other headings are blank.
    /// - Precondition: the headings are among the table's.
    mutating func add(_ cells: KeyValuePairs<String, String>) {
        var row = Array(repeating: "", count: headings.count)
        for (heading, cell) in cells {
            guard let place = places[heading] else { preconditionFailure("no heading \(heading)") }
            row[place] = cell
        }
        add(row)
    }
}
