import Calendars
import FlywheelKit

extension RowConverter {
    func days(at column: Int, _ batch: RowBatch, _ notes: inout RowNotes) -> Values<Day> {
        dates(at: column, batch, &notes) { date, row, notes in
            switch date {
            case .instant(let seconds): Day(epochDays: localZone(row, &notes).localDay(at: seconds))
            case .day(let day), .local(let day, _): Day(epochDays: Int32(clamping: day))
            }
        }
    }

    /// - Parameter endsDay: whether a day means its last second: what is due on a day is not late on that day.
    func instants(at column: Int, endsDay: Bool, _ batch: RowBatch, _ notes: inout RowNotes) -> Values<Instant> {
        dates(at: column, batch, &notes) { date, row, notes in
            switch date {
            case .instant(let seconds): return Instant(seconds: seconds)
            case .day(let number):
                let zone = localZone(row, &notes)
                let day = Int32(clamping: number)
                return Instant(seconds: endsDay ? zone.lastSecond(of: Day(epochDays: day)) : zone.startOfDay(day))
            case .local(let day, let second):
                return Instant(seconds: localZone(row, &notes).instant(day: Int32(clamping: day), secondOfDay: second))
            }
        }
    }

    /// Sales and orders come in the order of their days, so most cells say what the one above does.
    @inline(__always)
    private func dates<Value: ColumnValue>(
        at column: Int, _ batch: RowBatch, _ notes: inout RowNotes,
        _ value: (ParsedDate, _ row: Int, inout RowNotes) -> Value
    ) -> Values<Value> where Value.Storage == [Value] {
        var last: (cell: Cell, value: Value)?
        var plain = PlainDate()
        return values(at: column, batch, &notes) { cell, row, notes throws(CellTrouble) in
            if let last, batch.isSame(cell, last.cell) { return last.value }
            var date = batch.withPlain(cell) { plain.date($0) }
            if date == nil {
                date = try parse(cell, column, .dateFormat, batch) { bytes throws(ValueError) in
                    try CellValue.date(bytes, order: styles.dateOrder)
                }
            }
            guard let date else { return nil }
            let warnings = notes.warnings.count
            let value = value(date, row, &notes)
            // Each cell that surprises counts.
            last = notes.warnings.count == warnings ? (cell, value) : nil
            return value
        }
    }

    /// The marketplace's zone, for a time that names none; the home zone where that is not known.
    private func localZone(_ row: Int, _ notes: inout RowNotes) -> TimeZoneTable {
        if zone == nil { notes.warn(.unknownZone, row) }
        return zone ?? home
    }
}
