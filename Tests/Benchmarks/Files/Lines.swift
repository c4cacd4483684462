import CZlib

/// A file that could not be read as what it should be.
struct UnreadableFile: Error, CustomStringConvertible {
    let description: String
}

/// The lines of a text file, gzipped or plain.
func lines(of path: String) throws(UnreadableFile) -> [String] {
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
        if read == 0 { break }
    }
    return text.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
}
