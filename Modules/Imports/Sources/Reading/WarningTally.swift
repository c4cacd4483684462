/// Counts what may surprise, cell by cell.
struct WarningTally: Sendable {
    private var counts: [ImportWarning.Code: (cells: Int, line: Int)] = [:]

    mutating func add(_ code: ImportWarning.Code, line: Int) {
        let count = counts[code] ?? (0, line)
        counts[code] = (count.cells + 1, min(count.line, line))
    }

    /// Adds the counts of later rows.
    mutating func merge(_ later: WarningTally) {
        for (code, count) in later.counts {
            counts[code, default: (0, count.line)].cells += count.cells
        }
    }

    var warnings: [ImportWarning] {
        ImportWarning.Code.allCases.compactMap { code in
            counts[code].map { count in
                let cells = count.cells == 1 ? "1 cell" : "\(count.cells) cells"
                return ImportWarning(code, Self.message(code, cells), cells: count.cells, line: count.line)
            }
        }
    }

    private static func message(_ code: ImportWarning.Code, _ cells: String) -> String {
        switch code {
        case .unknownCurrency: "left \(cells) unknown: no currency is known for the amount"
        case .unknownZone:
            "took the time of \(cells) in the calendar's zone, UTC without one: the marketplace's is not known"
        case .encoding: "replaced bytes that are no characters in \(cells)"
        case .rounded: "rounded \(cells) to what the currency has decimals for"
        case .unknownMarketplace, .dateOrder, .decimalMark, .gap, .partial, .personal, .superseded, .unused:
            "found in \(cells)"
        }
    }
}
