import BenchmarkFiles

/// Series of one length, from a CSV file with a heading: the series' name first, its value in that period last, the rows of a
/// series one after the other, oldest first.
struct SeriesTable {
    private(set) var names: [String] = []
    private(set) var values: [[Double]] = []

    init(path: String) throws {
        let text = try bytes(of: path)
        var rest = text[...]
        var (name, isHeading) = (text[..<0], true)
        while !rest.isEmpty {
            var line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest[line.endIndex...].dropFirst()
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if isHeading || line.isEmpty {
                isHeading = false
                continue
            }
            guard let first = line.firstIndex(of: UInt8(ascii: ",")),
                let last = line.lastIndex(of: UInt8(ascii: ",")), let value = Self.number(line[(last + 1)...])
            else {
                let found = String(decoding: line, as: UTF8.self)
                throw UnreadableFile(description: "\(path): found \"\(found)\", expected a name and a value last")
            }
            if names.isEmpty || line[..<first] != name {
                name = line[..<first]
                names.append(String(decoding: name, as: UTF8.self))
                values.append([])
            }
            values[values.count - 1].append(value)
        }
    }

    /// A number; of most, a few digits with a point or without, no text is made. Up to fifteen digits and a power of ten up to
    /// the fifteenth are exact, so their quotient is rounded once, as it should be.
    private static func number(_ text: ArraySlice<UInt8>) -> Double? {
        var (digits, count, scale, hasPoint) = (Int64(0), 0, 1.0, false)
        for byte in text {
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                digits = 10 * digits + Int64(digit)
                count += 1
                if hasPoint { scale *= 10 }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                count = 0
                break
            }
            if count > 15 { break }
        }
        return (1...15).contains(count) ? Double(digits) / scale : Double(String(decoding: text, as: UTF8.self))
    }
}
