import Calendars

/// The three parts of a date as written, before it is known which is which.
struct DateParts {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The years that are told from other numbers of four digits.
    private static let years = 1900...2199

    private struct Part {
        let number: Int
        let offset: Int
        let digits: Int
        var isNamedMonth: Bool { digits == 0 }
    }

    private let parts: [Part]

    /// Reads three parts with a slash, hyphen, point, comma or spaces between them, and stops behind the third.
    init(_ cell: Span<UInt8>, _ index: inout Int, end: Int) throws(ValueError) {
        var parts: [Part] = []
        while parts.count < 3 {
            if !parts.isEmpty, !Self.takeMark(cell, &index, end: end) { break }
            let start = index
            if index < end, cell[index].isLetter {
                let word = cell.word(at: index, end: end)
                index += word.utf8.count
                guard let month = Self.months.firstIndex(of: String(word.lowercased().prefix(3))) else {
                    throw ValueError(cell, expected: .day, at: start)
                }
                parts.append(Part(number: month + 1, offset: start, digits: 0))
            } else {
                guard let number = cell.takeNumber(&index, end: end, maximumDigits: 4) else {
                    throw ValueError(cell, expected: .day, at: start)
                }
                parts.append(Part(number: number, offset: start, digits: index - start))
            }
        }
        if parts.count == 2, index == end, parts.contains(where: { $0.digits == 4 }) {
            throw ValueError(cell, expected: .dayOfMonth, at: parts[0].offset)
        }
        guard parts.count == 3 else { throw ValueError(cell, expected: .day, at: parts[0].offset) }
        self.parts = parts
    }

    private static func takeMark(_ cell: Span<UInt8>, _ index: inout Int, end: Int) -> Bool {
        let start = index
        if index < end, [0x2F, 0x2D, 0x2E, 0x2C].contains(cell[index]) { index += 1 }
        cell.skipSpaces(&index, end: end)
        return index > start && index < end
    }

    /// Days since 1970-01-01, where the parts are a day of the calendar in that order.
    func daysSince1970(_ cell: Span<UInt8>, _ order: DateOrder) throws(ValueError) -> Int {
        let order = actualOrder(order)
        let (year, month, day) =
            switch order {
            case .dayFirst: (parts[2], parts[1], parts[0])
            case .monthFirst: (parts[2], parts[0], parts[1])
            case .yearFirst: (parts[0], parts[1], parts[2])
            }
        let fullYear = year.digits == 2 ? 2000 + year.number : year.number
        guard year.digits == 2 || Self.years ~= fullYear else {
            throw ValueError(cell, expected: .calendarDay(order), at: year.offset)
        }
        guard 1...12 ~= month.number, month.digits <= 2 else {
            throw ValueError(cell, expected: .calendarDay(order), at: month.offset)
        }
        guard !day.isNamedMonth, day.digits <= 2,
            let date = CivilDate(year: fullYear, month: month.number, day: day.number)
        else {
            throw ValueError(cell, expected: .calendarDay(order), at: day.offset)
        }
        return Int(date.daysSinceEpoch)
    }

    /// A year in front or a month's name says more than what is usual in the column.
    private func actualOrder(_ order: DateOrder) -> DateOrder {
        if parts[0].digits == 4 { return .yearFirst }
        if parts[0].isNamedMonth { return .monthFirst }
        return parts[1].isNamedMonth && (order == .monthFirst || parts[2].digits == 4) ? .dayFirst : order
    }

    /// Days since 1970-01-01; nil where the calendar has no such day, or the year is not from 1900 to 2199.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
        guard years ~= year else { return nil }
        return CivilDate(year: year, month: month, day: day).map { Int($0.daysSinceEpoch) }
    }
}
