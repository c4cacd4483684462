import Foundation

/// The files that are one store: SQLite's log, the log's index and a journal of what was half written belong to the first.
struct StoreFiles {
    /// Where the store is.
    let path: String

    /// What follows the store's name, the store itself first.
    private static let parts = ["", "-wal", "-shm", "-journal"]

    init(of path: String) { self.path = path }

    /// The name of the store that a file belongs to.
    static func name(of file: String) -> String {
        let part = parts.dropFirst().first(where: file.hasSuffix) ?? ""
        return String(file.dropLast(part.count))
    }

    /// Those that are there.
    var present: [String] { Self.parts.filter { FileManager.default.fileExists(atPath: path + $0) } }

    /// How much they hold together.
    var bytes: Int { present.reduce(0) { $0 + Self.size(of: path + $1) } }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}

extension SQLiteStore {
    /// How many bytes a store takes on disk, its log with it.
    public static func bytes(of path: String) -> Int { StoreFiles(of: path).bytes }
}
