/// What all tables of sheets do with the rows of a record.
extension DocumentTable {
    /// A table of a sheet that makes rows of each row of a record alone.
    ///
    /// - Parameter row: what the row names, to be filled.
    static func rowByRow(
        _ record: JSONValue, code: HeadingName...,
        rows: (_ cells: JSONValue, _ row: [String: String]) -> [[String: String]]
    ) -> [[String: String]] {
        record.elements.flatMap { cells -> [[String: String]] in
            let base = row(of: cells, code: code)
            return base[Heading.aside] == nil ? rows(cells, base) : [base]
        }
    }

    /// The beginning of the row that a row of a sheet becomes: its line and its code; set aside where it breaks off or is
    /// no row.
    static func row(of cells: JSONValue, code: [HeadingName]) -> [String: String] {
        var row: [String: String] = [:]
        row[Heading.line] = cells[JSONValue.lineOfRow]?.cell
        row[Heading.code] = code.lazy.compactMap { cells[$0.text]?.cell }.first
        if cells[JSONValue.repeatedHeadings] != nil {
            row.setAside(.repeatedHeadings, RepeatedHeadings.reason)
        } else if let short = cells[JSONValue.cellsMissing]?.cell {
            if Int(short) ?? 0 <= JSONValue.cellsOfWords, cells[JSONValue.brokenOff] == nil {
                row.setAside(.footer, "found words under the table")
            } else {
                row.setAside(.tooFewCells, "found \(short) cells, expected one for each heading")
            }
        }
        return row
    }
}

extension DocumentTable {
    /// A table of a sheet that makes one row of all rows of a record, each of which is of one place; those that break off are
    /// left out. Rows of the same place that say the same count once, and where they differ nobody knows which of them holds.
    ///
    /// - Parameter place: what tells the place of a row from others; nil where nothing does.
    static func oneOfAll(
        _ record: JSONValue, code: HeadingName..., place: (_ cells: JSONValue) -> [String?]?,
        fill: (_ rows: [JSONValue], _ row: inout [String: String]) -> Void
    ) -> [[String: String]] {
        let rows = record.elements.map { (cells: $0, row: row(of: $0, code: code)) }
        let broken = rows.map(\.row).filter { $0[Heading.aside] != nil }
        let whole = rows.filter { $0.row[Heading.aside] == nil }
        guard var row = whole.first?.row else { return broken }
        func alone(_ cells: JSONValue) -> [String: String] {
            var row: [String: String] = [:]
            fill([cells], &row)
            return row
        }
        var known: [[String?]: JSONValue] = [:]
        var counted: [JSONValue] = []
        for cells in whole.map(\.cells) {
            guard whole.count > 1, let name = place(cells), let other = known.updateValue(cells, forKey: name) else {
                counted.append(cells)
                continue
            }
            guard alone(cells) == alone(other) else {
                let lines = [other, cells].compactMap { $0[JSONValue.lineOfRow]?.cell }.joined(separator: " and ")
                let words = name.first.flatMap(\.self) ?? ""
                row.setAside(.contradiction, "found two numbers of \"\(words)\" at lines \(lines), expected one")
                return broken + [row]
            }
        }
        fill(counted, &row)
        return broken + [row]
    }
}

extension [JSONValue] {
    /// What each row says under the first of these headings that it has, to be added up; rows that say `not stocked` add
    /// nothing.
    func counts(_ headings: HeadingName...) -> [String?] {
        map { $0.first(headings) }.filter { !($0.map(Self.isNotStocked) ?? false) }
    }

    /// Whether all rows say under the first of these headings that nothing is stocked there.
    func stockNothing(_ headings: HeadingName...) -> Bool {
        allSatisfy { $0.first(headings).map(Self.isNotStocked) ?? false }
    }

    private static func isNotStocked(_ cell: String) -> Bool { cell.lowercased() == "not stocked" }
}

extension JSONValue {
    /// What stands under the first of these headings that is not blank.
    fileprivate func first(_ headings: [HeadingName]) -> String? {
        headings.lazy.compactMap { self[$0.text]?.cell }.first
    }
}
