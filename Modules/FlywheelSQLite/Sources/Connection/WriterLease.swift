import FlywheelStore
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Tells whether the program that staged something still runs, so that only leftovers of dead ones are swept.
///
/// Each open store that writes holds an exclusive lock on a small file of its own beside the store. The kernel lets go of
/// the lock when the program ends, however it ends; so unlike a process number it cannot be taken over by another
/// process, works across containers that share the folder, and needs no clock.
final class WriterLease: Sendable {
    /// The name that staged rows carry.
    let writer: String
    /// Where the store is; `nil` where it is in memory.
    let store: String?
    private let descriptor = Mutex<Int32?>(nil)

    /// A lease for a store at a path, taken when first needed; for a store in memory there is nobody else.
    ///
    /// - Parameter writer: a name of its own, unless whoever takes it under the same one is to wait.
    init(beside store: String?, of writer: String = UUID().uuidString.lowercased()) {
        self.store = store
        self.writer = writer
    }

    deinit {
        guard let store, let file = descriptor.withLock({ $0 }) else { return }
        unlink(Self.path(beside: store, of: writer))
        close(file)
    }

    /// Takes the lease, unless it is taken already, and waits where another has it under this name; to be called before
    /// anything is staged.
    func take() throws(StoreError) {
        guard let store else { return }
        let path = Self.path(beside: store, of: writer)
        let isTaken = descriptor.withLock { descriptor in
            if descriptor == nil { descriptor = Self.lockedFile(at: path) }
            return descriptor != nil
        }
        guard !isTaken else { return }
        if errno == ENOSPC { throw .noRoom(on: store) }
        throw .failed("\(path) cannot be locked: \(String(cString: strerror(errno)))")
    }

    /// Whether it was taken.
    var isTaken: Bool { descriptor.withLock { $0 != nil } }

    /// Makes and locks a file. A sweep that finds it before it is locked removes it; then it is made once more.
    private static func lockedFile(at path: String) -> Int32? {
        while true {
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { return nil }
            var status = stat()
            guard flock(file, LOCK_EX) == 0, fstat(file, &status) == 0 else {
                close(file)
                return nil
            }
            if status.st_nlink > 0 { return file }
            close(file)
        }
    }

    /// Removes the files of writers that no longer run and left nothing else behind.
    func sweep() {
        guard let store else { return }
        let url = URL(filePath: store)
        let prefix = Self.path(beside: url.lastPathComponent, of: "")
        let names = try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
        for name in names ?? [] where name.hasPrefix(prefix) { _ = isAlive(String(name.dropFirst(prefix.count))) }
    }

    /// Whether a writer still runs. The file of one that does not is removed.
    func isAlive(_ other: String) -> Bool {
        if other == writer { return true }
        guard let store else { return false }
        let path = Self.path(beside: store, of: other)
        let file = open(path, O_RDWR | O_CLOEXEC)
        // A lease that exists and cannot be looked at is taken to be held.
        guard file >= 0 else { return errno != ENOENT }
        defer { close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return true }
        unlink(path)
        return false
    }

    private static func path(beside store: String, of writer: String) -> String { "\(store)-writer-\(writer)" }
}
