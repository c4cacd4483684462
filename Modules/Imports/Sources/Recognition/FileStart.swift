import FlywheelKit

/// What the first rows of a file say of it.
struct FileStart {
    /// How many rows under the headings are looked at.
    private static let sampledRows = 2_000

    private(set) var binding: Binding
    let lastHeadingLine: Int
    /// How rows are told that are none; nil in a table that is made.
    let rowFaults: RowFaults?
    let head: RowBatch
    /// How to read the file from its beginning.
    private(set) var source: FileSource

    /// The rows of ``head`` that other tables of the file read.
    private var others: Set<Int> = []

    /// How the other cells of the file are written, those of the same rows first.
    private(set) var beside: [WritingEvidence] = []

    /// The records of the file that nothing is read from, by what they are called.
    var unreadRecords: [String: Int] = [:]

    /// Looks at a file of rows.
    init(_ source: FileSource, _ recognition: Recognition) throws(ImportError) {
        let reader = try Self.reader(of: source)
        guard let row = HeadingRow(in: reader.head, known: recognition.knownNames) else { throw .empty }
        binding = try recognition.binding(of: row.headings)
        lastHeadingLine = row.lastLine
        let tornRows = TornRows(binding, in: reader.head, below: row.lastLine)
        rowFaults = RowFaults(
            width: row.headings.texts.count,
            repeatedHeadings: RepeatedHeadings(of: reader.head, row: row.row, row.headings), tornRows: tornRows)
        head = reader.head
        self.source = source
        self.source.layout = reader.layout
        self.source.layout?.width = tornRows == nil ? nil : row.headings.texts.count
    }

    /// Looks at a table that is made of the file.
    init(_ source: FileSource, _ document: FileSource.Document) throws(ImportError) {
        self.source = source.reading(document)
        let reader = try Self.reader(of: self.source)
        head = reader.head
        self.source.layout = reader.layout
        binding = Binding(document.table.format, to: Headings(document.table.headings))
        lastHeadingLine = 1
        rowFaults = nil
    }

    private static func reader(of source: FileSource) throws(ImportError) -> RowReader {
        do throws(ReadError) {
            return try source.rows().reader
        } catch {
            throw ImportError(error)
        }
    }

    /// What may surprise about the records of a document.
    var warnings: [ImportWarning] {
        var warnings: [ImportWarning] = []
        if !unreadRecords.isEmpty {
            let list = unreadRecords.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }
            warnings.append(ImportWarning(.unused, "not used: \(list.joined(separator: ", "))"))
        }
        if let superseded = source.document?.part?.superseded, superseded > 0 {
            warnings.append(
                ImportWarning(
                    .superseded, "left out, since a later one of the same day says more of the same: \(superseded)"))
        }
        return warnings
    }

    /// What the first rows tell of how they are written, under all headings that these bindings read.
    func evidence(of bindings: [Binding]) -> WritingEvidence {
        bindings.reduce(into: WritingEvidence()) { evidence, binding in
            evidence.merge(WritingEvidence(binding, rows: rows, of: head))
        }
    }

    /// The same start, beside cells of its file that are written so.
    func beside(_ evidence: WritingEvidence) -> FileStart {
        var start = self
        start.beside.insert(evidence, at: 0)
        return start
    }

    /// The same start, of which other columns are read.
    func reading(_ binding: Binding) -> FileStart {
        var start = self
        start.binding = binding
        return start
    }

    /// The same start without the rows that other tables of the file read: how these are written tells nothing of the rest.
    func leaving(_ elsewhere: OtherMarketplaces, beside marketplace: String) -> FileStart {
        var others: Set<Int> = []
        elsewhere.forEach(of: 0..<head.rowCount, in: head, binding.marketplace, beside: marketplace) {
            others.insert($0)
        }
        var start = self
        start.others = others
        return start
    }

    /// The first rows under the headings.
    var rows: [Int] {
        Array(
            (0..<head.rowCount).lazy.filter { head.line(ofRow: $0) > lastHeadingLine && !others.contains($0) }
                .prefix(Self.sampledRows))
    }

    /// The currency that a column of theirs says the first rows are in; nil where they name none, or several.
    var currency: Currency? {
        guard let column = binding.currency else { return nil }
        let named = Set(rows.compactMap { content(column, ofRow: $0).flatMap { Currency($0) } })
        return named.count == 1 ? named.first : nil
    }

    /// The amounts in the first rows.
    private var amounts: some Collection<String> {
        let columns = binding.columns.filter { $0.declaration.type == .money }.map(\.index)
        return rows.lazy.flatMap { row in columns.lazy.compactMap { content($0, ofRow: row) } }
    }

    /// Whether the first rows have amounts of which neither a column nor a sign says the currency. A sign that several share
    /// does not.
    var leavesCurrencyOpen: Bool {
        guard !amounts.isEmpty else { return false }
        let isNamed = binding.currency.map { column in rows.contains { content(column, ofRow: $0) != nil } } ?? false
        return !isNamed && !amounts.contains { Self.currencies(beside: $0)?.count == 1 }
    }

    /// Whether no sign beside an amount in the first rows is of other currencies.
    func allows(_ currency: Currency) -> Bool {
        !amounts.contains { Self.currencies(beside: $0).map { !$0.contains(currency) } ?? false }
    }

    /// What a sign or code beside an amount may mean; nil where there is none.
    private static func currencies(beside amount: String) -> [Currency]? {
        amount.split { $0.isNumber || ".,'-()% ".contains($0) }.map(String.init).first(where: CurrencyMark.isKnown)
            .map { CurrencyMark.currencies(of: $0).currencies }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What a cell says; nil where it is blank.
    private func content(_ column: Int, ofRow row: Int) -> String? {
        guard let cell = head.cell(column, ofRow: row) else { return nil }
        let text = head.text(of: cell).text.trimmed
        return text.isEmpty ? nil : text
    }

    /// The marketplaces that the file's first rows name, the commonest first; the first named among equals.
    var marketplaces: [String] {
        MarketplaceTally(of: head, binding, below: lastHeadingLine).commonestFirst
    }

    /// The same of all its rows: a small marketplace may have its first order behind thousands of others.
    var marketplacesOfAllRows: [String] {
        guard binding.marketplace != nil else { return [] }
        let (binding, lastHeadingLine) = (binding, lastHeadingLine)
        var tally = MarketplaceTally()
        do {
            var reader = try source.rows().reader
            try reader.forEachBatch(converting: { MarketplaceTally(of: $0, binding, below: lastHeadingLine) }) {
                tally.merge($0)
            }
        } catch {
            // What is broken is told when it is read.
            return marketplaces
        }
        return tally.commonestFirst
    }
}
