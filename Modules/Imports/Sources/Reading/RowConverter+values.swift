import Calendars
import FlywheelKit

extension RowConverter {
    /// The value of a cell for a column of the feed; unknown where it is blank. A cell that cannot be read rejects its row
    /// even where the column is optional: a wrong price must not vanish silently.
    func value(
        _ declaration: ColumnDeclaration, at column: Int, _ row: inout BatchRow
    ) throws(CellTrouble) -> FactValue {
        guard let cell = row.cell(column) else { return .unknown }
        switch declaration.type {
        case .text: return try text(cell, isRequired: declaration.isRequired, column, &row)
        case .money: return try money(cell, column, &row)
        case .integer:
            return try parse(cell, column, .numberFormat, row) { bytes throws(ValueError) in
                try CellValue.integer(bytes, style: styles.decimal).map { .integer(Int($0)) }
            }
        case .real:
            return try parse(cell, column, .numberFormat, row) { bytes throws(ValueError) in
                try real(bytes, unit: declaration.unit).map { .real($0) }
            }
        case .day: return try date(cell, column, row).map { .day(day(of: $0, &row)) } ?? .unknown
        case .instant: return try date(cell, column, row).map { .instant(instant(of: $0, &row)) } ?? .unknown
        case .flag: return try flag(row.batch.text(of: cell).text.trimmed, column)
        }
    }

    private func parse(
        _ cell: Cell, _ column: Int, _ code: RejectedRow.Code, _ row: BatchRow,
        _ parser: (Span<UInt8>) throws(ValueError) -> FactValue?
    ) throws(CellTrouble) -> FactValue {
        do throws(ValueError) {
            return try row.batch.withUTF8(of: cell, parser) ?? .unknown
        } catch {
            throw CellTrouble(error, code, column: column)
        }
    }

    private func text(
        _ cell: Cell, isRequired: Bool, _ column: Int, _ row: inout BatchRow
    ) throws(CellTrouble) -> FactValue {
        let decoded = row.batch.text(of: cell)
        if let offset = decoded.badByte {
            guard !isRequired else {
                throw CellTrouble(
                    code: .encoding, reason: "found a byte that is no character", column: column, offset: offset)
            }
            row.warnings.add(.encoding, line: row.line)
        }
        let text = decoded.text.trimmed
        return text.isEmpty ? .unknown : .text(text)
    }

    /// A share with a percent sign is counted in hundredths.
    private func real(_ bytes: Span<UInt8>, unit: Quantity) throws(ValueError) -> Double? {
        guard unit == .share else { return try CellValue.decimal(bytes, style: styles.decimal)?.approximate }
        guard let share = try CellValue.percentage(bytes, style: styles.decimal) else { return nil }
        return share.number.approximate / (share.isMarked ? 100 : 1)
    }

    private func date(_ cell: Cell, _ column: Int, _ row: BatchRow) throws(CellTrouble) -> ParsedDate? {
        do throws(ValueError) {
            return try row.batch.withUTF8(of: cell) { bytes throws(ValueError) in
                try CellValue.date(bytes, order: styles.dateOrder)
            }
        } catch {
            throw CellTrouble(error, .dateFormat, column: column)
        }
    }

    private func day(of date: ParsedDate, _ row: inout BatchRow) -> Day {
        switch date {
        case .instant(let seconds): Day(epochDays: localZone(&row).localDay(at: seconds))
        case .day(let day), .local(let day, _): Day(epochDays: Int32(clamping: day))
        }
    }

    private func instant(of date: ParsedDate, _ row: inout BatchRow) -> Instant {
        switch date {
        case .instant(let seconds): Instant(seconds: seconds)
        case .day(let day): Instant(seconds: localZone(&row).startOfDay(Int32(clamping: day)))
        case .local(let day, let second):
            Instant(seconds: localZone(&row).instant(day: Int32(clamping: day), secondOfDay: second))
        }
    }

    /// The marketplace's zone, for a time that names none.
    private func localZone(_ row: inout BatchRow) -> TimeZoneTable {
        if zone == nil { row.warnings.add(.unknownZone, line: row.line) }
        return zone ?? .utc
    }

    private func flag(_ text: String, _ column: Int) throws(CellTrouble) -> FactValue {
        switch text.lowercased() {
        case "": .unknown
        case "yes", "y", "true", "t", "1", "x": .flag(true)
        case "no", "n", "false", "f", "0": .flag(false)
        default:
            throw CellTrouble(code: .flagFormat, reason: "found \"\(text)\", expected yes or no", column: column)
        }
    }
}
