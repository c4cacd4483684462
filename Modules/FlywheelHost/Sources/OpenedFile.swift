import FlywheelKit
import Imports

/// A file that was looked at and not imported yet.
struct OpenedFile: Sendable {
    let path: String
    /// The file itself, or those in an archive.
    var contents: [FileContents] = []
    /// What tells its bytes from others, where anything in it can be imported.
    var digest: Result<FileDigest, ReadError> = .success(FileDigest())

    /// Whether anything in it can be imported.
    var hasTables: Bool { contents.contains { (try? $0.tables.get()) != nil } }

    /// The first table of it that nothing says the account, the marketplace or the currency of.
    var incomplete: RecognizedFile? {
        tables.first { $0.account.source == .assumed || $0.marketplace.source == .assumed || $0.lacksCurrency }
    }

    /// What is in it that can be imported.
    var tables: [RecognizedFile] { contents.flatMap { (try? $0.tables.get()) ?? [] } }

    /// When its turn is. Catalogues come first, since they say which listings share a product and so stand together; last
    /// comes what names products whose listings must be known by then.
    var turn: Int {
        if tables.contains(where: \.namesProducts) { return 2 }
        return tables.contains { $0.feed.key == Catalog.feed.key } ? 0 : 1
    }

    /// The turn of what comes after all tables.
    static let lastTurn = 3
}

extension OfferedFile {
    /// What the file is; nothing where there is none.
    func opened(by importer: FileImporter) -> OpenedFile {
        guard case .file(let path) = self else { return OpenedFile(path: path) }
        var file = OpenedFile(path: path, contents: importer.openAll(path))
        if file.hasTables { file.digest = Result { () throws(ReadError) in try FileDigest(of: path) } }
        return file
    }
}
