public import FlywheelKit
public import FlywheelStore
import Foundation

/// A copy of a store that lies beside it: from before an upgrade, set aside by a restore, or begun by a program that was killed. It
/// holds what the store held then, what was erased since too.
public struct StoreCopy: Hashable, Sendable {
    /// Its file's name.
    public let name: String
    /// How much it takes on disk.
    public let bytes: Int
    /// When it was last written.
    public let written: Instant
}

extension SQLiteStore {
    /// The copies that lie beside a store, by name.
    public static func copies(beside path: String) -> [StoreCopy] {
        let store = URL(filePath: path)
        let folder = store.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let copies = Set(names.compactMap { StoreCopy.base(of: $0, beside: store.lastPathComponent) })
        return copies.sorted().map { name in
            let files = StoreFiles(of: folder.appending(path: name).path)
            let written = files.present.compactMap { part in
                let attributes = try? FileManager.default.attributesOfItem(atPath: files.path + part)
                return (attributes?[.modificationDate] as? Date).map { Int64($0.timeIntervalSince1970) }
            }
            return StoreCopy(name: name, bytes: files.bytes, written: Instant(seconds: written.max() ?? 0))
        }
    }

    /// The copies that lie beside this store; none where it is in memory.
    public var copies: [StoreCopy] { lease.store.map(Self.copies(beside:)) ?? [] }

    /// Removes a copy that lies beside a store.
    ///
    /// - Throws: ``FlywheelStore/StoreError/unknown(_:)`` when there is none of that name,
    ///   ``FlywheelStore/StoreError/refused(_:)`` while a program has it open, ``FlywheelStore/StoreError/failed(_:)``.
    public static func removeCopy(_ name: String, beside path: String) throws(StoreError) {
        guard copies(beside: path).contains(where: { $0.name == name }) else {
            throw .unknown("copy \(name) beside \(path)")
        }
        let copy = URL(filePath: path).deletingLastPathComponent().appending(path: name).path
        guard !UnfinishedFile.isBeingWritten(copy) else { throw .refused("\(name) is being written") }
        do {
            if FileManager.default.fileExists(atPath: copy), try isInUse(copy) {
                throw StoreError.refused("\(name) is in use; end the programs that have it open first")
            }
            // The store itself last, so that what was cut off is found again.
            for part in StoreFiles(of: copy).present.reversed() {
                try FileManager.default.removeItem(atPath: copy + part)
            }
        } catch {
            throw StoreError(error, in: copy)
        }
    }
}

extension StoreCopy {
    /// What a file is a part of, where that is a copy of the store of this name: `north.flywheel.replaced-1` of its `-wal`. A backup
    /// that somebody named much the same is none.
    fileprivate static func base(of file: String, beside store: String) -> String? {
        let name = StoreFiles.name(of: file)
        guard name.hasPrefix(store) else { return nil }
        let kinds = #/(?:\.before-\d+(?:-\d+)?|\.replaced-\d+)?(?:\.unfinished-[^.]+)?/#
        let kind = name.dropFirst(store.count)
        return !kind.isEmpty && kind.wholeMatch(of: kinds) != nil ? name : nil
    }
}
