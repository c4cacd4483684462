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
    /// The path of the copy that was made before, beside the store. No program removes it.
    public let copy: String
}

extension StoreUpgrade {
    /// Copies the store as it is, unless that was done already: `north.flywheel.before-0012`.
    ///
    /// - Returns: `nil` where there is nothing yet to copy: in a new store, and in one whose making was cut off. Whatever is
    ///   kept has its entry in the journal.
    init?(of database: any DatabaseWriter, at path: String, _ schema: StoreSchema) throws {
        guard let from = schema.applied.last, let next = schema.pending.first, let to = schema.pending.last,
            try database.read({ db in
                try db.tableExists("journal") && Row.fetchOne(db, sql: "SELECT 1 FROM journal") != nil
            })
        else { return nil }
        self.from = from
        self.to = to
        copy = "\(path).before-\(next.prefix { $0 != " " })"
        // What is there under the name is whole: it was given it last.
        guard !FileManager.default.fileExists(atPath: copy) else { return }
        let unfinished = UnfinishedFile(becoming: copy)
        try unfinished.make()
        try database.vacuum(into: unfinished.path)
        try unfinished.finish()
    }
}
