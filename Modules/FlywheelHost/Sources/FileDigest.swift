import Crypto
import FlywheelStore
import Foundation
import Imports

/// What tells a file's bytes from others: their SHA-256, that of the hashes of its pieces where it is large, so that all
/// cores can work on it.
struct FileDigest: Sendable {
    private static let pieceBytes = 16 << 20
    private static let bufferBytes = 1 << 18

    private let hash: SHA256

    /// The digests of files, or why there is none, in the order of `paths`.
    static func all(of paths: [String]) -> [Result<FileDigest, ReadError>] {
        // Of each file the pieces there are, and where its first one stands among all.
        let counts = paths.map { path in
            let size = try? PositionedFile(path: path).size
            return max(1, ((size ?? 0) + pieceBytes - 1) / pieceBytes)
        }
        let pieces = zip(paths, counts).flatMap { path, count in (0..<count).map { (path: path, number: $0) } }
        let hashes = concurrentMap(pieces.count) { index in
            Result { () throws(ReadError) in try hash(of: pieces[index].path, piece: pieces[index].number) }
        }
        var first = 0
        return counts.map { count in
            defer { first += count }
            return Result { () throws(ReadError) in
                var own: [SHA256] = []
                for hash in hashes[first..<first + count] { own.append(try hash.get()) }
                return FileDigest(own)
            }
        }
    }

    /// The digest of one file.
    init(of path: String) throws(ReadError) { self = try Self.all(of: [path])[0].get() }

    /// The digest of these pieces together; none are an empty file.
    init(_ pieces: [SHA256] = []) {
        guard pieces.count > 1 else {
            hash = pieces.first ?? SHA256()
            return
        }
        var whole = SHA256()
        for piece in pieces { piece.finalize().withUnsafeBytes { whole.update(bufferPointer: $0) } }
        hash = whole
    }

    private static func hash(of path: String, piece: Int) throws(ReadError) -> SHA256 {
        let file = try PositionedFile(path: path)
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: bufferBytes)
        var position = piece * pieceBytes
        let end = position + pieceBytes
        while position < end {
            let count = try file.read(from: position, into: &buffer)
            if count == 0 { break }
            buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
            position += count
        }
        return hash
    }

    /// The digest in hexadecimal.
    var text: String { hash.finalize().hexadecimal }

    /// The digest of what a table of the file says. The same bytes under the names of two days say two things, and the
    /// changes in a file one thing for each day.
    func text(of table: RecognizedFile, in entry: String?) -> String {
        var hash = hash
        if let entry { hash.update(data: Data(entry.utf8)) }
        if table.effectiveAt.source == .rows { hash.update(data: Data("\(table.effectiveAt.value)".utf8)) }
        for (column, day) in table.days.sorted(by: { $0.key < $1.key }) {
            hash.update(data: Data("\(column) \(day)".utf8))
        }
        return hash.finalize().hexadecimal
    }
}
