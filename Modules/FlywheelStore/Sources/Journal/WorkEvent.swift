public import FlywheelKit

/// Something that happened to an exception, with when and by whom.
public struct WorkEvent: Hashable, Sendable {
    /// When it was written.
    public let at: Instant
    /// Who brought it about.
    public let actor: Actor
    /// What happened.
    public let event: JournalEvent

    /// What happened.
    public init(at: Instant, by actor: Actor, _ event: JournalEvent) {
        self.at = at
        self.actor = actor
        self.event = event
    }
}
