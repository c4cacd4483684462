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
///
/// Whoever writes it has a lease beside it, so that what a program left that was killed is known, and goes with the next that makes
/// the same file.
final class UnfinishedFile {
    /// Where it is until then.
    let path: String
    private let final: String
    private let lease: WriterLease
    private var isFinished = false

    private static let mark = ".unfinished-"

    init(becoming final: String) {
        self.final = final
        lease = WriterLease(beside: final)
        path = "\(final)\(Self.mark)\(lease.writer)"
    }

    deinit {
        guard !isFinished else { return }
        // SQLite's journal of a file it was writing goes with that.
        for part in StoreFiles(of: path).present { unlink(path + part) }
    }

    /// Makes it, empty, for its owner alone.
    func make() throws(StoreError) {
        // Where it cannot be taken, making the file says why.
        try? lease.take()
        removeLeftovers()
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

    /// Removes what programs left that were killed while they made the same file.
    private func removeLeftovers() {
        let file = URL(filePath: final)
        let folder = file.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(file.lastPathComponent + Self.mark) {
            let leftover = folder.appending(path: name).path
            if !Self.isBeingWritten(leftover) { unlink(leftover) }
        }
    }

    /// Whether a program is writing such a file, or what SQLite has beside it.
    static func isBeingWritten(_ path: String) -> Bool {
        guard let mark = path.range(of: mark, options: .backwards) else { return false }
        let writer = StoreFiles.name(of: String(path[mark.upperBound...]))
        return WriterLease(beside: String(path[..<mark.lowerBound])).isAlive(writer)
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
