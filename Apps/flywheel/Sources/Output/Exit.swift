/// What a process ends with.
enum Exit: Int32 {
    /// Done; an empty list is done.
    case done = 0
    /// Failed; nothing of the command was kept.
    case failed = 1
    /// Some of what was asked was done, the rest not, each named.
    case partly = 2
    /// Done, and something waits for a person.
    case waits = 3
    /// The state refused it: claimed by another, changed since, root cause missing.
    case refused = 4
    /// No such id.
    case unknown = 5
    /// Not allowed.
    case notAllowed = 6
    /// Wrong usage (`EX_USAGE` of sysexits.h).
    case usage = 64
    /// Interrupted.
    case interrupted = 130
}
