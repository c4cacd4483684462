public import FlywheelKit

/// What was decided about how to work and measured of it, and the numbers that steer detection.
public protocol LearningStore: Sendable {
    /// Sets numbers aside for records that are about to be kept.
    ///
    /// - Returns: the first of `count` that follow each other; those that are not used are never given again.
    func reserve(_ count: Int, of kind: LoopRecord.Kind) throws(StoreError) -> Int64
    /// One record.
    func loopRecord(_ kind: LoopRecord.Kind, _ number: Int64) throws(StoreError) -> LoopRecord?
    /// The record of a kind that has this key.
    func loopRecord(_ kind: LoopRecord.Kind, keyed key: String) throws(StoreError) -> LoopRecord?
    /// The records of a kind, of one workflow and in one state where these are given, by number.
    func loopRecords(
        _ kind: LoopRecord.Kind, workflow: String?, state: String?
    ) throws(StoreError) -> [LoopRecord]
    /// Keeps records, all or none: each in the place of the one of its number that still has its version, or as a new one
    /// where its version is 0. What it is, its number, its key and its workflow stay.
    ///
    /// An event for each record is journalled, and after those `events`, all in the same transaction.
    ///
    /// - Parameter knobs: the numbers that steer a workflow's detection from now on, as JSON.
    /// - Throws: ``StoreError/recordsChangedMeanwhile(_:)`` when another hand was faster, or a new record's key is taken.
    func keep(
        _ records: [LoopRecord], knobs: (workflow: String, json: String)?, events: [JournalEvent], by actor: Actor,
        at: Instant
    ) throws(StoreError)

    /// Whether a simulation wrote what this store holds.
    func isSimulated() throws(StoreError) -> Bool
    /// Says for good that a simulation writes what this store will hold, and journals it; refused where it holds anything.
    ///
    /// - Parameter seed: what its chance is drawn from.
    func markSimulated(seed: UInt64, by actor: Actor, at: Instant) throws(StoreError)
}

extension LearningStore {
    /// All records of a kind, by number.
    public func loopRecords(_ kind: LoopRecord.Kind) throws(StoreError) -> [LoopRecord] {
        try loopRecords(kind, workflow: nil, state: nil)
    }

    /// Keeps records, with nothing else; see ``keep(_:knobs:events:by:at:)``.
    public func keep(_ records: [LoopRecord], by actor: Actor, at: Instant) throws(StoreError) {
        try keep(records, knobs: nil, events: [], by: actor, at: at)
    }
}
