import Crypto
public import FlywheelRuntime
public import FlywheelStore
import Foundation

/// Writes files for marketplaces and help desks so that a crash at any point loses none and doubles none.
///
/// The bytes are on disk under a hidden name before the store says that they are written, and get their own name after;
/// a run that was cut off between the two is finished by the next.
public enum UploadFiles {
    /// Why a file was not written.
    public enum Failure: Error, Hashable, Sendable {
        /// There is a file of that name; nothing is overwritten.
        case exists(path: String)
        /// The system said no.
        case system(path: String, reason: String)
    }

    /// Writes files, and records their changes as written; all of them or none.
    ///
    /// - Returns: the changes as they are now.
    @discardableResult
    public static func write(
        _ uploads: [(upload: PlannedUpload, path: String)], by desk: ChangeDesk
    ) throws -> [ChangeRecord] {
        try write(uploads.map { ($0.upload.bytes, $0.path) }) { paths in
            try desk.markWritten(
                zip(uploads, paths).flatMap { written, path in
                    written.upload.changes.map { ($0, path, written.upload.digest) }
                })
        }
    }

    /// Writes files; all of them or none.
    ///
    /// - Parameter record: has the store say at once that all of them are written, to these paths; what it throws leaves no file.
    public static func write<Result>(
        _ files: [(bytes: [UInt8], path: String)], record: ([String]) throws -> Result
    ) throws -> Result {
        let paths = files.map { URL(fileURLWithPath: $0.path).standardizedFileURL.path }
        var hidden: [(part: String, path: String)] = []
        let result: Result
        do {
            for (file, path) in zip(files, paths) {
                guard !FileManager.default.fileExists(atPath: path), !hidden.contains(where: { $0.path == path }) else {
                    throw Failure.exists(path: path)
                }
                let part = hiddenName(of: path)
                hidden.append((part, path))
                try save(file.bytes, to: part)
            }
            result = try record(paths)
        } catch {
            for (part, _) in hidden { try? FileManager.default.removeItem(atPath: part) }
            throw error
        }
        for (part, path) in hidden { try reveal(part, as: path) }
        return result
    }

    /// Gives files their names whose changes are recorded as written, and which a crash left hidden.
    ///
    /// - Returns: the paths that were finished.
    public static func finishInterrupted(in store: any Store) throws -> [String] {
        try finish(
            try store.listingChanges(waiting: false).flatMap { [$0.written, $0.restored].compactMap(\.self) })
    }

    /// Gives files their names that are recorded as written, and which a crash left hidden.
    ///
    /// - Returns: the paths that were finished.
    public static func finish(_ files: [ChangeRecord.File]) throws -> [String] {
        var finished: [String] = []
        for file in Set(files.map { [$0.path, $0.digest] }).sorted(by: { $0[0] < $1[0] }) {
            let (path, digest) = (file[0], file[1])
            guard !FileManager.default.fileExists(atPath: path) else { continue }
            let folder = (path as NSString).deletingLastPathComponent
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let prefix = ".\((path as NSString).lastPathComponent)."
            for name in names.sorted() where name.hasPrefix(prefix) && name.hasSuffix(".part") {
                let part = "\(folder)/\(name)"
                guard let bytes = FileManager.default.contents(atPath: part), Self.digest(of: Array(bytes)) == digest
                else { continue }
                try reveal(part, as: path)
                finished.append(path)
                break
            }
        }
        return finished
    }

    /// SHA-256 of the bytes, in hexadecimal.
    public static func digest(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }

    private static func hiddenName(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return "\(folder)/.\((path as NSString).lastPathComponent).\(UUID().uuidString).part"
    }

    private static func save(_ bytes: [UInt8], to path: String) throws {
        do {
            guard FileManager.default.createFile(atPath: path, contents: nil) else {
                throw CocoaError(.fileWriteNoPermission)
            }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            defer { try? file.close() }
            try file.write(contentsOf: Data(bytes))
            try file.synchronize()
        } catch {
            throw Failure.system(path: path, reason: "\((error as NSError).localizedDescription)")
        }
    }

    /// A link is made only where there is no file of that name.
    private static func reveal(_ part: String, as path: String) throws {
        guard link(part, path) == 0 else {
            let code = errno
            throw code == EEXIST
                ? Failure.exists(path: path) : Failure.system(path: path, reason: String(cString: strerror(code)))
        }
        unlink(part)
    }
}

extension UploadFiles {
    /// Whether there is a folder at a path.
    public static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Whether a path at which there is nothing yet is a folder's, `uploads` or `day.1/`: a file's name has an ending.
    public static func isNewFolder(_ path: String) -> Bool {
        !FileManager.default.fileExists(atPath: path)
            && (path.hasSuffix("/") || (path as NSString).pathExtension.isEmpty)
    }

    /// Makes a folder, and those it lies in, where it is missing.
    public static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure.system(path: path, reason: "\((error as NSError).localizedDescription)")
        }
    }
}
