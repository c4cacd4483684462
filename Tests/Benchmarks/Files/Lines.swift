import CZlib

/// A file that could not be read as what it should be.
public struct UnreadableFile: Error, CustomStringConvertible {
    /// What is wrong, and with which file.
    public let description: String

    /// Says what is wrong with which file.
    public init(description: String) { self.description = description }
}

/// The bytes of a file, gzipped or plain.
public func bytes(of path: String) throws(UnreadableFile) -> [UInt8] {
    guard let file = gzopen(path, "rb") else { throw UnreadableFile(description: "cannot open \(path)") }
    defer { gzclose(file) }
    var text: [UInt8] = []
    let size = 1 << 20
    while true {
        var read: Int32 = 0
        text.append(
            contentsOf: [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                read = gzread(file, buffer.baseAddress, UInt32(size))
                count = max(0, Int(read))
            })
        guard read >= 0 else { throw UnreadableFile(description: "\(path) is broken after \(text.count) bytes") }
        if read == 0 { return text }
    }
}

/// The lines of a text file, gzipped or plain, empty ones left out.
public func lines(of path: String) throws(UnreadableFile) -> [String] {
    let text = try bytes(of: path)
    let (feed, back) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    return text.split(separator: feed).map { String(decoding: $0.last == back ? $0.dropLast() : $0, as: UTF8.self) }
}

/// The fields of a line of comma-separated values, in which a field with commas is quoted.
public func fields(of line: String) -> [Substring] {
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
