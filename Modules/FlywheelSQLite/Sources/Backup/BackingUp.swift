public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

extension SQLiteStore {
    /// Writes the store in one file into another, as one consistent state, while any program goes on reading and writing it;
    /// and a manifest beside it. A store of an older schema is copied as it is.
    ///
    /// The backup can be read by its owner alone. It holds everything the store does: personal text, secrets and keys too.
    ///
    /// - Parameters:
    ///   - path: the store.
    ///   - file: where the backup goes.
    ///   - at: the moment that the manifest names.
    /// - Throws: ``FlywheelStore/StoreError/refused(_:)`` where there is a file already,
    ///   ``FlywheelStore/StoreError/noRoom(_:)`` where it does not fit, ``FlywheelStore/StoreError/failed(_:)`` where it
    ///   cannot be written or read.
    public static func backUp(_ path: String, to file: String, at: Instant) throws(StoreError) -> BackupManifest {
        try requireFile(at: path)
        for taken in [file, BackupManifest.path(beside: file)] where FileManager.default.fileExists(atPath: taken) {
            throw .refused("\(taken) is there already; a backup replaces no file")
        }
        let unfinished = UnfinishedFile(becoming: file)
        try unfinished.make()
        do {
            let source = try openForReading(path)
            try source.read { db in try db.requireStore(named: path) }
            try source.vacuum(into: unfinished.path)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            throw .noRoom(on: file)
        } catch {
            throw StoreError(error, in: path)
        }
        let (bytes, sha256) = try BackupManifest.digest(of: unfinished.path)
        let contents = try BackupContents(of: unfinished.path)
        let manifest = BackupManifest(
            at: at, bytes: bytes, sha256: sha256, schema: contents.schema.applied.last ?? "",
            entries: contents.entries, seal: contents.seal)
        try unfinished.finish()
        try manifest.write(beside: file)
        return manifest
    }
}
