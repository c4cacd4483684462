public import FlywheelKit

/// What is decided about how to work, and measured of it, is about all accounts: none of it is here.
extension ScopedStore {
    /// See ``LearningStore/reserve(_:of:)``.
    public func reserve(_ count: Int, of kind: LoopRecord.Kind) throws(StoreError) -> Int64 {
        throw concernsAll("a decision about the work")
    }

    /// See ``LearningStore/loopRecord(_:_:)``.
    public func loopRecord(_ kind: LoopRecord.Kind, _ number: Int64) throws(StoreError) -> LoopRecord? { nil }

    /// See ``LearningStore/loopRecord(_:keyed:)``.
    public func loopRecord(_ kind: LoopRecord.Kind, keyed key: String) throws(StoreError) -> LoopRecord? { nil }

    /// See ``LearningStore/loopRecords(_:workflow:state:)``.
    public func loopRecords(
        _ kind: LoopRecord.Kind, workflow: String?, state: String?
    ) throws(StoreError) -> [LoopRecord] { [] }

    /// See ``LearningStore/keep(_:knobs:events:by:at:)``.
    public func keep(
        _ records: [LoopRecord], knobs: (workflow: String, json: String)?, events: [JournalEvent], by actor: Actor,
        at: Instant
    ) throws(StoreError) {
        throw concernsAll("a decision about the work")
    }

    /// See ``LearningStore/isSimulated()``.
    public func isSimulated() throws(StoreError) -> Bool { try store.isSimulated() }

    /// See ``LearningStore/markSimulated(seed:by:at:)``.
    public func markSimulated(seed: UInt64, by actor: Actor, at: Instant) throws(StoreError) {
        throw concernsAll("a simulation")
    }
}
