import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What became of a change that was asked for of several exceptions: one that is refused does not keep the others from it.
struct WorkOutcome {
    var done: [ExceptionRecord] = []
    var refused: [(id: ExceptionID, why: Refusal)] = []

    /// Why an exception was not changed.
    enum Refusal {
        case work(WorkError)
        /// Somebody changed it after the form was shown.
        case overtaken(by: String, JournalEvent.Verb, at: Instant)

        /// Whether somebody else was faster, and not the form at fault.
        var isConflict: Bool {
            switch self {
            case .overtaken, .work(.claimedBy), .work(.builtOn), .work(.store(.changedMeanwhile)): true
            case .work: false
            }
        }
    }
}

/// What a person filled in and the program does not take, by field.
enum FormFault: Error {
    /// A name with characters that cannot be seen, or a blank one.
    case name
    /// No day.
    case day(String)
    /// No number of minutes.
    case minutes(String)
    /// No reason to dismiss.
    case dismissal
    /// A bulk close of exceptions of several workflows.
    case severalWorkflows
}
