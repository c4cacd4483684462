public import FlywheelStore
import Foundation
import GRDB

/// A backup that became a store.
public struct RestoredStore: Hashable, Sendable {
    /// What was in the backup.
    public let contents: BackupContents
    /// What was written beside it; `nil` where nothing was.
    public let manifest: BackupManifest?
    /// Where the store stands now that was there before; `nil` where there was none.
    public let setAside: String?
    /// What was brought up to this program's schema.
    public let upgrade: StoreUpgrade?
}

extension SQLiteStore {
    /// Verifies a backup and makes a store of it. A store that is there is set aside under another name, never written over,
    /// and only when it is asked for and nobody has it open.
    ///
    /// - Parameters:
    ///   - file: the backup; it stays as it is.
    ///   - path: where the store goes.
    ///   - isReplacing: whether a store that is there may be set aside.
    /// - Throws: ``FlywheelStore/StoreError/refused(_:)`` when the backup has faults, or a store is there that may not be set
    ///   aside or is in use; ``FlywheelStore/StoreError/noRoom(_:)``; ``FlywheelStore/StoreError/failed(_:)``.
    public static func restore(
        _ file: String, to path: String, replacing isReplacing: Bool
    ) throws(StoreError) -> RestoredStore {
        let report = try verifyBackup(file)
        guard let contents = report.contents, report.faults.isEmpty else {
            let fault = report.faults.first ?? "it cannot be read"
            throw .refused("\(file) is not what was backed up: \(fault); nothing was restored")
        }
        let isThere = FileManager.default.fileExists(atPath: path)
        guard !isThere || isReplacing else { throw .refused("there is a store at \(path); nothing was restored") }
        let unfinished = UnfinishedFile(becoming: path)
        try unfinished.make()
        try copy(file, over: unfinished.path)
        let aside = isThere ? try setAside(path) : nil
        try unfinished.finish()
        let store = try SQLiteStore(path: path)
        if let fault = try store.journalFaults().first {
            throw .failed("\(path) was restored, but entry \(fault.sequence) of its journal: \(fault.description)")
        }
        return RestoredStore(
            contents: contents, manifest: report.manifest, setAside: aside, upgrade: store.upgrade)
    }

    private static func copy(_ file: String, over target: String) throws(StoreError) {
        do {
            let source = try FileHandle(forReadingFrom: URL(filePath: file))
            defer { try? source.close() }
            let copy = try FileHandle(forWritingTo: URL(filePath: target))
            defer { try? copy.close() }
            while let part = try source.read(upToCount: 1 << 20), !part.isEmpty { try copy.write(contentsOf: part) }
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw .noRoom(on: target)
        } catch {
            throw .failed("\(file) cannot be copied: \(error)")
        }
    }

    /// Gives a store another name, with what belongs to it.
    private static func setAside(_ path: String) throws(StoreError) -> String {
        try requireUnused(path)
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).replaced-\(number)") { number += 1 }
        let aside = "\(path).replaced-\(number)"
        for part in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + part) {
            do { try FileManager.default.moveItem(atPath: path + part, toPath: aside + part) } catch {
                throw .failed("\(path + part) cannot be set aside: \(error)")
            }
        }
        return aside
    }

    /// Refuses a store that somebody has open: SQLite leaves the write-ahead log only when nobody else does. One that is too
    /// damaged to be asked is in nobody's use.
    private static func requireUnused(_ path: String) throws(StoreError) {
        var alone = Configuration()
        alone.busyMode = .immediateError
        do {
            let mode = try DatabaseQueue(path: path, configuration: alone).writeWithoutTransaction { db in
                try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
            }
            if mode == "delete" { return }
        } catch let error as DatabaseError {
            let isDamaged = error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
            if isDamaged { return }
            guard error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED else {
                throw StoreError(error, in: path)
            }
        } catch {
            throw StoreError(error, in: path)
        }
        throw .refused("\(path) is in use; end the programs that have it open first")
    }
}
