import CZlib

/// The lines of a text file, gzipped or not.
func lines(of path: String) throws(UnreadableFile) -> [Substring] {
    guard let file = gzopen(path, "rb") else { throw UnreadableFile(path: path) }
    defer { gzclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = gzread(file, &buffer, UInt32(buffer.count))
        guard count >= 0 else { throw UnreadableFile(path: path) }
        guard count > 0 else { break }
        bytes += buffer[..<Int(count)]
    }
    return String(decoding: bytes, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
}

struct UnreadableFile: Error {
    let path: String
}

/// The fields of a line of comma-separated values, in which a field with commas is quoted.
func fields(of line: Substring) -> [Substring] {
    guard line.contains("\"") else { return line.split(separator: ",", omittingEmptySubsequences: false) }
    var (result, start, isQuoted): ([Substring], Substring.Index, Bool) = ([], line.startIndex, false)
    for place in line.indices {
        if line[place] == "\"" { isQuoted.toggle() }
        if line[place] == ",", !isQuoted {
            result.append(line[start..<place])
            start = line.index(after: place)
        }
    }
    return result + [line[start...]]
}
