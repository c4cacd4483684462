extension CellValue {
    /// A day, a local time or an instant, from the forms that exports use:
    ///
    ///     2020-10-21T00:00Z              2018-05-01T00:00-07:00       2024-04-04T01:02:04.284Z
    ///     2021-08-15 20:35:17 PDT        05/01/2026 10:11:12 MET      2026/01/05 10:11:12 JST
    ///     2022-07-29    29.7.22    7/29/2022 8:35 PM    Jul-29-22 20:35:17 PDT    29 Jul 2022
    ///
    /// A year of four digits in front is understood in any `order`, and so is a month in English letters. Years of two
    /// digits are those from 2000 to 2099.
    package static func date(_ cell: Span<UInt8>, order: DateOrder) throws(ValueError) -> ParsedDate? {
        let range = cell.trimmedRange
        if range.isEmpty { return nil }
        var index = range.lowerBound
        let day = try DateParts(cell, &index, end: range.upperBound).daysSince1970(cell, order)
        if index == range.upperBound { return .day(day) }
        // Between the two: `T`, a space, or a comma and a space.
        if cell[index] == UInt8(ascii: ",") { index += 1 }
        if index < range.upperBound, cell[index] | 0x20 == UInt8(ascii: "t") { index += 1 }
        cell.skipSpaces(&index, end: range.upperBound)
        let second = try timeOfDay(cell, &index, end: range.upperBound)
        cell.skipSpaces(&index, end: range.upperBound)
        if index == range.upperBound { return .local(day: day, second: second) }
        let minutesEast = try zone(cell, &index, end: range.upperBound)
        return .instant(seconds: Int64(day * 86_400 + second - minutesEast * 60))
    }

    /// Seconds since midnight, from `20:35`, `20:35:17`, `20:35:17.284` or `8:35 PM`.
    private static func timeOfDay(_ cell: Span<UInt8>, _ index: inout Int, end: Int) throws(ValueError) -> Int {
        let start = index
        var parts: [Int] = []
        while parts.count < 3, let number = cell.takeNumber(&index, end: end, maximumDigits: 2) {
            parts.append(number)
            guard index < end, cell[index] == UInt8(ascii: ":") else { break }
            index += 1
        }
        // A colon must have led to a number, and a time has minutes.
        guard parts.count >= 2, cell[index - 1].isDigit, parts[0] < 24, parts[1] < 60, parts.count < 3 || parts[2] < 60
        else { throw ValueError(cell, expected: .timeOfDay, at: start) }
        if parts.count == 3, index + 1 < end, cell[index] == 0x2E || cell[index] == 0x2C, cell[index + 1].isDigit {
            index += 1
            while index < end, cell[index].isDigit { index += 1 }
        }
        let hour = try takeHalfOfDay(cell, &index, end: end, hour: parts[0])
        return hour * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
    }

    private static func takeHalfOfDay(
        _ cell: Span<UInt8>, _ index: inout Int, end: Int, hour: Int
    ) throws(ValueError) -> Int {
        var next = index
        cell.skipSpaces(&next, end: end)
        let word = cell.word(at: next, end: end).uppercased()
        guard word == "AM" || word == "PM" else { return hour }
        guard 1...12 ~= hour else { throw ValueError(cell, expected: .timeOfDay, at: next) }
        index = next + 2
        return hour % 12 + (word == "PM" ? 12 : 0)
    }

    /// Minutes east of UTC, from the rest of the cell: `Z`, `PST`, `+02`, `+0200`, `+02:00`, `GMT+02:00`.
    static func zone(_ cell: Span<UInt8>, _ index: inout Int, end: Int) throws(ValueError) -> Int {
        let start = index
        let word = cell.word(at: start, end: end)
        if start + word.utf8.count == end, let minutes = ZoneAbbreviations.minutesEast(of: word) { return minutes }
        if start + 3 < end, ["GMT", "UTC"].contains(word.uppercased()) { index += 3 }
        let sign = cell[index] == UInt8(ascii: "+") ? 1 : cell[index] == UInt8(ascii: "-") ? -1 : 0
        index += 1
        let hoursStart = index
        var hours = cell.takeNumber(&index, end: end, maximumDigits: 4)
        var minutes: Int? = 0
        if index - hoursStart == 4 {
            (hours, minutes) = (hours.map { $0 / 100 }, hours.map { $0 % 100 })
        } else if index < end, cell[index] == UInt8(ascii: ":") {
            index += 1
            minutes = cell.takeNumber(&index, end: end, maximumDigits: 2)
        }
        guard sign != 0, index == end, let hours, hours <= 14, let minutes, minutes < 60 else {
            throw ValueError(cell, expected: .zone, at: start)
        }
        return sign * (hours * 60 + minutes)
    }
}

extension Span<UInt8> {
    /// Takes the number at `index`, of at most `maximumDigits` digits; nil, and nothing taken, if there is none or it
    /// is longer.
    func takeNumber(_ index: inout Int, end: Int, maximumDigits: Int) -> Int? {
        var next = index
        var number = 0
        while next < end, self[next].isDigit, next - index <= maximumDigits {
            number = number * 10 + Int(self[next].digit)
            next += 1
        }
        guard 1...maximumDigits ~= next - index else { return nil }
        index = next
        return number
    }

    /// The ASCII letters at `index`, at most nine.
    func word(at index: Int, end: Int) -> String {
        var word = ""
        var next = index
        while next < end, self[next].isLetter, next - index < 9 {
            word.unicodeScalars.append(Unicode.Scalar(self[next]))
            next += 1
        }
        return word
    }
}
