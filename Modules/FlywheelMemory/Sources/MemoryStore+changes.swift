public import FlywheelKit
public import FlywheelStore

/// What was proposed to change of listings.
extension MemoryStore {
    /// See ``FlywheelStore/ChangeStore/reserveChanges(_:)``.
    public func reserveChanges(_ count: Int) throws(StoreError) -> ChangeID {
        try withWork { work throws(StoreError) in work.reserveChanges(count) }
    }

    /// See ``FlywheelStore/ChangeStore/listingChange(_:)``.
    public func listingChange(_ id: ChangeID) throws(StoreError) -> ChangeRecord? {
        currentWork.listingChanges.first { $0.id == id }
    }

    /// See ``FlywheelStore/ChangeStore/listingChanges(waiting:)``.
    public func listingChanges(waiting: Bool) throws(StoreError) -> [ChangeRecord] {
        currentWork.listingChanges.filter { !waiting || $0.state.isWaiting }
    }

    /// See ``FlywheelStore/ChangeStore/listingChanges(of:)``.
    public func listingChanges(of exceptions: [ExceptionID]) throws(StoreError) -> [ChangeRecord] {
        let exceptions = Set(exceptions)
        return currentWork.listingChanges.filter { exceptions.contains($0.exception) }
    }

    /// See ``FlywheelStore/ChangeStore/settle(_:by:at:)``.
    public func settle(_ changes: [SettledChange], by actor: Actor, at: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in try work.settle(changes, by: actor, at: at) }
    }
}
