import FlywheelKit

extension RowConverter {
    /// The codes of the rows' subjects, kept as they are: `00 12/a` is not `12/a`.
    func codes(_ batch: RowBatch, _ notes: inout RowNotes) -> Texts {
        guard let column = binding.subject else { return Texts(repeating: "", count: notes.rows.count) }
        return texts(batch, &notes) { row, notes, codes throws(CellTrouble) in
            guard let cell = batch.cell(column, ofRow: row), let place = try batch.identifier(in: cell, column, &codes)
            else {
                if binding.format.namesProducts { return nil }
                throw CellTrouble(code: .missingValue, reason: "found nothing, expected a code", column: column)
            }
            return place
        }.storage
    }

    /// The code of one row; nil where it cannot be read.
    func code(ofRow row: Int, _ batch: RowBatch) -> String? {
        var notes = RowNotes(rows: row..<row + 1)
        let codes = codes(batch, &notes)
        return notes.troubles.isEmpty ? codes[0] : nil
    }

    /// What tells one whole of a log from another, the order of its lines: kept as it is, as codes of subjects are.
    func numbers(at column: Int, _ batch: RowBatch, _ notes: inout RowNotes) -> Values<String> {
        texts(batch, &notes) { row, notes, places throws(CellTrouble) in
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else { return nil }
            return try batch.identifier(in: cell, column, &places)
        }
    }

    /// The products the rows name: the first that each does.
    func products(_ batch: RowBatch, _ codes: Texts, _ notes: inout RowNotes) -> Values<String> {
        let isSubject = binding.format.feed.subject == .product
        if binding.products.isEmpty { return isSubject ? Values(all: codes) : Values(unknown: codes.count) }
        return texts(batch, &notes) { row, notes, places throws(CellTrouble) in
            for product in binding.products {
                if let type = product.type {
                    guard let cell = batch.cell(type.index, ofRow: row), batch.isText(cell, type.value) else {
                        continue
                    }
                }
                guard let cell = batch.cell(product.index, ofRow: row) else { continue }
                if let place = try batch.identifier(in: cell, product.index, &places) { return place }
            }
            return isSubject ? places.place(for: codes[row - notes.rows.lowerBound].utf8.span) : nil
        }
    }

    /// Rows that say themselves why they are no facts.
    func checkAsides(_ batch: RowBatch, _ notes: inout RowNotes) {
        guard let column = binding.aside else { return }
        for row in notes.rows {
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else { continue }
            let words = batch.text(of: cell).text.split(separator: " ", maxSplits: 1)
            let code = words.first.flatMap { RejectedRow.Code(rawValue: String($0)) }
            notes.reject(
                row, CellTrouble(code: code ?? .setAside, reason: words.last.map(String.init) ?? "", column: nil))
        }
    }

    /// For each row of data that names a product alone, the listings it is true of.
    func listings(_ codes: Texts, _ products: Values<String>, _ notes: inout RowNotes) -> [Int: [String]] {
        guard binding.format.namesProducts else { return [:] }
        var found: [Int: [String]] = [:]
        for row in notes.rows where notes.troubles[row] == nil {
            let place = row - notes.rows.lowerBound
            guard codes.range(place).isEmpty else { continue }
            guard let product = products[place] else {
                notes.reject(
                    row,
                    CellTrouble(
                        code: .missingValue, reason: "found neither a listing nor a product", column: binding.subject))
                continue
            }
            let listings = listings?(product) ?? []
            found[place] = listings
            if listings.isEmpty {
                notes.reject(
                    row,
                    CellTrouble(
                        code: .unknownProduct,
                        reason: "found \(product), of which no listing is known: import the listings first",
                        column: binding.products.first?.index))
            }
        }
        return found
    }
}

extension RowBatch {
    /// Where the identifier in a cell is; nil where there is none.
    @inline(__always)
    fileprivate func identifier(
        in cell: Cell, _ column: Int, _ places: inout TextPlaces
    ) throws(CellTrouble) -> Range<Int>? {
        let range = try withVerbatim(cell) { bytes throws(CellTrouble) in try bytes.identifier(column) }
        if let range { return range.isEmpty ? nil : cell.range.part(range) }
        let decoded = text(of: cell)
        if let offset = decoded.badByte {
            throw CellTrouble(
                code: .encoding, reason: "found a byte that is no character, expected a code", column: column,
                offset: offset)
        }
        let text = decoded.text.utf8.span
        let id = try text.identifier(column)
        return id.isEmpty ? nil : places.place(for: text.extracting(id))
    }

    /// Whether a cell says this and nothing else.
    fileprivate func isText(_ cell: Cell, _ text: String) -> Bool {
        self.text(of: cell).text.trimmed == text
    }
}

extension Span<UInt8> {
    /// The part that is an identifier, which may be empty.
    @inline(__always)
    fileprivate func identifier(_ column: Int) throws(CellTrouble) -> Range<Int> {
        let range = identifierRange
        let id = extracting(range)
        if id.isDestroyedNumber {
            let found = id.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            throw CellTrouble(
                code: .destroyedNumber,
                reason: "found \"\(found)\", expected a code (a spreadsheet has rounded its digits away)",
                column: column)
        }
        return range
    }
}
