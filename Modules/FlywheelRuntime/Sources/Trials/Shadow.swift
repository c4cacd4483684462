/// Knobs that a rotation looks with beside those in force, to count what they would change. It decides nothing by them.
public struct ShadowTrial: Hashable, Sendable {
    /// What it is called: the id of the proposal.
    public var id: String
    /// The workflow.
    public var workflow: String
    /// Its knobs as they would be kept.
    public var knobs: String

    /// Knobs to look with.
    public init(id: String, workflow: String, knobs: String) {
        self.id = id
        self.workflow = workflow
        self.knobs = knobs
    }
}

/// What other knobs would have changed of one rotation.
public struct ShadowCount: Hashable, Sendable, Codable {
    /// Findings that only they report.
    public var wouldOpen = 0
    /// Findings that they do not report.
    public var wouldEnd = 0
    /// Of those, the ones on listings of tier one.
    public var wouldEndHeroes = 0

    /// Nothing seen.
    public init() {}
}
