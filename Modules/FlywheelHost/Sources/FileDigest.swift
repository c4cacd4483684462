import Crypto
import FlywheelStore
import Foundation
import Imports

/// What tells a file's bytes from others: their SHA-256, which anybody can work out again.
struct FileDigest: Sendable {
    private let hash: SHA256

    /// The digest of nothing.
    init() { hash = SHA256() }

    /// The digest of one file, read piece by piece into memory that stays in the processor's cache.
    init(of path: String) throws(ReadError) {
        let file = try PositionedFile(path: path)
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var position = 0
        while case let count = try file.read(from: position, into: &buffer), count > 0 {
            buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
            position += count
        }
        self.hash = hash
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
