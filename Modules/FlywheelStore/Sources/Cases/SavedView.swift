/// A question about cases that somebody asks often, under a name.
public struct SavedView: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// Whose it is; empty where it is everybody's.
    public let owner: String
    /// The question, as its module writes it.
    public let query: String

    /// A view.
    public init(name: String, owner: String, query: String) {
        self.name = name
        self.owner = owner
        self.query = query
    }
}
