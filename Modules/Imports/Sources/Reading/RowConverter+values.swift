import Calendars
import FlywheelKit

extension RowConverter {
    /// Whole numbers.
    ///
    /// - Parameter isHeld: whether a number is none where it is below zero.
    func integers(at column: Int, isHeld: Bool, _ batch: RowBatch, _ notes: inout RowNotes) -> Values<Int> {
        values(at: column, batch, &notes) { cell, row, notes throws(CellTrouble) in
            let plain = batch.withPlain(cell) { ExactDecimal(plain: $0, mark: nil) }
            if let plain, plain.unscaled <= CellValue.mostWhole { return Int(plain.unscaled) }
            let number = try parse(cell, column, .numberFormat, batch) { bytes throws(ValueError) in
                try CellValue.integer(bytes, style: styles.decimal).map { Int($0) }
            }
            if isHeld, let number, number < 0 {
                throw CellTrouble(
                    code: .negativeQuantity, reason: "found \(number) units, expected none or more", column: column)
            }
            return number
        }
    }

    func reals(at column: Int, unit: Quantity, _ batch: RowBatch, _ notes: inout RowNotes) -> Values<Double> {
        values(at: column, batch, &notes) { cell, row, notes throws(CellTrouble) in
            let plain = batch.withPlain(cell) { ExactDecimal(plain: $0, mark: styles.decimal.decimalMark) }
            if unit == .share { return try share(cell, plain, column, batch) }
            if let plain { return plain.approximate }
            return try parse(cell, column, .numberFormat, batch) { bytes throws(ValueError) in
                try CellValue.decimal(bytes, style: styles.decimal)?.approximate
            }
        }
    }

    /// A share, counted in hundredths where a percent sign or another cell of its column says so.
    ///
    /// - Parameter plain: the number that the cell is, where it is nothing else.
    private func share(
        _ cell: Cell, _ plain: ExactDecimal?, _ column: Int, _ batch: RowBatch
    ) throws(CellTrouble) -> Double? {
        var share = plain.map { CellValue.Percentage(number: $0, isMarked: false) }
        if share == nil {
            share = try parse(cell, column, .numberFormat, batch) { bytes throws(ValueError) in
                try CellValue.percentage(bytes, style: styles.decimal)
            }
        }
        guard let share else { return nil }
        let part = share.number.approximate / (share.isMarked || styles.hundredths.contains(column) ? 100 : 1)
        guard 0...1 ~= part else {
            throw CellTrouble(
                code: .numberFormat,
                reason: "found \"\(batch.text(of: cell).text.trimmed)\", expected a share of 0 % to 100 %",
                column: column)
        }
        return part
    }

    func flags(at column: Int, _ batch: RowBatch, _ notes: inout RowNotes) -> Values<Bool> {
        values(at: column, batch, &notes) { cell, row, notes throws(CellTrouble) in
            let text = batch.text(of: cell).text.trimmed
            switch text.lowercased() {
            case "": return nil
            case "yes", "y", "true", "t", "1", "x": return true
            case "no", "n", "false", "f", "0": return false
            default:
                throw CellTrouble(code: .flagFormat, reason: "found \"\(text)\", expected yes or no", column: column)
            }
        }
    }

    func words(at column: Int, isRequired: Bool, _ batch: RowBatch, _ notes: inout RowNotes) -> Values<String> {
        texts(batch, &notes) { row, notes, places throws(CellTrouble) in
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else { return nil }
            if let range = batch.withVerbatim(cell, { $0.trimmedRange }) {
                return range.isEmpty ? nil : cell.range.part(range)
            }
            let decoded = batch.text(of: cell)
            if let offset = decoded.badByte {
                guard !isRequired else {
                    throw CellTrouble(
                        code: .encoding, reason: "found a byte that is no character", column: column, offset: offset)
                }
                notes.warn(.encoding, row)
            }
            let text = decoded.text.utf8.span
            let range = text.trimmedRange
            return range.isEmpty ? nil : places.place(for: text.extracting(range))
        }
    }

    func parse<Value>(
        _ cell: Cell, _ column: Int, _ code: RejectedRow.Code, _ batch: RowBatch,
        _ parser: (Span<UInt8>) throws(ValueError) -> Value?
    ) throws(CellTrouble) -> Value? {
        do throws(ValueError) {
            return try batch.withUTF8(of: cell, parser)
        } catch {
            throw CellTrouble(error, code, column: column)
        }
    }
}

extension ColumnDeclaration {
    /// Whether it counts units that lie or move somewhere, of which there are none at the least. Of those that can be sold
    /// there may be less: more was sold than there is.
    var countsWhatIsHeld: Bool {
        switch feed {
        case Stock.feed.key: unit == .units && name != Stock.fulfillable.name
        case StrandedStock.feed.key, PurchaseOrders.feed.key: unit == .units
        default: false
        }
    }
}

extension Range<Int> {
    /// The part of it at these offsets from its start.
    func part(_ offsets: Range<Int>) -> Range<Int> {
        lowerBound + offsets.lowerBound..<lowerBound + offsets.upperBound
    }
}

extension String {
    /// The text without space around it.
    var trimmed: String {
        let range = utf8.span.trimmedRange
        if range.count == utf8.count { return self }
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}
