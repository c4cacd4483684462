/// Who a request is from, once it is known: what they may do, and which accounts they may know of.
public struct Viewer: Hashable, Sendable {
    /// How the request showed who it is from.
    public enum Credential: Hashable, Sendable {
        /// A sign-in in a browser, by its number.
        case session(Int64)
        /// An API token, by its number.
        case token(Int64)
    }

    /// The name that journal entries carry.
    public let name: String
    /// What they are to the team.
    public let role: Role
    /// What this request may do: the role's rights, or those of them that a token was given.
    public let rights: Set<Right>
    /// Which accounts exist for this request.
    public let scope: AccountScope
    /// How the request showed who it is from.
    public let credential: Credential
    /// How they want their pages.
    public let preferences: Preferences

    /// Somebody who has shown who they are.
    public init(
        name: String, role: Role, rights: Set<Right>? = nil, scope: AccountScope = .all, credential: Credential,
        preferences: Preferences = Preferences()
    ) {
        self.name = name
        self.role = role
        self.rights = role.rights.intersection(rights ?? role.rights)
        self.scope = scope
        self.credential = credential
        self.preferences = preferences
    }

    /// Whether they may do something.
    public func may(_ right: Right) -> Bool { rights.contains(right) }
}
