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
    /// Entries in that store's journal. The restored one gives none of its ids again. `nil` where nothing could be read of one, so
    /// that ids which were given after the backup was made are given once more, to other things.
    public let entriesSetAside: Int64?
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
        guard isReplacing || !FileManager.default.fileExists(atPath: path) else {
            throw .refused("there is a store at \(path); nothing was restored")
        }
        let unfinished = UnfinishedFile(becoming: path)
        try unfinished.make()
        try copy(file, over: unfinished.path)
        let aside = try setAside(path)
        try unfinished.finish()
        let store = try SQLiteStore(path: path)
        let before = aside.flatMap(RestoredStore.told)
        if let before { try store.write { db in try before.ids.pass(in: db) } }
        if let fault = try store.journalFaults().first {
            throw .failed("\(path) was restored, but entry \(fault.sequence) of its journal: \(fault.description)")
        }
        return RestoredStore(
            contents: contents, manifest: report.manifest, setAside: aside, entriesSetAside: before?.entries,
            upgrade: store.upgrade)
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

    /// Gives a store another name, with what belongs to it; or what is left of one, since SQLite would take the log of another
    /// store for the new one's.
    ///
    /// - Returns: the name; `nil` where there was nothing.
    private static func setAside(_ path: String) throws(StoreError) -> String? {
        let files = StoreFiles(of: path)
        guard !files.present.isEmpty else { return nil }
        do {
            guard try !FileManager.default.fileExists(atPath: path) || !isInUse(path) else {
                throw StoreError.refused("\(path) is in use; end the programs that have it open first")
            }
        } catch {
            throw StoreError(error, in: path)
        }
        var number = 1
        while !StoreFiles(of: "\(path).replaced-\(number)").present.isEmpty { number += 1 }
        let aside = "\(path).replaced-\(number)"
        for part in files.present {
            do { try FileManager.default.moveItem(atPath: path + part, toPath: aside + part) } catch {
                throw .failed("\(path + part) cannot be set aside: \(error)")
            }
        }
        return aside
    }
}

extension RestoredStore {
    /// What a store that was set aside says of itself; `nil` where it can no longer be read.
    fileprivate static func told(_ aside: String) -> (ids: GivenIDs, entries: Int64)? {
        try? DatabaseQueue(path: aside, configuration: readingConnection).read { db in
            (try GivenIDs(db), try BackupContents(db).entries)
        }
    }
}
