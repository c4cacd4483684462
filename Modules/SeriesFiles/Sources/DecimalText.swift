/// Numbers as files write them: `12`, `-0.5`, `1e3`.
enum DecimalText {
    /// Powers of ten that a binary number of 64 bits holds exactly.
    private static let powers = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
    /// Below this every whole number is a binary one.
    private static let mostExact: UInt64 = 1 << 53

    /// The number nearest to what is written; `nil` for anything else than a finite number.
    static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var (digits, decimals, count): (UInt64, Int?, Int) = (0, nil, 0)
        var index = text.startIndex
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { index += 1 }
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "."), decimals == nil {
                decimals = 0
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 19 {
                digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
                count += 1
                decimals = decimals.map { $0 + 1 }
            } else {
                return slowly(text)
            }
            index += 1
        }
        // Both are exact, so their quotient is the nearest number there is (W. Clinger, 1990).
        guard count > 0 else { return nil }
        guard digits < mostExact, decimals ?? 0 < powers.count else { return slowly(text) }
        let value = Double(digits) / powers[decimals ?? 0]
        return isNegative ? -value : value
    }

    private static func slowly(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        let isNumber = text.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        guard isNumber, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// Six digits of a number, as many as anyone could know of a forecast.
    static func write(_ value: Double, to output: inout [UInt8]) {
        output.append(contentsOf: text(value).utf8)
    }

    /// Six digits of a number.
    static func text(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        var (scale, magnitude) = (1.0, value.magnitude)
        while magnitude < 100_000, scale < 1e22 {
            magnitude *= 10
            scale *= 10
        }
        let rounded = (value * scale).rounded() / scale
        return Int64(exactly: rounded).map { String($0) } ?? "\(rounded)"
    }
}
