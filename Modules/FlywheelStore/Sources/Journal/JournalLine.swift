public import FlywheelKit

/// One event of the journal with the entry it belongs to.
public struct JournalLine: Hashable, Sendable {
    /// The entry's place in the chain, from 1.
    public var sequence: Int64
    /// The event's place in its entry, from 0.
    public var position: Int
    /// When it was written.
    public var at: Instant
    /// Who brought it about.
    public var actor: Actor
    /// The entry's seal. Another entry never has it: not even that of the same place, in a store that went on from a backup.
    public var seal: String
    /// What happened.
    public var event: JournalEvent

    /// An event in its place.
    public init(sequence: Int64, position: Int, at: Instant, actor: Actor, seal: String, event: JournalEvent) {
        self.sequence = sequence
        self.position = position
        self.at = at
        self.actor = actor
        self.seal = seal
        self.event = event
    }
}
