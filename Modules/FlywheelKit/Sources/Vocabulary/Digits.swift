// Digit helpers shared by the text forms of the vocabulary, which may not use Foundation.

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
}
