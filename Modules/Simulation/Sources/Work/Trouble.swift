import FlywheelKit
import FlywheelStore

/// A problem as it really is, beside what the store knows of it.
struct Trouble: Sendable {
    /// Where what is known of it stands.
    enum Stage: Hashable, Sendable {
        /// Nobody knows of it.
        case unknown
        /// It is an exception that waits for work.
        case open
        /// A person closed it, and the data have not spoken.
        case closed
        /// It is over.
        case over
    }

    /// The place of its workflow.
    let workflow: Int
    /// The place of its kind there.
    let kind: Int
    /// What it comes from.
    let cause: String
    /// The place of its listing.
    let listing: Int
    /// The share of the listing's revenue it takes.
    let share: Double
    /// How loudly somebody asks for it, 0 to 1.
    let loudness: Double
    /// When it began.
    let onset: Instant
    /// When the facts show it; `nil` where only people find it.
    var shows: Instant?
    /// When a person finds it, where no stage does.
    let found: Instant?
    /// When it ends by itself, where it does.
    let endsAlone: Instant?

    /// Where it stands.
    var stage = Stage.unknown
    /// Its exception.
    var exception = ExceptionID(0)
    /// When it was first seen.
    var detected: Instant
    /// Whether a stage has seen it.
    var isSeen = false
    /// Whether somebody has it in hand.
    var isClaimed = false
    /// When somebody's work took it out of the facts.
    var gone: Instant?
    /// When it was closed.
    var closed: Instant?
    /// Whether the close truly ended it.
    var isFixed = false
    /// Whether nobody takes it up again.
    var isLeft = false
    /// How often the data refuted a close.
    var refuted = 0
    /// What it counts for, in minor units.
    var atRisk: Int64 = 0
    /// The terms of that.
    var terms: [UInt8] = []
    /// Its place in the queue of the last turn.
    var position = Int.max
}
