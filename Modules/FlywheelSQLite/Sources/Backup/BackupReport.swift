public import FlywheelStore
import Foundation
import GRDB

/// Whether a backup is whole, and what is in it.
public struct BackupReport: Hashable, Sendable {
    /// What does not fit, in sentences; empty when all is well.
    public let faults: [String]
    /// Imports whose facts were damaged before they were backed up. All else can be restored, and their files imported again.
    public let damagedImports: [ImportID]
    /// What was written beside it; `nil` where nothing is, so that only the file itself could be looked at.
    public let manifest: BackupManifest?
    /// What is in it; `nil` where it is not what was written, so that nothing it says counts.
    public let contents: BackupContents?
}

extension SQLiteStore {
    /// Reads a backup from its first byte to its last: whether it is what its manifest says, whether the pages of the file fit
    /// together (SQLite, "PRAGMA integrity_check"), whether facts are what was written, and whether the journal's seals hold and
    /// give every record its state. Nothing is written. The journal of an older schema is read once it is restored.
    ///
    /// - Throws: ``FlywheelStore/StoreError/newerSchema(_:)`` when a newer program wrote it,
    ///   ``FlywheelStore/StoreError/failed(_:)`` when it cannot be read or is no store.
    public static func verifyBackup(_ file: String) throws(StoreError) -> BackupReport {
        try requireFile(at: file)
        guard FileManager.default.fileExists(atPath: file) else { throw .failed("there is no backup at \(file)") }
        let manifest = try BackupManifest.read(beside: file)
        if let manifest {
            let (bytes, sha256) = try BackupManifest.digest(of: file)
            guard bytes == manifest.bytes else {
                let fault = "it has \(bytes) bytes; \(manifest.bytes) were written"
                return BackupReport(faults: [fault], damagedImports: [], manifest: manifest, contents: nil)
            }
            guard sha256 == manifest.sha256 else {
                let fault = "its SHA-256 is \(sha256); what was written had \(manifest.sha256)"
                return BackupReport(faults: [fault], damagedImports: [], manifest: manifest, contents: nil)
            }
        }
        let contents = try BackupContents(of: file)
        var (faults, damagedImports) = try damage(of: file)
        if let manifest, (contents.entries, contents.seal) != (manifest.entries, manifest.seal) {
            faults.append("its journal does not end with the seal that was written beside it")
        }
        if faults.isEmpty, contents.schema.pending.isEmpty {
            faults = try SQLiteStore(reading: file).journalFaults().map { "entry \($0.sequence): \($0.description)" }
        }
        return BackupReport(faults: faults, damagedImports: damagedImports, manifest: manifest, contents: contents)
    }

    private static func damage(of file: String) throws(StoreError) -> ([String], [ImportID]) {
        do {
            return try DatabaseQueue(path: file, configuration: readingConnection).read { db in
                let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                return (faults, faults.isEmpty ? try db.damagedImports() : [])
            }
        } catch {
            throw StoreError(error, in: file)
        }
    }
}
