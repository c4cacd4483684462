import CZlib
import Foundation
import Testing

/// The files in a zip archive, read through its directory (PKWARE APPNOTE 4.3).
struct ZipFile {
    private let bytes: [UInt8]

    init(_ path: String) throws { bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) }

    /// The text of a file in the archive.
    func text(of name: String) throws -> String {
        var at = number(bytes.count - 22 + 16, 4)
        while number(at, 4) == 0x0201_4B50 {
            let nameLength = number(at + 28, 2)
            if String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self) == name {
                return try contents(at: number(at + 42, 4), packed: number(at + 20, 4), unpacked: number(at + 24, 4))
            }
            at += 46 + nameLength + number(at + 30, 2) + number(at + 32, 2)
        }
        Issue.record("\(name) is not in the archive")
        return ""
    }

    private func contents(at header: Int, packed: Int, unpacked: Int) throws -> String {
        let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
        var input = Array(bytes[start..<(start + packed)])
        var output = [UInt8](repeating: 0, count: unpacked)
        var stream = z_stream()
        // A raw stream, without zlib's own header.
        try #require(inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        try #require(result == Z_STREAM_END)
        return String(decoding: output, as: UTF8.self)
    }

    private func number(_ at: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
}
