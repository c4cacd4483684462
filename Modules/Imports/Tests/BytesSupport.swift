import CZlib
@testable import Imports

/// Rows as a list of lists of text, which is what tests compare.
typealias Table = [[String]]

/// A generator whose seed a failing test can print (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

extension RowReader {
    /// A reader with blocks of `blockBytes`, two at a time.
    init(
        bytes: [UInt8], blockBytes: Int = 1 << 20, declared: TextEncoding? = nil, regional: TextEncoding = .windows1252,
        format: DelimitedFormat? = nil, limits: ReadLimits = ReadLimits()
    ) throws {
        try self.init(
            .of(bytes, limits: limits), declared: declared, regional: regional, format: format, limits: limits,
            options: Options(blockBytes: blockBytes, blocksAtOnce: 2))
    }

    init(_ text: String, blockBytes: Int = 1 << 20, format: DelimitedFormat? = nil) throws {
        try self.init(bytes: Array(text.utf8), blockBytes: blockBytes, format: format)
    }

    mutating func table() throws -> Table {
        var table: Table = []
        try forEachBatch { table += $0.table() }
        return table
    }

    mutating func lines() throws -> [Int] {
        var lines: [Int] = []
        try forEachBatch { batch in lines += (0..<batch.rowCount).map { batch.line(ofRow: $0) } }
        return lines
    }
}

extension RowBatch {
    func table() -> Table {
        (0..<rowCount).map { row in cells(ofRow: row).map { text(of: $0).text } }
    }
}

/// `bytes` as one gzip member.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    let version = deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard version == Z_OK else { throw GzipFailure(status: version) }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let status = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            return deflate(&stream, Z_FINISH)
        }
    }
    guard status == Z_STREAM_END else { throw GzipFailure(status: status) }
    return Array(output.prefix(Int(stream.total_out)))
}

struct GzipFailure: Error { let status: Int32 }

/// All bytes of `source`, taken `step` at a time.
func drain(_ source: ByteSource, step: Int = 1 << 16) throws -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: step)
    while true {
        let count = try source.fill(&buffer)
        if count == 0 { return all }
        all += buffer.prefix(count)
    }
}
