import FlywheelKit

/// A supply that fails: from a day on so much is left, and nothing arrives until another.
struct Shortage {
    let from: Day
    /// How long what is left lasts on average.
    let daysLeft: Double
    /// The first day on which something arrives again.
    let until: Day
}
