/// Which events a subscription is told of. What is `nil` holds nothing back; an empty list holds everything back.
public struct EventFilter: Hashable, Sendable, Codable {
    /// The verbs, as the journal writes them.
    public var verbs: [String]?
    /// The ids of workflows, whose exceptions' events these are.
    public var workflows: [String]?
    /// The accounts, whose exceptions' events these are. What belongs to none is held back too.
    public var accounts: [String]?

    /// A filter; without anything it lets everything through.
    public init(verbs: [String]? = nil, workflows: [String]? = nil, accounts: [String]? = nil) {
        self.verbs = verbs
        self.workflows = workflows
        self.accounts = accounts
    }

    /// Whether it asks what an event is about, beyond what happened.
    public var looksAtSubjects: Bool { workflows != nil || accounts != nil }
}
