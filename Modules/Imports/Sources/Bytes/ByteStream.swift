/// Bytes that come one after the other: a file, or what another stream becomes when it is decompressed or transcoded.
package protocol ByteStream: AnyObject {
    /// Writes the next bytes to the start of `buffer`, which is not empty, and returns how many; 0 only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
}

/// Bytes already in memory.
final class MemoryStream: ByteStream {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, rest.count)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}
