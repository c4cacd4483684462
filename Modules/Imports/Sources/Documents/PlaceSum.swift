import FlywheelKit

/// What several places hold of a listing, or count for it, is one number of its row.
extension [String: String] {
    /// Sets a column to the sum of what the cells of all places say. It is unknown where one is blank; where one is no whole
    /// number the row is set aside, since no other one says what the listing has.
    ///
    /// - Parameter style: how the source writes numbers.
    mutating func setSum(of cells: [String?], _ column: Column<Int>, as style: DecimalStyle = .point) {
        var numbers: [Int64] = []
        for cell in cells.compactMap(\.self) {
            guard let number = try? CellValue.integer(cell.utf8.span, style: style) else {
                // It stands there for what tells how numbers are written.
                self[column] = cell
                return setAside(.numberFormat, "found \"\(cell)\" among the \(column.name), expected a whole number")
            }
            numbers.append(number)
        }
        // None of so many digits that their sum would not fit.
        let isWhole = !cells.isEmpty && numbers.count == cells.count
        self[column] = isWhole ? String(numbers.reduce(0, +)) : nil
    }
}
