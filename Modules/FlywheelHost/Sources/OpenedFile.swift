import Crypto
import FlywheelKit
import FlywheelStore
import Foundation
import Imports

/// A file that was looked at and not imported yet.
struct OpenedFile: Sendable {
    /// The file itself, or one in an archive.
    struct Contents: Sendable {
        /// Its name in the archive.
        let entry: String?
        /// Its tables, each with the digest of what it says; why there are none.
        let tables: Result<[(file: RecognizedFile, digest: String)], any Error>
    }

    let path: String
    var contents: [Contents] = []

    /// When its turn is. Catalogues come first, since they say which listings share a product and so stand together; last
    /// comes what names products whose listings must be known by then.
    var turn: Int {
        let files = contents.flatMap { ((try? $0.tables.get()) ?? []).map(\.file) }
        if files.contains(where: \.namesProducts) { return 2 }
        return files.contains { $0.feed.key == Catalog.feed.key } ? 0 : 1
    }

    /// The turn of what comes after all tables.
    static let lastTurn = 3
}

extension OfferedFile {
    /// What the file is; nothing where there is none.
    func opened(by importer: FileImporter) -> OpenedFile {
        guard case .file(let path) = self else { return OpenedFile(path: path) }
        return OpenedFile(
            path: path,
            contents: importer.openAll(path).map { contents in
                OpenedFile.Contents(
                    entry: contents.entry,
                    tables: Result {
                        let tables = try contents.tables.get()
                        let hash = try Self.hash(of: path, entry: contents.entry)
                        return tables.map { ($0, Self.digest(hash, of: $0)) }
                    })
            })
    }

    /// SHA-256 of a file's bytes, read piece by piece, and of the name of what is meant in it.
    static func hash(of path: String, entry: String?) throws -> SHA256 {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        var hash = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        if let entry { hash.update(data: Data(entry.utf8)) }
        return hash
    }

    /// The same bytes under the names of two days say two things, and the changes in a file one thing for each day.
    private static func digest(_ hash: SHA256, of file: RecognizedFile) -> String {
        var hash = hash
        if file.effectiveAt.source == .rows { hash.update(data: Data("\(file.effectiveAt.value)".utf8)) }
        for (column, day) in file.days.sorted(by: { $0.key < $1.key }) {
            hash.update(data: Data("\(column) \(day)".utf8))
        }
        return hash.finalize().hexadecimal
    }
}
