import FlywheelStore
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that gets its name when all of it is on disk, so that what has the name is whole.
final class UnfinishedFile {
    /// Where it is until then.
    let path: String
    private let final: String
    private var isFinished = false

    init(becoming final: String) {
        self.final = final
        path = "\(final).unfinished-\(UUID().uuidString.lowercased())"
    }

    deinit {
        if !isFinished { unlink(path) }
    }

    /// Makes it, empty, for its owner alone.
    func make() throws(StoreError) {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure(of: path) }
        close(file)
    }

    /// Brings it onto the disk and gives it its name; refused where something has that name meanwhile.
    func finish() throws(StoreError) {
        try Self.synchronize(path)
        guard !FileManager.default.fileExists(atPath: final) else { throw .refused("\(final) is there already") }
        guard rename(path, final) == 0 else { throw Self.failure(of: final) }
        isFinished = true
        // The name is on disk once its folder is.
        let folder = URL(filePath: final).deletingLastPathComponent().path
        try Self.synchronize(folder)
    }

    private static func synchronize(_ path: String) throws(StoreError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(of: path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure(of: path) }
    }

    /// What the system said of a file.
    static func failure(of path: String) -> StoreError {
        errno == ENOSPC ? .noRoom(on: path) : .failed("\(path): \(String(cString: strerror(errno)))")
    }
}
