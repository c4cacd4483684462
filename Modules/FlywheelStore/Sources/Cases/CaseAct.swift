/// Everything that one act at the desk changes: all of it, or nothing.
public struct CaseAct: Sendable {
    /// Cases as they are from now on, each with the version it was decided on; 0 for one that is new. The store counts
    /// versions itself.
    public var cases: [(record: CaseRecord, expecting: Int)] = []
    /// Parties that are new, or as they are from now on.
    public var parties: [PartyRecord] = []
    /// What parties are found by again.
    public var identities: [PartyIdentity] = []
    /// Messages that are new, or as they are from now on.
    public var messages: [MessageRecord] = []
    /// Decisions that were made. They never change.
    public var decisions: [DecisionRecord] = []
    /// Contacts that the desk began itself, new ones or as they are from now on.
    public var outreach: [OutreachRecord] = []
    /// What people wrote and who they are; what stood in the same place is replaced.
    public var texts: [PersonalText] = []
    /// What happened, in order: for each case whose state is new, an event that says it.
    public var events: [JournalEvent] = []
    /// Whether the person who did it can take it back; false for what cannot be, such as a file that was written.
    public var isUndoable = false

    /// An act that changes nothing.
    public init() {}
}
