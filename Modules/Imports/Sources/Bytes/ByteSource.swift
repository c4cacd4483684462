/// The text bytes of a file: decompressed where they were gzipped, UTF-16 as UTF-8, without byte order mark, within
/// limits; refuses what is not text.
///
/// Holds a few hundred kilobytes whatever the size of the file.
package final class ByteSource: ByteStream {
    /// How many bytes are looked at to tell text from binary data.
    private static let binaryCheckBytes = 1 << 16

    /// The mark the file started with. With any, the bytes are UTF-8.
    package private(set) var byteOrderMark: ByteOrderMark?

    private let upstream: any ByteStream
    private let limits: ReadLimits
    private var peeked: ArraySlice<UInt8> = []
    private var delivered = 0

    private init(_ upstream: any ByteStream, limits: ReadLimits) {
        self.upstream = upstream
        self.limits = limits
    }

    /// Opens the file at `path`.
    ///
    /// Throws `ReadError.unreadable`, `.binary`, or an error of the gzip family; later reads also the limits' errors.
    package static func open(path: String, limits: ReadLimits = ReadLimits()) throws(ReadError) -> ByteSource {
        try text(of: FileStream(path: path), limits: limits)
    }

    /// Opens the file at `path` as it is when decompressed, whatever its bytes are.
    ///
    /// Throws `ReadError.unreadable` or an error of the gzip family; later reads also the limits' errors.
    package static func openUnchecked(path: String, limits: ReadLimits = ReadLimits()) throws(ReadError) -> ByteSource {
        try decompressed(FileStream(path: path), limits: limits)
    }

    /// Takes bytes that are in memory already, such as a small upload.
    package static func of(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(ReadError) -> ByteSource {
        try text(of: MemoryStream(bytes), limits: limits)
    }

    /// Takes what another reader makes: text in UTF-8, already within limits of its own.
    static func of(_ stream: some ByteStream, limits: ReadLimits) -> ByteSource {
        ByteSource(stream, limits: limits)
    }

    /// Takes bytes as `open(path:limits:)` takes those of a file.
    package static func text(
        of stream: any ByteStream, limits: ReadLimits = ReadLimits()
    ) throws(ReadError) -> ByteSource {
        var source = try decompressed(stream, limits: limits)
        let head = try source.peek(binaryCheckBytes)
        if let kind = BinaryKind(head: head) { throw .binary(kind) }
        guard let mark = ByteOrderMark(head: head) else { return source }
        try source.skip(mark.count)
        if mark.isUTF16 {
            let text = UTF16Stream(source, isBigEndian: mark == .utf16BigEndian)
            source = ByteSource(text, limits: limits)
        }
        source.byteOrderMark = mark
        return source
    }

    private static func decompressed(_ stream: any ByteStream, limits: ReadLimits) throws(ReadError) -> ByteSource {
        let source = ByteSource(stream, limits: limits)
        guard try source.peek(InflateStream.magic.count) == InflateStream.magic else { return source }
        return ByteSource(try InflateStream(source, limits: limits), limits: limits)
    }

    /// The next `count` bytes, fewer at the end, without taking them.
    package func peek(_ count: Int) throws(ReadError) -> [UInt8] {
        if peeked.count < count {
            var bytes: [UInt8] = []
            try append(count, to: &bytes)
            peeked = bytes[...]
        }
        return Array(peeked.prefix(count))
    }

    /// Takes the next `count` bytes, or what is left.
    func skip(_ count: Int) throws(ReadError) {
        peeked = try peek(max(count, peeked.count)).dropFirst(count)
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        guard peeked.isEmpty else {
            let count = min(buffer.count, peeked.count)
            buffer.copyBytes(from: peeked.prefix(count))
            peeked = peeked.dropFirst(count)
            return count
        }
        let count = try upstream.read(into: buffer)
        delivered += count
        if delivered > limits.bytes { throw .tooManyBytes(limit: limits.bytes) }
        return count
    }
}

extension ByteStream {
    /// Adds the next `count` bytes to the end of `bytes`, fewer at the end of the stream, and returns how many.
    @discardableResult
    func append(_ count: Int, to bytes: inout [UInt8]) throws(ReadError) -> Int {
        // The closures' own errors are untyped; a result carries the type past them.
        var filled: Result<Int, ReadError> = .success(0)
        bytes.append(addingCapacity: count) { output in
            output.withUnsafeMutableBufferPointer { room, initializedCount in
                let room = UnsafeMutableRawBufferPointer(room).prefix(count)
                filled = Result { () throws(ReadError) in try fill(UnsafeMutableRawBufferPointer(rebasing: room)) }
                if case .success(let more) = filled { initializedCount = more }
            }
        }
        return try filled.get()
    }

    /// Reads until `bytes` is full or the stream ends, and returns how many bytes came.
    package func fill(_ bytes: inout [UInt8]) throws(ReadError) -> Int {
        // The closure's own errors are untyped; a result carries the type past it.
        let count = bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(ReadError) in try fill(buffer) }
        }
        return try count.get()
    }

    /// Reads until `buffer` is full or the stream ends, and returns how many bytes came.
    package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
