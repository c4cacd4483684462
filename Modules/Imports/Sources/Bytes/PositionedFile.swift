#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file of which any part can be read.
package final class PositionedFile: Sendable {
    /// In bytes, when it was opened.
    package let size: Int
    private let path: String
    private let descriptor: Int32

    /// Opens the file at `path`.
    package init(path: String) throws(ReadError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        self.path = path
        self.descriptor = descriptor
        size = Int(lseek(descriptor, 0, SEEK_END))
    }

    deinit {
        close(descriptor)
    }

    /// The bytes from `start` on, fewer than `count` at the end of the file.
    func bytes(from start: Int, count: Int) throws(ReadError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - start)))
        let filled = try read(from: start, into: &bytes)
        return Array(bytes.prefix(filled))
    }

    /// Replaces `bytes` by those from `start` on, and returns how many there are: fewer only at the end of the file.
    package func read(from start: Int, into bytes: inout [UInt8]) throws(ReadError) -> Int {
        var filled = 0
        while filled < bytes.count {
            let more = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled, off_t(start + filled))
            }
            if more == 0 { break }
            if more > 0 {
                filled += more
            } else if errno != EINTR {
                throw .unreadable(path: path, reason: String(cString: strerror(errno)))
            }
        }
        return filled
    }
}

/// A part of a file, as a stream.
final class FilePart: ByteStream {
    private let file: PositionedFile
    private var rest: Range<Int>

    init(_ file: PositionedFile, _ range: Range<Int>) {
        self.file = file
        rest = range
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        let bytes = try file.bytes(from: rest.lowerBound, count: min(buffer.count, rest.count, 1 << 18))
        buffer.copyBytes(from: bytes)
        rest = rest.lowerBound + bytes.count..<max(rest.upperBound, rest.lowerBound + bytes.count)
        return bytes.count
    }
}
