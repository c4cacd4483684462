import FlywheelKit

/// Somebody who works the queue.
struct Person {
    /// What they are called.
    var name: String
    /// Workflows they take rows of; empty for all.
    var specialty: Set<Int>
    /// How long they take, where 1 is the average.
    var pace: Double
    /// Seconds after midnight at which their shift begins.
    var starts: Int64
    /// Days they are away, by number from the first.
    var away: Set<Int>
    /// The day on which they leave for good.
    var leaves: Int?

    /// When they are next free.
    var clock = Instant(seconds: .min)
    /// Their shifts that are not over.
    var shifts: [Range<Instant>] = []
    /// Rows they hold, and when each is to be taken up again.
    var todo: [(row: Int, at: Instant)] = []
    /// How often they mended a kind of problem on a listing, by that pair.
    var memory: [Int: Int] = [:]
}
