public import FlywheelStore
import GRDB

/// Which steps of the schema's history a store has taken, and which it would take with this program.
public struct StoreSchema: Hashable, Sendable {
    /// The steps it has taken, in order, such as `0003 journal`; none where the file is empty.
    public let applied: [String]
    /// The steps still to come.
    public let pending: [String]

    /// The last step that this program knows.
    public static var newestStep: String { Migrations.all.migrations.last ?? "" }
}

extension StoreSchema {
    init(_ db: Database) throws {
        let taken = try Migrations.all.appliedIdentifiers(db)
        applied = Migrations.all.migrations.filter(taken.contains)
        pending = Migrations.all.migrations.filter { !taken.contains($0) }
    }
}

extension SQLiteStore {
    /// Refuses to go on with a store that a newer program brought up to date meanwhile.
    public func requireOwnSchema() throws(StoreError) { try read { db in try db.requireStore(named: name) } }

    /// Looks at the schema of the store in a file, and changes nothing.
    ///
    /// - Throws: ``FlywheelStore/StoreError/newerSchema(_:)`` when a newer program wrote it,
    ///   ``FlywheelStore/StoreError/failed(_:)`` when the file cannot be read or is no store.
    public static func schema(of path: String) throws(StoreError) -> StoreSchema {
        try requireFile(at: path)
        do {
            return try openForReading(path).read { db in
                try db.requireStore(named: path)
                return try StoreSchema(db)
            }
        } catch {
            throw StoreError(error, in: path)
        }
    }
}
