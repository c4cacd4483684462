public import FlywheelKit
public import FlywheelStore

/// Why work on an exception was refused.
public enum WorkError: Error, Hashable, Sendable {
    /// There is no such exception.
    case unknown(ExceptionID)
    /// The moment of the work lies before the exception was first seen.
    case tooEarly(ExceptionID, Instant)
    /// It does not wait for work.
    case notOpen(ExceptionID, ExceptionRecord.State)
    /// Somebody else has it.
    case claimedBy(ExceptionID, String, at: Instant?)
    /// It is of an account that does not exist for the person it was to go to.
    case unseen(ExceptionID, by: String)
    /// The person it was to go to is kept out.
    case keptOut(ExceptionID, String)
    /// Nobody has it.
    case notClaimed(ExceptionID)
    /// A close needs a root cause.
    case causeMissing(ExceptionID, [RootCause])
    /// That cause is not in the workflow's taxonomy.
    case causeUnknown(ExceptionID, String, [RootCause])
    /// A new cause is a word of a-z, 0-9 and -, of at most 40 letters.
    case causeNoWord(ExceptionID, String)
    /// Only a close that is being verified can be taken back.
    case notReopenable(ExceptionID, ExceptionRecord.State)
    /// A snooze ends later than now, and within ``Workbench/longestSnoozeDays``.
    case snoozeEnds(ExceptionID, Instant)
    /// A snooze needs a reason.
    case reasonMissing(ExceptionID)
    /// A note says something, in no more than ``Workbench/longestText`` characters; it has so many.
    case textLength(ExceptionID?, Int)
    /// There are no steps to follow.
    case noPlaybook(ExceptionID)
    /// The playbook has only so many steps.
    case noStep(ExceptionID, Int, of: Int)
    /// That person changed nothing that could be undone, of one exception or of any.
    case nothingToUndo(ExceptionID?, String)
    /// Somebody or a rotation built on the change since: who, what and when.
    case builtOn(ExceptionID, JournalEvent.Verb, by: String, JournalEvent.Verb, at: Instant)
    /// What a person finds is added to what the last rotation saw; there is none yet.
    case noRotation
    /// The store said no.
    case store(StoreError)
}
