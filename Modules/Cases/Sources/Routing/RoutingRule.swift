/// What some cases need of whoever works them.
public struct RoutingRule: Hashable, Sendable, Codable {
    /// Its name, which people see in why a case went where it went.
    public let id: String
    /// What a case has to be.
    public var conditions = CaseConditions()
    /// The group that has it; `nil` where any has.
    public var group: String?
    /// What its owner has to know how to do.
    public var skills: Set<String> = []
    /// The sides its owner has to know, besides that of who asks: both, for a dispute between them.
    public var sides: Set<Side> = []
    /// The lowest step of the ladder it may be worked on; a case that was passed up higher stays there.
    public var level = 0

    /// A rule for every case, that needs nothing.
    public init(_ id: String) { self.id = id }
}
