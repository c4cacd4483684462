public import FlywheelKit

/// One change of an exception by a person, with what it takes to undo it.
public struct WorkStep: Hashable, Sendable {
    /// Its number in the store; later steps have higher ones.
    public let id: Int64
    /// The exception.
    public let exception: ExceptionID
    /// What was done.
    public let verb: JournalEvent.Verb
    /// When.
    public let at: Instant
    /// The exception's version since then: while it is still this one, nothing was built on the change.
    public let version: Int
    /// The version it replaced.
    public let replaced: Int
    /// What the change replaced.
    public let before: Handling
    /// What was written with it.
    public let note: NoteID?

    /// A step.
    public init(
        id: Int64, exception: ExceptionID, verb: JournalEvent.Verb, at: Instant, version: Int, replaced: Int,
        before: Handling, note: NoteID?
    ) {
        self.id = id
        self.exception = exception
        self.verb = verb
        self.at = at
        self.version = version
        self.replaced = replaced
        self.before = before
        self.note = note
    }
}
