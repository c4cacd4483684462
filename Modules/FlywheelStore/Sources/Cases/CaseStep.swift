public import FlywheelKit

/// An act of a person at the desk that can be taken back.
public struct CaseStep: Hashable, Sendable {
    /// Its number in the store; later steps have higher ones.
    public let id: Int64
    /// What was done.
    public let verb: JournalEvent.Verb
    /// When.
    public let at: Instant
    /// The cases it changed.
    public let cases: [CaseID]

    /// A step.
    public init(id: Int64, verb: JournalEvent.Verb, at: Instant, cases: [CaseID]) {
        self.id = id
        self.verb = verb
        self.at = at
        self.cases = cases
    }
}
