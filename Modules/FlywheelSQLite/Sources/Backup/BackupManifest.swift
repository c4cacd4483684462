import Crypto
public import FlywheelKit
import FlywheelStore
import Foundation

/// What is written beside a backup, so that it can be told later whether it is still what was written, and of what.
///
/// Kept in a second place, the seal also shows whether entries were removed from the end of the store's journal since.
public struct BackupManifest: Hashable, Sendable, Codable {
    /// When the backup was made.
    public let at: Instant
    /// How long it is.
    public let bytes: Int
    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
    /// The last step of the schema's history that the store had taken.
    public let schema: String
    /// Entries in its journal.
    public let entries: Int64
    /// The seal of the newest entry, with which all before it is sealed; empty where there is none.
    public let seal: String
}

extension BackupManifest {
    /// The path of the manifest of a backup.
    static func path(beside file: String) -> String { "\(file).manifest.json" }

    /// Writes it beside its backup.
    func write(beside file: String) throws(StoreError) {
        let path = Self.path(beside: file)
        let unfinished = UnfinishedFile(becoming: path)
        try unfinished.make()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do { try encoder.encode(self).write(to: URL(filePath: unfinished.path)) } catch {
            throw .failed("\(path) cannot be written: \(error)")
        }
        try unfinished.finish()
    }

    /// Reads the manifest of a backup; `nil` where there is none.
    static func read(beside file: String) throws(StoreError) -> BackupManifest? {
        let path = path(beside: file)
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do { return try JSONDecoder().decode(BackupManifest.self, from: data) } catch {
            throw .failed("\(path) is no manifest of a backup; expected the one that was written with it")
        }
    }

    /// The length and the SHA-256 of a file, in hexadecimal.
    static func digest(of file: String) throws(StoreError) -> (bytes: Int, sha256: String) {
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: file))
            defer { try? handle.close() }
            var (bytes, hash) = (0, SHA256())
            while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
                bytes += part.count
                hash.update(data: part)
            }
            return (bytes, hash.finalize().hexadecimal)
        } catch {
            throw .failed("\(file) cannot be read: \(error)")
        }
    }
}

extension SQLiteStore {
    /// Whether a file is a backup: one has a manifest beside it.
    public static func isBackup(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: BackupManifest.path(beside: file))
    }
}
