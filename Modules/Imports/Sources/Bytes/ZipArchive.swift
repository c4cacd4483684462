import FlywheelKit

/// The table of contents of a ZIP archive (APPNOTE.TXT 6.3), read from its end as the format wants it.
///
/// Names are shown and never used as paths: nothing is unpacked to disk. What the table promises is held against the
/// limits before any of it is read, and against the bytes when they are.
struct ZipArchive {
    /// A file in the archive.
    struct Entry: Hashable, Sendable {
        /// When a file was last changed, as an archiver wrote it.
        enum Change: Hashable, Sendable {
            /// Seconds since 1970-01-01T00:00:00Z.
            case at(seconds: Int64)
            /// What the clock showed where it was packed: days since 1970-01-01, and seconds since midnight.
            case local(day: Int32, second: Int)
        }

        /// As written in the archive.
        let name: String
        /// When it was last changed; nil where the archiver did not know.
        let changed: Change?
        fileprivate let method: UInt16
        fileprivate let crc: UInt32
        fileprivate let packed: Int
        fileprivate let size: Int
        /// Where its own header is.
        fileprivate let offset: Int
    }

    /// The files, in the order of the table; folders, empty files and what archivers of macOS add are left out.
    let entries: [Entry]
    private let file: PositionedFile
    private let limits: ReadLimits

    private static let endMark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let entryMark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    private static let fileMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let endBytes = 22
    private static let entryBytes = 46
    private static let fileBytes = 30

    /// Reads the table of the archive at `path`.
    init(path: String, limits: ReadLimits) throws(ReadError) {
        file = try PositionedFile(path: path)
        self.limits = limits
        // A comment of up to 64 KB may follow the end record.
        let tail = try file.bytes(from: max(0, file.size - Self.endBytes - 0xFFFF), count: Self.endBytes + 0xFFFF)
        let starts = tail.indices.dropLast(Self.endBytes - 1).reversed()
        guard let end = starts.first(where: { tail[$0...].starts(with: Self.endMark) }) else {
            throw .unusableArchive(reason: "it ends too early: fetch it again")
        }
        let count = Int(tail.number16(at: end + 10))
        let size = Int(tail.number32(at: end + 12))
        let offset = Int(tail.number32(at: end + 16))
        guard count < 0xFFFF, size < 0xFFFF_FFFF, offset < 0xFFFF_FFFF else {
            throw .unusableArchive(reason: "it is of the kind for more than 4 GB (ZIP64): unzip it first")
        }
        guard count <= limits.entries else {
            throw .unusableArchive(reason: "expected at most \(limits.entries) files in it, found \(count)")
        }
        guard offset + size <= file.size else {
            throw .unusableArchive(reason: "its table of contents lies outside of it: fetch it again")
        }
        let all = try Self.entries(in: file.bytes(from: offset, count: size), count: count)
        let total = all.reduce(0) { $0 + $1.size }
        guard total <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        entries = all.filter { !$0.name.hasSuffix("/") && $0.size > 0 && !$0.name.hasPrefix("__MACOSX/") }
    }

    /// What an entry holds. Its bytes are counted and summed up as they are read; what differs from the table is an error.
    func open(_ entry: Entry) throws(ReadError) -> any ByteStream {
        let header = try file.bytes(from: entry.offset, count: Self.fileBytes)
        guard header.count == Self.fileBytes, header.starts(with: Self.fileMark) else {
            throw .unusableArchive(reason: "\"\(entry.name)\" is not where the table of contents says")
        }
        let start = entry.offset + Self.fileBytes + Int(header.number16(at: 26)) + Int(header.number16(at: 28))
        let packed = FilePart(file, start..<start + entry.packed)
        switch entry.method {
        case 0: return CheckedStream(packed, entry)
        case 8: return CheckedStream(try InflateStream(packed, .none, limits: limits), entry)
        case let method:
            throw .unusableArchive(reason: "\"\(entry.name)\" is packed by method \(method): unzip it first")
        }
    }

