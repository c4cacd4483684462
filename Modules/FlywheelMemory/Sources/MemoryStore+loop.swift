public import FlywheelKit
public import FlywheelStore

/// What was decided about how to work and measured of it.
extension MemoryStore {
    /// See ``FlywheelStore/LearningStore/reserve(_:of:)-(_,LoopRecord.Kind)``. Decisions share their numbers with the desk's.
    public func reserve(_ count: Int, of kind: LoopRecord.Kind) throws(StoreError) -> Int64 {
        try withWork { work throws(StoreError) in
            kind == .decision ? work.cases.reserve(count, kind.letter) : work.loop.reserve(count, kind)
        }
    }

    /// See ``FlywheelStore/LearningStore/loopRecord(_:_:)``.
    public func loopRecord(_ kind: LoopRecord.Kind, _ number: Int64) throws(StoreError) -> LoopRecord? {
        currentWork.loop.record(kind, number)
    }

    /// See ``FlywheelStore/LearningStore/loopRecord(_:keyed:)``.
    public func loopRecord(_ kind: LoopRecord.Kind, keyed key: String) throws(StoreError) -> LoopRecord? {
        currentWork.loop.record(kind, keyed: key)
    }

    /// See ``FlywheelStore/LearningStore/loopRecords(_:workflow:state:)``.
    public func loopRecords(
        _ kind: LoopRecord.Kind, workflow: String?, state: String?
    ) throws(StoreError) -> [LoopRecord] {
        currentWork.loop.records(kind).filter { record in
            (workflow == nil || record.workflow == workflow) && (state == nil || record.state == state)
        }
    }

    /// See ``FlywheelStore/LearningStore/keep(_:knobs:events:by:at:)``.
    public func keep(
        _ records: [LoopRecord], knobs: (workflow: String, json: String)?, events: [JournalEvent], by actor: Actor,
        at: Instant
    ) throws(StoreError) {
        try withWork { work throws(StoreError) in
            try work.loop.keep(records)
            if let knobs { work.tune(knobs.workflow, to: knobs.json) }
            let tuned = knobs.map { [JournalEvent(.tuned, $0.workflow)] } ?? []
            work.journal.append(records.map(\.event) + tuned + events, at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/LearningStore/isSimulated()``.
    public func isSimulated() throws(StoreError) -> Bool { currentWork.loop.seed != nil }

    /// See ``FlywheelStore/LearningStore/markSimulated(seed:by:at:)``.
    public func markSimulated(seed: UInt64, by actor: Actor, at: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in
            guard work.journal.entries.isEmpty else { throw .holdsData }
            work.loop.seed = seed
            work.journal.append([.simulated(seed: seed)], at: at, by: actor)
        }
    }
}
