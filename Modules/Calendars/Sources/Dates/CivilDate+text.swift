extension CivilDate: LosslessStringConvertible {
    /// Reads `YYYY-MM-DD` (ISO 8601, extended form): exactly ten ASCII characters, years 0000 to 9999.
    ///
    /// `nil` for any other text and for days that do not exist.
    public init?(_ description: String) {
        let text = Array(description.utf8)
        let dash = UInt8(ascii: "-")
        guard text.count == 10, text[4] == dash, text[7] == dash,
            let year = Self.number(text[0..<4]),
            let month = Self.number(text[5..<7]),
            let day = Self.number(text[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`. A year outside 0000 to 9999 has a sign and at least five digits (`+12026-01-31`), the expanded
    /// form of ISO 8601, which is for reading by people and is not parsed back.
    public var description: String {
        let digits = String(year.magnitude)
        let plain = (0...9_999).contains(year)
        let sign = plain ? "" : year < 0 ? "-" : "+"
        let zeros = String(repeating: "0", count: max(0, (plain ? 4 : 5) - digits.count))
        return "\(sign)\(zeros)\(digits)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
