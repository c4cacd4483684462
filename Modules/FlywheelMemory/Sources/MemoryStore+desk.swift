public import FlywheelKit
public import FlywheelStore

/// What people do to exceptions.
extension MemoryStore {
    /// See ``FlywheelStore/WorkStore/change(_:expecting:event:note:by:at:)``.
    public func change(
        _ exception: ExceptionRecord, expecting version: Int, event: JournalEvent?, note: String?, by actor: Actor,
        at: Instant
    ) throws(StoreError) {
        try withWork { work throws(StoreError) in
            try work.change(exception, expecting: version, event, note: note, by: actor, at: at)
        }
    }

    /// See ``FlywheelStore/WorkStore/add(_:note:by:at:)``.
    public func add(
        _ exception: ExceptionRecord, note: String?, by actor: Actor, at: Instant
    ) throws(StoreError) -> ExceptionID {
        try withWork { work throws(StoreError) in try work.add(exception, note: note, by: actor, at: at) }
    }

    /// See ``FlywheelStore/WorkStore/record(_:by:at:)``.
    public func record(_ event: JournalEvent, by actor: Actor, at: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in work.journal.append([event], at: at, by: actor) }
    }

    /// See ``FlywheelStore/WorkStore/notes(on:)``.
    public func notes(on id: ExceptionID) throws(StoreError) -> [NoteRecord] {
        currentWork.notes.filter { $0.exception == id }
    }

    /// See ``FlywheelStore/WorkStore/lastStep(by:of:)``.
    public func lastStep(by name: String, of id: ExceptionID?) throws(StoreError) -> WorkStep? {
        currentWork.steps.last { $0.actor == name && (id == nil || $0.step.exception == id) }?.step
    }

    /// See ``FlywheelStore/WorkStore/undo(_:by:at:)``.
    public func undo(_ step: WorkStep, by actor: Actor, at: Instant) throws(StoreError) -> ExceptionRecord {
        try withWork { work throws(StoreError) in try work.undo(step, by: actor, at: at) }
    }

    /// See ``FlywheelStore/WorkStore/snoozed()``.
    public func snoozed() throws(StoreError) -> [QueueEntry] { currentWork.snoozed }
}
