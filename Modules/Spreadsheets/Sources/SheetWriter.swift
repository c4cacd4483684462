import CXlsxWriter

/// Writes the cells of one sheet into a workbook that is open.
struct SheetWriter {
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let heading: UnsafeMutablePointer<lxw_format>?
    private let instant: UnsafeMutablePointer<lxw_format>?
    private let day: UnsafeMutablePointer<lxw_format>?
    /// Formats by decimals: `#,##0.00` for two.
    private let decimals: [UnsafeMutablePointer<lxw_format>?]

    /// The decimals a number is shown with at most.
    private static let mostDecimals = 8
    /// The widest a column is made; longer text goes on behind the next one.
    private static let widestColumn = 60
    /// Characters that the button of the filter covers.
    private static let filterButton = 3

    init(workbook: UnsafeMutablePointer<lxw_workbook>, worksheet: UnsafeMutablePointer<lxw_worksheet>) {
        func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(workbook)
            format_set_num_format(format, code)
            return format
        }
        self.worksheet = worksheet
        heading = workbook_add_format(workbook)
        format_set_bold(heading)
        instant = format("yyyy-mm-dd hh:mm:ss\"Z\"")
        day = format("yyyy-mm-dd")
        decimals = (0...Self.mostDecimals).map { count in
            format("#,##0" + (count > 0 ? "." + String(repeating: "0", count: count) : ""))
        }
    }

    func write(_ sheet: Sheet) throws(SpreadsheetError) {
        var widths = sheet.headings.map { $0.count + Self.filterButton }
        for (column, text) in sheet.headings.enumerated() {
            try check(worksheet_write_string(worksheet, 0, lxw_col_t(column), text, heading))
        }
        for (row, cells) in sheet.rows.enumerated() {
            precondition(cells.count == widths.count, "a row has as many cells as the sheet has headings")
            for (column, cell) in cells.enumerated() {
                let form = CellForm(cell)
                widths[column] = max(widths[column], form.width)
                try write(form, lxw_row_t(row + 1), lxw_col_t(column))
            }
        }
        for (column, width) in widths.enumerated() {
            let width = Double(min(width, Self.widestColumn) + 1)
            try check(worksheet_set_column(worksheet, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
        guard !widths.isEmpty else { return }
        worksheet_freeze_panes(worksheet, 1, 0)
        try check(worksheet_autofilter(worksheet, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(widths.count - 1)))
    }

    private func write(_ form: CellForm, _ row: lxw_row_t, _ column: lxw_col_t) throws(SpreadsheetError) {
        switch form {
        case .blank: break
        case .text(let text): try check(worksheet_write_string(worksheet, row, column, text, nil))
        case .flag(let flag): try check(worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, nil))
        case .number(let number, let shown):
            let format = shown.flatMap { decimals[min($0, Self.mostDecimals)] }
            try check(worksheet_write_number(worksheet, row, column, number, format))
        case .instant(let seconds):
            try check(worksheet_write_unixtime(worksheet, row, column, seconds, instant))
        case .day(let number):
            try check(worksheet_write_unixtime(worksheet, row, column, number * 86_400, day))
        }
    }
}