    private static func entries(in table: [UInt8], count: Int) throws(ReadError) -> [Entry] {
        var entries: [Entry] = []
        var start = 0
        for _ in 0..<count {
            guard start + entryBytes <= table.count, table[start...].starts(with: entryMark) else {
                throw .unusableArchive(reason: "its table of contents is damaged: fetch it again")
            }
            let nameEnd = start + entryBytes + Int(table.number16(at: start + 28))
            guard nameEnd <= table.count else {
                throw .unusableArchive(reason: "its table of contents is damaged: fetch it again")
            }
            let name = String(decoding: table[(start + entryBytes)..<nameEnd], as: UTF8.self)
            guard table.number16(at: start + 8) & 1 == 0 else {
                throw .unusableArchive(reason: "\"\(name)\" is encrypted: unzip it first")
            }
            let extraEnd = nameEnd + Int(table.number16(at: start + 30))
            guard extraEnd <= table.count else {
                throw .unusableArchive(reason: "its table of contents is damaged: fetch it again")
            }
            entries.append(
                Entry(
                    name: name,
                    changed: table[nameEnd..<extraEnd].unixTime.map { .at(seconds: $0) }
                        ?? .init(date: table.number16(at: start + 14), time: table.number16(at: start + 12)),
                    method: table.number16(at: start + 10), crc: table.number32(at: start + 16),
                    packed: Int(table.number32(at: start + 20)), size: Int(table.number32(at: start + 24)),
                    offset: Int(table.number32(at: start + 42))))
            start = extraEnd + Int(table.number16(at: start + 32))
        }
        return entries
    }
}

extension ZipArchive.Entry.Change {
    /// Reads the form of MS-DOS: two seconds are the least, and 1980 the first year, which those write who know none.
    fileprivate init?(date: UInt16, time: UInt16) {
        let (hour, minute, second) = (Int(time >> 11), Int(time >> 5 & 63), Int(time & 31) * 2)
        guard date >> 9 > 0, hour < 24, minute < 60, second < 60,
            let day = Day(year: 1_980 + Int(date >> 9), month: Int(date >> 5 & 15), day: Int(date & 31))
        else { return nil }
        self = .local(day: day.epochDays, second: hour * 3_600 + minute * 60 + second)
    }
}

/// Counts and sums up the bytes of an entry as they pass.
private final class CheckedStream: ByteStream {
    private let upstream: any ByteStream
    private let entry: ZipArchive.Entry
    private var count = 0
    private var sum = CRC32()

    init(_ upstream: any ByteStream, _ entry: ZipArchive.Entry) {
        self.upstream = upstream
        self.entry = entry
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        let more = try upstream.read(into: buffer)
        count += more
        sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<more]))
        guard count <= entry.size, more > 0 || count == entry.size && sum.value == entry.crc else {
            throw .unusableArchive(reason: "\"\(entry.name)\" is not what its table of contents says: fetch it again")
        }
        return more
    }
}

extension ArraySlice<UInt8> {
    /// Seconds since 1970 from the extended timestamp among the extra fields of an entry; nil where there is none.
    fileprivate var unixTime: Int64? {
        let bytes = Array(self)
        var start = 0
        while start + 4 <= bytes.count {
            let end = start + 4 + Int(bytes.number16(at: start + 2))
            // The first flag says that the time of the last change is there, before the others.
            if bytes.number16(at: start) == 0x5455, start + 9 <= Swift.min(end, bytes.count), bytes[start + 4] & 1 == 1
            {
                return Int64(Int32(bitPattern: bytes.number32(at: start + 5)))
            }
            start = end
        }
        return nil
    }
}

extension [UInt8] {
    /// The number in the two bytes at `index`, lowest first; the bytes are there.
    fileprivate func number16(at index: Int) -> UInt16 { UInt16(self[index]) | UInt16(self[index + 1]) << 8 }

    /// The number in the four bytes at `index`, lowest first; the bytes are there.
    fileprivate func number32(at index: Int) -> UInt32 {
        UInt32(number16(at: index)) | UInt32(number16(at: index + 2)) << 16
    }
}
