import FlywheelStore
import Foundation
import GRDB

/// A store that opening it brought up to this program's schema.
///
/// Each step of the schema's history is one transaction. An upgrade that was cut off between two of them goes on with the next
/// when the store is opened again.
public struct StoreUpgrade: Hashable, Sendable {
    /// The last step it had taken.
    public let from: String
    /// The last step it has taken now.
    public let to: String
    /// The path of the copy that holds it as it was before, beside the store. No program removes it by itself.
    public let copy: String
}

extension StoreUpgrade {
    /// Brings a store of an older program up to date: copies it, and takes the steps that are still to come. Whoever else opens it
    /// meanwhile waits, and finds it done. Nobody may have it open: an older program would go on writing what it knows of.
    ///
    /// - Returns: `nil` where another has done so meanwhile, and where there was nothing yet to copy: in a store whose making was
    ///   cut off.
    /// - Throws: ``FlywheelStore/StoreError/olderSchema(_:)`` when it has to wait for something that a person can do.
    static func run(at path: String, _ turn: WriterLease) throws -> StoreUpgrade? {
        let older = try SQLiteStore.schema(of: path)
        do throws(StoreError) { try turn.take() } catch { throw StoreError.olderSchema(path, older, error.description) }
        let schema = try SQLiteStore.schema(of: path)
        guard !schema.pending.isEmpty else { return nil }
        guard try !isInLastingUse(path) else {
            throw StoreError.olderSchema(
                path, schema, "another program has it open: end it, a flywheel serve above all")
        }
        do {
            let database = try pool(at: path)
            let upgrade = try StoreUpgrade(of: database, at: path, schema)
            try takeSteps(in: database)
            return upgrade
        } catch {
            guard case .noRoom = StoreError(error, in: path) else { throw error }
            let bytes = StoreFiles(of: path).bytes
            throw StoreError.olderSchema(
                path, schema, "there is no room on its disk for the copy that is made first, of \(bytes) bytes")
        }
    }

    /// Copies the store as it is, unless a copy holds it already: `north.flywheel.before-0012`.
    ///
    /// - Returns: `nil` where there is nothing yet to copy: whatever is kept has its entry in the journal.
    private init?(of database: any DatabaseWriter, at path: String, _ schema: StoreSchema) throws {
        guard let from = schema.applied.last, let next = schema.pending.first, let to = schema.pending.last else {
            return nil
        }
        let contents = try database.read(BackupContents.init)
        guard contents.entries > 0 else { return nil }
        self.from = from
        self.to = to
        let first = "\(path).before-\(next.prefix { $0 != " " })"
        var (copy, number) = (first, 1)
        // What is there under the name is whole, since it was given it last, and may be of an upgrade before: of a store that was
        // put back, and worked in, since.
        while FileManager.default.fileExists(atPath: copy) {
            if let kept = try? BackupContents(of: copy), kept == contents { break }
            number += 1
            copy = "\(first)-\(number)"
        }
        self.copy = copy
        guard !FileManager.default.fileExists(atPath: copy) else { return }
        let unfinished = UnfinishedFile(becoming: copy)
        try unfinished.make()
        try database.vacuum(into: unfinished.path)
        try unfinished.finish()
    }
}

extension StoreError {
    /// A store of an older program that cannot be brought up to date for now.
    static func olderSchema(_ name: String, _ schema: StoreSchema, _ why: String) -> StoreError {
        .olderSchema(
            "\(name) is of an older program, at \(schema.applied.last ?? "the beginning"), and has to be brought up to date"
                + " before it can be read; \(why)")
    }
}
