public import FlywheelKit

/// What was proposed to change on marketplaces, and what became of it.
///
/// A rotation proposes with ``WorkStore/publish(_:)``; everything after that is a person's doing.
public protocol ChangeStore: Sendable {
    /// Sets ids aside for changes that a rotation is about to propose.
    ///
    /// - Returns: the first of `count` that follow each other; those that are not used are never given again.
    func reserveChanges(_ count: Int) throws(StoreError) -> ChangeID
    /// One change.
    func listingChange(_ id: ChangeID) throws(StoreError) -> ChangeRecord?
    /// All changes, or those alone that wait for a decision or to be written, by id.
    func listingChanges(waiting: Bool) throws(StoreError) -> [ChangeRecord]
    /// The changes that these exceptions brought, by id.
    func listingChanges(of exceptions: [ExceptionID]) throws(StoreError) -> [ChangeRecord]
    /// Replaces changes whose versions are still those they were decided on, all or none, and journals an event for each;
    /// ``StoreError/changedMeanwhile(_:)`` with their exceptions when another hand was faster.
    func settle(_ changes: [SettledChange], by actor: Actor, at: Instant) throws(StoreError)
}

/// A change as it is from now on, with the version it was decided on and what the journal keeps of it.
public struct SettledChange: Hashable, Sendable {
    /// The change; the store counts its version itself.
    public let change: ChangeRecord
    /// What happened to it.
    public let verb: JournalEvent.Verb
    /// More about it; codes, never free text.
    public let detail: String

    /// A change as a person settled it.
    public init(_ change: ChangeRecord, _ verb: JournalEvent.Verb, detail: String = "") {
        self.change = change
        self.verb = verb
        self.detail = detail
    }

    /// What the journal keeps of it.
    public var event: JournalEvent {
        JournalEvent(verb, change.id.description, state: change.state.rawValue, detail: detail)
    }
}
