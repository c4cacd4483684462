/// Somebody who works cases, and which ones they may be given.
public struct DeskPerson: Hashable, Sendable, Codable {
    /// Their name, as cases name their owner.
    public let name: String
    /// What else they go by, as help desks show them: `Ann Miller`.
    public var aliases: Set<String> = []
    /// The sides they know; of none means of all.
    public var sides: Set<Side> = []
    /// The languages they write, by ISO 639 code; of none means that language does not matter for them.
    public var languages: Set<String> = []
    /// What they know how to do; a case that needs something else is never theirs.
    public var skills: Set<String> = []
    /// The groups they belong to; a case of another group is never theirs.
    public var groups: Set<String> = []
    /// The roles they were given besides, which say what they decide and see and not what they work.
    public var roles: Set<String> = []
    /// How many open cases they have at most.
    public var cap = 20
    /// The name of the calendar of their working hours; `nil` where they may be given work at any time.
    public var shift: String?
    /// The step of the ladder they decide on, 0 for the frontline.
    public var level = 0

    /// Somebody of the frontline who knows both sides and has no skill in particular.
    public init(_ name: String) { self.name = name }
}
