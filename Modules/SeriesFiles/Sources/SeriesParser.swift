/// The values of one series, oldest first.
struct Series: Hashable {
    let name: [UInt8]
    /// The line of its first row.
    let line: Int
    /// One value a period; `nil` where it is empty, or its row is missing.
    var values: [Double?] = []
    /// The rows that were read.
    var rows = 1

    /// Whether more rows are missing than there are.
    var isMostlyMissing: Bool { values.count > 2 * rows }
}

/// Reads the series of a run of rows.
struct SeriesParser {
    let frequency: Frequency

    /// What a series may hold: a gap that is longer than that is a mistyped period.
    static let mostPeriods = 100_000
    /// Beyond it digits are lost, and nothing that is counted or paid is as large.
    private static let mostMagnitude = 1e15

    /// The series in the order of the rows, one for each run of rows of one name.
    func series(in bytes: [UInt8]) throws(SeriesFault) -> [Series] {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<[Series], SeriesFault> in
            do throws(SeriesFault) { return .success(try series(in: buffer)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private func series(in bytes: UnsafeBufferPointer<UInt8>) throws(SeriesFault) -> [Series] {
        var scanner = RowScanner(bytes)
        var all: [Series] = []
        var grid: PeriodGrid?
        while let row = try scanner.next() {
            let line = scanner.line
            guard let period = Period(row.period.bytes, frequency) else {
                let found = row.period.text
                throw SeriesFault(
                    line: line, column: 2,
                    "period is \"\(found)\", expected a date such as 2026-11-20 or a whole number")
            }
            let value = try value(row.value, line: line)
            if let last = all.indices.last, row.series.says(all[last].name), var known = grid {
                let steps = try advance(&known, to: period, row, line: line)
                guard all[last].values.count + steps <= Self.mostPeriods else {
                    throw SeriesFault(
                        line: line, column: 2,
                        "period is \"\(row.period.text)\", \(steps) after the one before it, "
                            + "expected \(Self.mostPeriods) periods of a series at most")
                }
                for _ in 1..<steps { all[last].values.append(nil) }
                all[last].values.append(value)
                all[last].rows += 1
                grid = known
            } else {
                guard !row.series.bytes.isEmpty else {
                    throw SeriesFault(line: line, column: 1, "series is empty, expected a name")
                }
                let name = row.series.content
                guard String(validating: name, as: UTF8.self) != nil else {
                    throw SeriesFault(line: line, column: 1, "series is not UTF-8")
                }
                grid = try begin(period, row, line: line)
                all.append(Series(name: name, line: line, values: [value]))
            }
        }
        return all
    }

    private func value(_ cell: RowScanner.Cell, line: Int) throws(SeriesFault) -> Double? {
        guard !cell.bytes.isEmpty else { return nil }
        guard let value = DecimalText.value(cell.bytes) else {
            throw SeriesFault(
                line: line, column: 3,
                "value is \"\(cell.text)\", expected a number such as 12.5, or nothing where it is unknown")
        }
        guard value.magnitude <= Self.mostMagnitude else {
            throw SeriesFault(
                line: line, column: 3,
                "value is \"\(cell.text)\", expected none beyond \(DecimalText.text(Self.mostMagnitude))")
        }
        return value
    }

    private func begin(_ period: Period, _ row: RowScanner.Row, line: Int) throws(SeriesFault) -> PeriodGrid {
        do { return try PeriodGrid(frequency, from: period) } catch {
            throw fault(error, row, line: line)
        }
    }

    private func advance(
        _ grid: inout PeriodGrid, to period: Period, _ row: RowScanner.Row, line: Int
    ) throws(SeriesFault) -> Int {
        do { return try grid.advance(to: period) } catch { throw fault(error, row, line: line) }
    }

    private func fault(_ fault: PeriodGrid.Fault, _ row: RowScanner.Row, line: Int) -> SeriesFault {
        let expected =
            switch fault {
            case .otherKind: "expected dates alone or numbers alone"
            case .unknownDistance:
                "and only the season was named: expected --frequency daily, weekly, monthly, quarterly or yearly, "
                    + "which say how far apart dates are"
            case .notLater: "expected one later than the row before it"
            case .between: "expected whole periods after the row before it (\(frequency))"
            }
        return SeriesFault(line: line, column: 2, "period is \"\(row.period.text)\", \(expected)")
    }
}
