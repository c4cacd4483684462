import FlywheelKit

extension RowConverter {
    /// A column of the feed for all rows of a batch; unknown where the cell is blank. A cell that cannot be read rejects
    /// its row even where the column is optional: a wrong price must not vanish silently.
    func column(
        _ declaration: ColumnDeclaration, at column: Int, _ batch: RowBatch, _ notes: inout RowNotes
    ) -> ColumnData {
        switch declaration.type {
        case .text where binding.format.feed.isTold(by: declaration): .texts(numbers(at: column, batch, &notes))
        case .text: .texts(words(at: column, isRequired: declaration.isRequired, batch, &notes))
        case .money:
            .moneys(
                moneys(
                    at: column, isFine: declaration.isFinerThanCoins, isPrice: declaration.isPrice, batch, &notes))
        case .integer: .integers(integers(at: column, isHeld: declaration.countsWhatIsHeld, batch, &notes))
        case .real: .reals(reals(at: column, unit: declaration.unit, batch, &notes))
        case .day: .days(days(at: column, batch, &notes))
        case .instant: .instants(instants(at: column, endsDay: declaration.endsDay, batch, &notes))
        case .flag: .flags(flags(at: column, batch, &notes))
        }
    }

    /// A value for each row, read from its cell in `column`; unknown where the cell is empty or is no such value.
    @inline(__always)
    func values<Value: ColumnValue>(
        at column: Int, _ batch: RowBatch, _ notes: inout RowNotes,
        _ read: (Cell, _ row: Int, inout RowNotes) throws(CellTrouble) -> Value?
    ) -> Values<Value> where Value.Storage == [Value] {
        var storage: [Value] = []
        var known = Bitmap(repeating: false, count: 0)
        storage.reserveCapacity(notes.rows.count)
        let placeholder = Value.placeholder
        for row in notes.rows {
            var value: Value?
            if let cell = batch.cell(column, ofRow: row), !cell.isEmpty {
                do throws(CellTrouble) {
                    value = try read(cell, row, &notes)
                } catch {
                    notes.reject(row, error)
                }
            }
            storage.append(value ?? placeholder)
            known.append(value != nil)
        }
        return Values(storage: storage, known: known)
    }

    /// A text for each row, from where `find` says it is; unknown where it finds none.
    @inline(__always)
    func texts(
        _ batch: RowBatch, _ notes: inout RowNotes,
        _ find: (_ row: Int, inout RowNotes, inout TextPlaces) throws(CellTrouble) -> Range<Int>?
    ) -> Values<String> {
        var places = TextPlaces(in: batch.bytes, count: notes.rows.count)
        for row in notes.rows {
            var place: Range<Int>?
            do throws(CellTrouble) {
                place = try find(row, &notes, &places)
            } catch {
                notes.reject(row, error)
            }
            places.append(place)
        }
        return places.values
    }
}

extension Feed {
    /// Whether a column is one of those by which the wholes of a log are told from one another, such as the order.
    fileprivate func isTold(by column: ColumnDeclaration) -> Bool {
        if case .log(let group, _, _) = shape { group.contains(column.name) } else { false }
    }
}
