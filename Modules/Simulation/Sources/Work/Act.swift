import FlywheelKit

/// Something that somebody does to a problem at a moment.
struct Act {
    /// What.
    enum Kind: Hashable {
        /// Takes it.
        case claim
        /// Looks how it is done.
        case playbook
        /// Does a step, from 1.
        case step(Int)
        /// Closes it, for a cause.
        case close(cause: String)
        /// Ends it and says nothing.
        case vanish
        /// Tells of it, whom no stage told.
        case add
    }

    let at: Instant
    /// The place of the person.
    let person: Int
    /// The place of the problem.
    let trouble: Int
    let kind: Kind
}
