/// Why a cell is not the value it should be.
package struct ValueError: Error, Hashable, Sendable {
    /// What would have been a value.
    package enum Expectation: Hashable, Sendable {
        case digit, endOfNumber, groupsOfThree, closingParenthesis, currency
        /// A number as typed; a spreadsheet has rounded `8.86E+11` to three digits, and the others are lost.
        case allDigits
        case wholeNumber
        /// A whole number no further from zero than ``CellValue/mostWhole``.
        case countable
        /// At most this many decimals; further ones that are not zero would be lost.
        case decimals(Int)
        /// A number that fits in 64 bits.
        case range
        case day
        /// A day and not only a month.
        case dayOfMonth
        /// A month from 1 to 12 and a day that it has, in this order of day, month and year.
        case calendarDay(DateOrder)
        case timeOfDay
        /// `Z`, an offset such as `+02:00`, or an abbreviation in use at marketplaces.
        case zone
    }

    /// The start of the cell.
    package let found: String
    package let expected: Expectation
    /// The byte of the cell, from 0, at which it stops making sense: where to draw the caret.
    package let offset: Int

    init(_ cell: Span<UInt8>, expected: Expectation, at offset: Int) {
        let shown = cell.extracting(first: 80)
        found = shown.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        self.expected = expected
        self.offset = offset
    }
}

extension ValueError: CustomStringConvertible {
    package var description: String { "found \"\(found)\", expected \(expected) at byte \(offset + 1)" }
}

extension ValueError.Expectation: CustomStringConvertible {
    package var description: String {
        switch self {
        case .digit: "a digit"
        case .endOfNumber: "the end of the number"
        case .groupsOfThree: "a group of three digits behind a thousands mark"
        case .closingParenthesis: "a closing parenthesis"
        case .currency: "a currency sign or code"
        case .allDigits: "all digits of the number (a spreadsheet has rounded it)"
        case .wholeNumber: "a whole number"
        case .countable: "at most \(CellValue.mostWhole) either side of zero"
        case .decimals(let count): "at most \(count) decimals"
        case .range: "a number that fits in 64 bits"
        case .day: "a date"
        case .dayOfMonth: "a day, not only a month"
        case .calendarDay(let order): "a day of the calendar, \(order)"
        case .timeOfDay: "a time of day such as 20:35:17"
        case .zone: "a time zone such as Z, +02:00 or PST"
        }
    }
}
