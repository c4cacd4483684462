/// What all tables of sheets do with the rows of a record.
extension DocumentTable {
    /// A table of a sheet that makes rows of each row of a record alone.
    ///
    /// - Parameter row: what the row names, to be filled.
    static func rowByRow(
        _ record: [SheetRow], code: HeadingName...,
        rows: (_ cells: JSONValue, _ row: [String: String]) -> [[String: String]]
    ) -> [[String: String]] {
        record.flatMap { sheetRow -> [[String: String]] in
            let base = row(of: sheetRow, code: code)
            return base[Heading.aside] == nil ? rows(sheetRow.cells, base) : [base]
        }
    }

    /// The beginning of the row that a row of a sheet becomes: its line and its code; set aside where it is no row.
    private static func row(of sheetRow: SheetRow, code: [HeadingName]) -> [String: String] {
        var row: [String: String] = [:]
        row[Heading.line] = "\(sheetRow.line)"
        row[Heading.code] = code.lazy.compactMap { sheetRow.cells[$0.text]?.cell }.first
        if let fault = sheetRow.fault { row.setAside(fault.code, fault.reason) }
        return row
    }
}

extension DocumentTable {
    /// A table of a sheet that makes one row of all rows of a record, each of which is of one place; those that break off are
    /// left out. Rows of the same place that say the same count once, and where they differ nobody knows which of them holds.
    ///
    /// - Parameter place: what tells the place of a row from others; nil where nothing does.
    static func oneOfAll(
        _ record: [SheetRow], code: HeadingName..., place: (_ cells: JSONValue) -> [String?]?,
        fill: (_ rows: [JSONValue], _ row: inout [String: String]) -> Void
    ) -> [[String: String]] {
        let broken = record.filter { $0.fault != nil }.map { row(of: $0, code: code) }
        let whole = record.filter { $0.fault == nil }
        guard var row = whole.first.map({ row(of: $0, code: code) }) else { return broken }
        func alone(_ cells: JSONValue) -> [String: String] {
            var row: [String: String] = [:]
            fill([cells], &row)
            return row
        }
        var known: [[String?]: SheetRow] = [:]
        var counted: [JSONValue] = []
        for one in whole {
            guard whole.count > 1, let name = place(one.cells), let other = known.updateValue(one, forKey: name) else {
                counted.append(one.cells)
                continue
            }
            guard alone(one.cells) == alone(other.cells) else {
                let words = name.first.flatMap(\.self) ?? ""
                row.setAside(
                    .contradiction,
                    "found two numbers of \"\(words)\" at lines \(other.line) and \(one.line), expected one")
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
