import CZlib

/// What compressed bytes hold: a gzip stream (RFC 1952) with all its members one after the other, or the bare deflate
/// stream (RFC 1951) of an entry in a ZIP archive.
final class InflateStream: ByteStream {
    /// The two bytes every gzip member starts with.
    static let magic: [UInt8] = [0x1F, 0x8B]

    enum Wrapping { case gzip, none }

    private let upstream: any ByteStream
    private let wrapping: Wrapping
    private let limits: ReadLimits
    private let input: UnsafeMutableRawBufferPointer
    /// On the heap, because zlib keeps a pointer to it.
    private let zlib: UnsafeMutablePointer<z_stream>
    private var position = Position.inMember
    private var bytesIn = 0
    private var bytesOut = 0

    private enum Position { case inMember, betweenMembers, end }

    init(_ upstream: any ByteStream, _ wrapping: Wrapping = .gzip, limits: ReadLimits) throws(ReadError) {
        self.upstream = upstream
        self.wrapping = wrapping
        self.limits = limits
        input = .allocate(byteCount: 1 << 18, alignment: 16)
        zlib = .allocate(capacity: 1)
        zlib.initialize(to: z_stream())
        // 15 bits is the largest window; adding 16 asks for a gzip header instead of zlib's own, a minus for none.
        let window: Int32 = wrapping == .gzip ? 15 + 16 : -15
        let status = inflateInit2_(zlib, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw failure(status) }
    }

    deinit {
        inflateEnd(zlib)
        zlib.deinitialize(count: 1)
        zlib.deallocate()
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        let room = min(buffer.count, 1 << 30)
        zlib.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        zlib.pointee.avail_out = UInt32(room)
        while zlib.pointee.avail_out == room, position != .end {
            if zlib.pointee.avail_in == 0 { try refill() }
            switch position {
            case .inMember: try inflateMore()
            case .betweenMembers: try startNextMember()
            case .end: break
            }
        }
        let count = room - Int(zlib.pointee.avail_out)
        bytesOut += count
        let consumed = bytesIn - Int(zlib.pointee.avail_in)
        if bytesOut > limits.ratioGrace, bytesOut / max(consumed, 1) > limits.ratio {
            throw .tooCompressed(limit: limits.ratio)
        }
        return count
    }

    private func refill() throws(ReadError) {
        let count = try upstream.read(into: input)
        zlib.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        zlib.pointee.avail_in = UInt32(count)
        bytesIn += count
        if count == 0 {
            if position == .inMember { throw wrapping == .gzip ? .truncatedGzip : failure(Z_BUF_ERROR) }
            position = .end
        }
    }

    private func inflateMore() throws(ReadError) {
        switch inflate(zlib, Z_NO_FLUSH) {
        case Z_OK: break
        case Z_STREAM_END: position = wrapping == .gzip ? .betweenMembers : .end
        case let status: throw failure(status)
        }
    }

    /// Another member may follow, or the zero bytes that tapes and some archivers pad with.
    private func startNextMember() throws(ReadError) {
        switch zlib.pointee.next_in.pointee {
        case 0:
            zlib.pointee.next_in += 1
            zlib.pointee.avail_in -= 1
        case Self.magic[0]:
            inflateReset(zlib)
            position = .inMember
        default: throw .corruptGzip(reason: "bytes that are not gzip follow its last member")
        }
    }

    private func failure(_ status: Int32) -> ReadError {
        let reason = zlib.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)"
        return wrapping == .gzip
            ? .corruptGzip(reason: reason) : .unusableArchive(reason: "an entry is damaged (\(reason))")
    }
}
