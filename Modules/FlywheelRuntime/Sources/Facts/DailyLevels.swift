import FlywheelKit

/// What was said of each row on each day, as whole numbers: counts as they are, money in minor units, shares in
/// ten-thousandths.
struct DailyLevels {
    /// Rows by days.
    private(set) var values: Values<Int>
    /// The currency of each row's money, that of its newest file; empty where nothing is money.
    private(set) var currencies: [Currency?] = []
    private let days: Int
    /// Cells of which two entries said different things.
    private var contradicted: Set<Int> = []

    init(rows: Int, days: Int) {
        values = Values(unknown: rows * days)
        self.days = days
    }

    /// Notes the currency in which a file says each row's money; the last file read decides.
    mutating func readCurrencies(of data: ColumnData?, row: (Int) -> Int?) {
        guard case .moneys(let moneys) = data else { return }
        if currencies.isEmpty { currencies = [Currency?](repeating: nil, count: values.count / max(1, days)) }
        for entry in 0..<moneys.count {
            if let money = moneys[entry], let row = row(entry) { currencies[row] = money.currency }
        }
    }

    /// Takes what a file says. Money in another currency than the row's is unknown.
    ///
    /// - Parameters:
    ///   - agreeing: whether two that differ on a row and day make it unknown; else the later one stands.
    ///   - cell: the row and the number of the day of an entry.
    mutating func read(_ data: ColumnData?, agreeing: Bool = false, cell: (Int) -> (row: Int, day: Int)?) {
        switch data {
        case .integers(let column):
            for entry in 0..<column.count { set(cell(entry), to: column[entry], agreeing) }
        case .reals(let column):
            for entry in 0..<column.count { set(cell(entry), to: column[entry].flatMap(Self.share), agreeing) }
        case .moneys(let column):
            for entry in 0..<column.count {
                guard let cell = cell(entry) else { continue }
                let money = column[entry].flatMap { $0.currency == currencies[cell.row] ? $0 : nil }
                set(cell, to: money.flatMap { Int(exactly: $0.minorUnits) }, agreeing)
            }
        default: break
        }
    }

    private mutating func set(_ cell: (row: Int, day: Int)?, to value: Int?, _ agreeing: Bool) {
        guard let cell else { return }
        let place = cell.row * days + cell.day
        guard agreeing else {
            values[place] = value
            return
        }
        if contradicted.contains(place) { return }
        if let before = values[place], let value, before != value { contradicted.insert(place) }
        values[place] = contradicted.contains(place) ? nil : value ?? values[place]
    }

    private static func share(_ part: Double) -> Int? {
        (0...1).contains(part) ? Int((part * Double(Series.wholeShare)).rounded()) : nil
    }
}
