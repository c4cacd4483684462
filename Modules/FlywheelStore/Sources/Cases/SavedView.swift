/// A question about a list that somebody asks often, under a name.
public struct SavedView: Hashable, Sendable {
    /// What views are of.
    public enum List: String, Hashable, Sendable, Codable, CaseIterable {
        /// The inbox of cases.
        case cases
        /// The queue of exceptions.
        case queue
    }

    /// What it is of.
    public let list: List
    /// What it is called.
    public let name: String
    /// Whose it is; empty where it is everybody's.
    public let owner: String
    /// The question, as its module writes it.
    public let query: String

    /// A view.
    public init(of list: List, name: String, owner: String, query: String) {
        self.list = list
        self.name = name
        self.owner = owner
        self.query = query
    }
}
