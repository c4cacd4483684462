public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// Writes the whole store into a new file, as one consistent state: all of it, or nothing that is a store.
    ///
    /// - Throws: ``FlywheelStore/StoreError/failed(_:)`` where there is a file already, or it cannot be written.
    public func copy(to path: String) throws(StoreError) {
        makeOwnFile(at: path)
        do { try database.vacuum(into: path) } catch { throw StoreError(error, in: path) }
    }
}
