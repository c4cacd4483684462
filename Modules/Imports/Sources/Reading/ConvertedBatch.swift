import FlywheelKit

/// What became of the rows of one batch.
struct ConvertedBatch: Sendable {
    /// The kept rows as columns.
    let facts: FactRows
    let rejected: [RejectedRow]
    /// How many of the rows at the end were rejected for being a single cell: the words under the table, if it ends here.
    let lastOneCellRows: Int
    let rowCount: Int
    let bytes: Int
    let end: FileEnd
    let coverage: Coverage
    let warnings: WarningTally
    /// The columns with amounts of which nothing says the currency.
    let openColumns: Set<String>

    /// Leaves the rows in trouble out of `facts`, which has all rows of the batch, and lists them.
    ///
    /// - Parameter listings: of the rows that are true of listings they do not name, by place, those listings.
    init(
        _ facts: FactRows, of batch: RowBatch, _ notes: RowNotes, _ converter: RowConverter, listings: [Int: [String]]
    ) {
        let binding = converter.binding
        let kept =
            listings.isEmpty
            ? notes.keptPlaces.map { facts.picked($0) } ?? facts
            : facts.spread(
                notes.keptPlaces ?? Array(facts.codes.indices), over: listings, without: binding.format.ofOneListing)
        self.facts = kept
        rejected = notes.troubles.sorted { $0.key < $1.key }.map { row, trouble in
            let subject = trouble.isOneCell ? nil : converter.code(ofRow: row, batch)
            return batch.rejected(row, trouble, binding.headings, subject: subject)
        }
        lastOneCellRows = notes.rows.reversed().prefix { notes.troubles[$0]?.isOneCell == true }.count
        rowCount = notes.rows.count
        bytes = batch.bytes.count
        end = batch.end(under: binding.headings)
        var coverage = Coverage()
        if case .log(_, let newest, let at) = binding.format.feed.shape {
            let dated = notes.datedPlaces(converter.datesElsewhere).map { facts.picked($0) } ?? facts
            coverage.observe(at: dated.columns[at], newest: newest.flatMap { dated.columns[$0] })
        }
        self.coverage = coverage
        var warnings = WarningTally()
        for warning in notes.warnings where notes.troubles[warning.row] == nil {
            warnings.add(warning.code, line: batch.line(ofRow: warning.row))
        }
        self.warnings = warnings
        let open = Set(notes.openAmounts.lazy.filter { notes.troubles[$0.row] == nil }.map(\.column))
        openColumns = Set(binding.columns.filter { open.contains($0.index) }.map(\.declaration.name))
    }
}

extension CellTrouble {
    /// Whether it is a row of one cell where several should be.
    fileprivate var isOneCell: Bool { code == .tooFewCells && column != nil }
}

extension FactRows {
    /// The rows at `places`, those of a product once for each of its listings; where these are several, without the
    /// columns that are of one of them.
    fileprivate func spread(_ places: [Int], over listings: [Int: [String]], without own: [String]) -> FactRows {
        let entries = places.flatMap { place in
            listings[place].map { codes in codes.map { (place: place, code: $0, isOnly: codes.count == 1) } }
                ?? [(place: place, code: codes[place], isOnly: true)]
        }
        var spread = picked(entries.map(\.place))
        spread.codes = Texts(entries.map(\.code))
        guard !entries.allSatisfy(\.isOnly) else { return spread }
        for name in own {
            guard let column = spread.columns[name] else { continue }
            spread.columns[name] = column.picked(entries.indices.map { entries[$0].isOnly ? $0 : -1 })
        }
        return spread
    }

    /// The rows at `places`, in that order.
    fileprivate func picked(_ places: [Int]) -> FactRows {
        FactRows(
            codes: codes.picked(places), products: products.picked(places),
            columns: columns.mapValues { $0.picked(places) })
    }
}
