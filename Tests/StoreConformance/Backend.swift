import FlywheelMemory
import FlywheelSQLite
import FlywheelStore
import Foundation

/// The stores held to the one behaviour.
enum Backend: CaseIterable, Sendable {
    case sqliteFile
    case sqliteMemory
    case memory

    /// A new store with nothing in it.
    func bench() throws -> Bench {
        switch self {
        case .sqliteFile:
            let folder = FileManager.default.temporaryDirectory.appending(path: "flywheel-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            let path = folder.appending(path: "store.flywheel").path
            return try Bench(self, folder: folder) { try SQLiteStore(path: path) }
        case .sqliteMemory:
            return try Bench(self, folder: nil) { try SQLiteStore.inMemory() }
        case .memory:
            return try Bench(self, folder: nil) { MemoryStore() }
        }
    }
}

/// A store on the bench, and the samples it is tried with.
final class Bench {
    let backend: Backend
    private(set) var store: any Store
    private let open: () throws -> any Store
    private let folder: URL?

    init(_ backend: Backend, folder: URL?, open: @escaping () throws -> any Store) throws {
        self.backend = backend
        self.folder = folder
        self.open = open
        store = try open()
    }

    deinit {
        if let folder { try? FileManager.default.removeItem(at: folder) }
    }

    /// Opens a store on disk once more, as the next run of the program would; one in memory stays as it is.
    func reopen() throws {
        if folder != nil { store = try open() }
    }
}
