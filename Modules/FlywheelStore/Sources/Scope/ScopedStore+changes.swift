public import FlywheelKit

/// A change of a listing belongs to the listing's account.
extension ScopedStore {
    /// See ``ChangeStore/reserveChanges(_:)``.
    public func reserveChanges(_ count: Int) throws(StoreError) -> ChangeID { throw concernsAll("a rotation") }

    /// See ``ChangeStore/listingChange(_:)``.
    public func listingChange(_ id: ChangeID) throws(StoreError) -> ChangeRecord? {
        guard let change = try store.listingChange(id), owns(change.subject) else { return nil }
        return change
    }

    /// See ``ChangeStore/listingChanges(waiting:)``.
    public func listingChanges(waiting: Bool) throws(StoreError) -> [ChangeRecord] {
        try store.listingChanges(waiting: waiting).filter { owns($0.subject) }
    }

    /// See ``ChangeStore/listingChanges(of:)``.
    public func listingChanges(of exceptions: [ExceptionID]) throws(StoreError) -> [ChangeRecord] {
        try store.listingChanges(of: exceptions).filter { owns($0.subject) }
    }

    /// See ``ChangeStore/settle(_:by:at:)``.
    public func settle(_ changes: [SettledChange], by actor: Actor, at: Instant) throws(StoreError) {
        for settled in changes {
            guard try listingChange(settled.change.id) != nil, owns(settled.change.subject) else {
                throw .unknown("change \(settled.change.id)")
            }
        }
        try store.settle(changes, by: actor, at: at)
    }
}
