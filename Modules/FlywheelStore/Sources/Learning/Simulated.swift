extension StoreError {
    /// A store that holds something is not said to be simulated afterwards: what came before would count as made up.
    public static let holdsData = Self.refused("the store holds data already; a simulation needs a new one")
}

extension JournalEvent {
    /// What the journal holds of a store that a simulation writes.
    public static func simulated(seed: UInt64) -> Self { JournalEvent(.simulated, "store", detail: String(seed)) }
}
