import FlywheelKit

/// The day of which a file says how things stood, where its rows name it.
struct OwnDay: Sendable {
    /// The column of the file.
    let column: Int
    /// The newest of the days that the first rows name.
    let day: Day
    private let order: DateOrder
    /// Whether the rows leave it open that it is another day, with the month first or behind.
    let isUndecided: Bool

    /// The day that the first rows of a file name; nil where they name none.
    init?(_ start: FileStart, stated: DateOrder?, region: Region) {
        guard let column = start.binding.day else { return nil }
        var dates = DateOrderEvidence()
        for row in start.rows {
            if let cell = start.head.cell(column, ofRow: row) { start.head.withUTF8(of: cell) { dates.observe($0) } }
        }
        func newest(_ order: DateOrder) -> Day? {
            start.rows.lazy.compactMap { start.head.day(at: column, ofRow: $0, order) }.max()
        }
        let order = stated ?? dates.order(preferring: region.dateOrder)
        guard let day = newest(order) else { return nil }
        self.column = column
        self.day = day
        self.order = order
        isUndecided =
            stated == nil
            && Set([DateOrder.dayFirst, .monthFirst].map { newest(dates.order(preferring: $0)) }).count > 1
    }

    /// What is said where it may be another day.
    func warning(_ headings: Headings) -> ImportWarning? {
        isUndecided
            ? ImportWarning(
                .dateOrder,
                "no row tells whether the month comes first in \"\(headings.texts[column])\": taken as \(order)")
            : nil
    }

    /// Rows of other days are of other files, which somebody put together: how things stood then is not how they stood on the
    /// file's day. A row that names none is of the file's.
    func check(_ batch: RowBatch, _ notes: inout RowNotes) {
        var last: (cell: Cell, day: Day?)?
        for row in notes.rows {
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else { continue }
            if last.map({ batch.isSame(cell, $0.cell) }) != true {
                last = (cell, batch.day(at: column, ofRow: row, order))
            }
            guard let found = last?.day, found != day else { continue }
            notes.reject(
                row,
                CellTrouble(
                    code: .otherDay, reason: "found a row of \(found), expected rows of \(day)", column: column))
        }
    }
}

extension RowBatch {
    /// The day that a cell names; nil where it is none.
    fileprivate func day(at column: Int, ofRow row: Int, _ order: DateOrder) -> Day? {
        guard let cell = cell(column, ofRow: row) else { return nil }
        let date = withUTF8(of: cell) { bytes in try? CellValue.date(bytes, order: order) }
        switch date ?? nil {
        case .day(let day), .local(let day, _): return Day(epochDays: Int32(clamping: day))
        case .instant(let seconds): return Instant(seconds: seconds).utcDay
        case nil: return nil
        }
    }
}
