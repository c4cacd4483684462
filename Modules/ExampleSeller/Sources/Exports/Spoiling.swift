import FlywheelKit

/// What happens to files on their way: a download that breaks off, a report that comes with a few of its rows, cells that
/// somebody typed into.
enum Spoiling {
    /// The first three fifths of a file, to the middle of a row.
    static func cutOff(_ bytes: [UInt8]) -> [UInt8] {
        var end = bytes.count * 3 / 5
        while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return Array(bytes.prefix(end))
    }

    /// The headings and eight rows of a hundred.
    static func thinned(_ bytes: [UInt8]) -> [UInt8] {
        let lines = lines(of: bytes)
        return lines.enumerated().flatMap { $0 == 0 || $0 % 25 < 2 ? Array($1) : [] }
    }

    /// With words instead of a number in one cell of every so many rows.
    static func annotated(_ bytes: [UInt8], column: Int, every rows: Int, with text: String) -> [UInt8] {
        lines(of: bytes).enumerated().flatMap { number, line -> [UInt8] in
            guard number > 0, number % rows == 0 else { return Array(line) }
            var cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map(Array.init)
            cells[column] = Array(text.utf8)
            return Array(cells.joined(separator: [0x09]))
        }
    }

    /// A note in the wrong folder.
    static let note = Array(
        "Delivery windows for next week\r\n\r\nTue 06:00-08:00 dock 2\r\nThu 13:00-15:00 dock 1\r\n".utf8)

    /// The lines, each with its end.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        for index in bytes.indices where bytes[index] == 0x0A {
            lines.append(bytes[start...index])
            start = index + 1
        }
        return lines + (start < bytes.endIndex ? [bytes[start...]] : [])
    }
}
