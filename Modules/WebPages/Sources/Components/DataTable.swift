/// A table of figures: it says what it is, its headings say what they head, and it scrolls within itself where it is wide.
///
/// On a telephone its cells stand below each other, each with its heading; roles keep it a table to those who hear it.
public struct DataTable: Sendable {
    /// A column.
    public struct Column: Sendable {
        let heading: HTML
        let isNumber: Bool

        /// - Parameter isNumber: whether it is aligned at its end, in figures of one width.
        public init(_ heading: HTML, isNumber: Bool = false) {
            self.heading = heading
            self.isNumber = isNumber
        }

        fileprivate var name: String? { isNumber ? "number" : nil }
    }

    /// A row.
    public struct Row: Sendable {
        let cells: [HTML]
        let isMarked: Bool

        /// - Parameter isMarked: whether it is the one to look at.
        public init(_ cells: [HTML], isMarked: Bool = false) {
            self.cells = cells
            self.isMarked = isMarked
        }
    }

    let id: String
    let caption: HTML
    let columns: [Column]
    let rows: [Row]
    let head: Int?
    let empty: HTML

    /// - Parameters:
    ///   - id: what tells the table from others of its page.
    ///   - caption: kind and count, "Imports, 12 of the last 7 days".
    ///   - head: the column whose cells name their rows; `nil` where none does.
    ///   - empty: what an empty table claims, with its coverage: "Nothing was rejected of 20,117 rows."
    /// - Precondition: every row has a cell for each column.
    public init(id: String, caption: HTML, columns: [Column], rows: [Row], head: Int? = 0, empty: HTML) {
        precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a cell for each of \(columns.count) columns")
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.head = head
        self.empty = empty
    }

    /// The table; a sentence where it has no rows.
    public var html: HTML {
        guard !rows.isEmpty else { return "<p class=\"empty\">\(empty)</p>" }
        let headings = columns.map { column -> HTML in
            "<th role=\"columnheader\" scope=\"col\"\(attribute: "class", column.name)>\(column.heading)</th>"
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)">
            <table role="table"><caption id="\(id)">\(caption)</caption>
            <thead role="rowgroup"><tr role="row">\(headings)</tr></thead>
            <tbody role="rowgroup">
            \(rows.map(line))
            </tbody></table></div>
            """
    }

    private func line(of row: Row) -> HTML {
        let cells = zip(columns, row.cells).enumerated().map { place, pair -> HTML in
            let (column, cell) = pair
            let name = column.name
            return place == head
                ? "<th role=\"rowheader\" scope=\"row\"\(attribute: "class", name)>\(cell)</th>"
                : "<td role=\"cell\"\(attribute: "class", name) data-label=\"\(label: column.heading)\">\(cell)</td>"
        }
        return "<tr role=\"row\"\(attribute: "class", row.isMarked ? "marked" : nil)>\(cells.joined(by: .nothing))</tr>"
    }
}
