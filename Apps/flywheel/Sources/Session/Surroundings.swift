import FlywheelKit
import FlywheelStore
import People

/// Everything of the outside world a command may touch: made once in `main`, by hand in tests.
struct Surroundings {
    /// Reads the time. Nothing else does.
    var clock: Clock
    /// The environment's variables.
    var environment: [String: String]
    /// The system's name for who runs the program.
    var userName: String
    /// The folder that relative defaults start from.
    var homeFolder: String
    /// Where answers go.
    var output: Channel
    /// Where errors and progress go.
    var errors: Channel
    /// Reads all lines of standard input.
    var inputLines: () -> [String]
    /// Reads the next bytes of standard input; `nil` at its end.
    var inputBytes: () throws -> [UInt8]? = { nil }
    /// What the run finds out about the store it opens.
    var opened = OpenedStore()
    /// What is open already, where a server runs the command.
    var house: House?
    /// Who the server runs it for.
    var viewer: Viewer?
    /// The versions of cases that who it is for saw before they asked for a change.
    var seen: [CaseID: Int] = [:]

    /// The moment it is.
    struct Clock {
        var now: @Sendable () -> Instant
        /// How long the run has lasted, which no correction of the clock changes.
        var elapsed: @Sendable () -> Duration = { .zero }
    }

    /// A stream that is written to.
    struct Channel {
        /// Whether a person looks at it.
        var isTerminal: Bool
        /// The terminal's cells in a line, where it has them.
        var width: Int?
        /// Writes text; throws when the disk is full.
        var write: @Sendable (String) throws -> Void
    }
}
