import Assessment
import FlywheelKit

/// One row of the queue while it lives.
struct Row {
    enum State {
        case open, closed, over
    }

    var problem: Problem
    var fault: Int
    var state = State.open
    /// Who holds it.
    var holder: Int?
    /// How often it has to be taken up until the work is done, and the minutes of each.
    var touchesLeft: Int
    var minutes: Double
    /// Whether the work was done and nobody closed it.
    var isDone = false
    /// Until when nobody takes it up again.
    var leftUntil: Instant?
}
