/// Rows of work under one heading. Every block of a page has the same column widths, or its strips could not be compared.
public struct WorkTable: Sendable {
    /// What the columns are called where the rows are no exceptions.
    public struct Headings: Sendable {
        let rank: HTML
        let figure: HTML
        let what: HTML
        let due: HTML

        /// - Parameters:
        ///   - rank: of what tells rows apart.
        ///   - figure: of what stands beside amounts.
        ///   - what: of what rows are about.
        ///   - due: of the moment by which something has to be done.
        public init(rank: HTML, figure: HTML, what: HTML, due: HTML) {
            self.rank = rank
            self.figure = figure
            self.what = what
            self.due = due
        }
    }

    let id: String
    let caption: HTML
    let amountHeading: HTML
    let headings: Headings?
    let rows: [WorkRow]
    let scale: (low: String, high: String)?
    let isSelectable: Bool
    let empty: HTML

    /// - Parameters:
    ///   - id: what tells the table from others of its page.
    ///   - caption: kind and count: "201 open, USD 48,310.00 at risk in 30 days, each listing counted once".
    ///   - amountHeading: what the amounts are, with their currency.
    ///   - headings: of the other columns; those of exceptions where left out.
    ///   - scale: the ends of the strips, as they are read.
    ///   - isSelectable: whether rows have boxes for ``BulkBar``.
    ///   - empty: what an empty list claims, with its coverage.
    public init(
        id: String, caption: HTML, amountHeading: HTML, headings: Headings? = nil, rows: [WorkRow],
        scale: (low: String, high: String)? = nil, isSelectable: Bool = true, empty: HTML
    ) {
        self.id = id
        self.caption = caption
        self.amountHeading = amountHeading
        self.headings = headings
        self.rows = rows
        self.scale = scale
        self.isSelectable = isSelectable
        self.empty = empty
    }

    /// The table; a sentence where it has no rows.
    public func html(for reader: Reader) -> HTML {
        guard !rows.isEmpty else { return "<p class=\"empty\">\(empty)</p>" }
        let phrases = reader.phrases
        let headings = headings ?? ofExceptions(reader)
        let ends = scale.map { "<span class=\"ends\"><span>\($0.low)</span> <span>\($0.high)</span></span>" as HTML }
        return """
            <table role="table" class="work" aria-labelledby="\(id)"><caption id="\(id)">\(caption)\(scaleInWords(reader))</caption>
            <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col" class="pick"><span class="heard">\(phrases("list.pick"))</span></th>
            <th role="columnheader" scope="col" class="rank">\(headings.rank)</th>
            <th role="columnheader" scope="col" class="amount">\(amountHeading)</th>
            <th role="columnheader" scope="col" class="strip">\(headings.figure)\(ends)</th>
            <th role="columnheader" scope="col" class="what">\(headings.what)</th>
            <th role="columnheader" scope="col" class="state">\(phrases("list.state"))</th>
            <th role="columnheader" scope="col" class="act">\(headings.due)</th>
            <th role="columnheader" scope="col" class="do"><span class="heard">\(phrases("list.action"))</span></th>
            </tr></thead>
            <tbody role="rowgroup">
            \(rows.map {
                $0.html(
                    isSelectable: isSelectable, amountHeading: amountHeading, dueHeading: headings.due, for: reader)
            })
            </tbody></table>
            """
    }

    /// What strips run from and to, for where the rows stand below each other without the headings.
    private func scaleInWords(_ reader: Reader) -> HTML? {
        scale.map { scale in
            let words = reader.phrases(
                "list.scale",
                [
                    "percent": .text(reader.formats.percent(0.8)), "low": .text(scale.low), "high": .text(scale.high),
                ])
            return " <span class=\"scale\">\(words)</span>"
        }
    }

    private func ofExceptions(_ reader: Reader) -> Headings {
        let phrases = reader.phrases
        return Headings(
            rank: phrases("list.rank"),
            figure: phrases("list.between", ["percent": .text(reader.formats.percent(0.8))]),
            what: phrases("list.what"), due: phrases("list.actBy"))
    }
}
