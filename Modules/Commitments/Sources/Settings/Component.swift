/// Something that others rely on, and that incidents and maintenance are about.
public struct Component: Hashable, Sendable {
    /// The word that commands know it by.
    public let id: String
    /// What everybody calls it.
    public let name: String
    /// The day from which on its incidents are written down, in days since 1970-01-01; `nil` where nobody said.
    public let since: Int32?

    /// A component.
    public init(id: String, name: String, since: Int32? = nil) {
        self.id = id
        self.name = name
        self.since = since
    }
}
