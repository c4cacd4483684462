/// Rows of cells under headings, fitted to a width.
struct Table {
    struct Column {
        var heading: String
        var isRight = false
        /// The fewest cells the column may be cut to; `nil` for one that is never cut.
        var least: Int?

        init(_ heading: String, isRight: Bool = false, least: Int? = nil) {
            self.heading = heading
            self.isRight = isRight
            self.least = least
        }
    }

    struct Cell: ExpressibleByStringInterpolation {
        var text: String
        var tone: Tone

        /// Shows `text`, which may be a file's own: what would act on the screen is written out.
        init(_ text: String, _ tone: Tone = .plain) {
            self.text = text.visible
            self.tone = tone
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    private static let gap = 2

    var columns: [Column]
    var rows: [[Cell]]
    /// The headings of columns that may be left out, the first to go first.
    var droppable: [String] = []

    /// The table's lines on a page.
    func lines(on page: Page, showingHeadings: Bool = true) -> [String] {
        lines(width: page.width, ink: page.ink, cutMark: page.cutMark, showingHeadings: showingHeadings)
    }

    /// The table's lines; columns are left out, then cut, until they fit into `width` cells.
    func lines(width: Int, ink: Ink, cutMark: String = "…", showingHeadings: Bool = true) -> [String] {
        var kept = Array(columns.indices)
        var widths = columns.indices.map { index in
            ([columns[index].heading.cells] + rows.map { $0[index].text.cells }).max() ?? 0
        }
        func excess() -> Int {
            kept.reduce(Self.gap * max(0, kept.count - 1) - width) { $0 + widths[$1] }
        }
        for heading in droppable where excess() > 0 { kept.removeAll { columns[$0].heading == heading } }
        // The widest gives way first, so that what is cut stays alike.
        while excess() > 0 {
            let cuttable = kept.filter { widths[$0] > columns[$0].least ?? .max }
            guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        let headings = columns.map { Cell($0.heading) }
        return ((showingHeadings ? [headings] : []) + rows).map { row in
            line(kept.map { (row[$0], columns[$0], widths[$0]) }, ink: ink, cutMark: cutMark)
        }
    }

    private func line(_ cells: [(cell: Cell, column: Column, width: Int)], ink: Ink, cutMark: String) -> String {
        var line = ""
        for (index, part) in cells.enumerated() {
            let text = part.cell.text.cut(toCells: part.width, mark: cutMark)
            let spaces = String(repeating: " ", count: part.width - text.cells)
            let isLast = index == cells.count - 1
            line += part.column.isRight ? spaces + ink(text, part.cell.tone) : ink(text, part.cell.tone)
            if !isLast { line += (part.column.isRight ? "" : spaces) + String(repeating: " ", count: Self.gap) }
        }
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
