public import FlywheelKit

/// An API token. The token itself is with whoever made it; the store has the digest.
public struct TokenRecord: RecordKind, Hashable, Sendable {
    /// `V`.
    public static let letter = "V"

    /// Its id; `V0` while it was never kept.
    public package(set) var id: TokenID
    /// SHA-256 of the token.
    public let digest: [UInt8]
    /// What it is for, in its maker's words.
    public let label: String
    /// Whom it acts for.
    public let person: PersonID
    /// What it may do, as words; no more than the person may counts.
    public let rights: [String]
    /// The accounts that exist for it, by name; `nil` for all that exist for the person.
    public let accounts: [String]?
    /// When it was made.
    public let made: Instant
    /// When it ends; `nil` where it does not by itself.
    public let ends: Instant?
    /// When it was last used.
    public var lastUsed: Instant?

    /// A token that was not used yet.
    public init(
        id: TokenID = TokenID(0), digest: [UInt8], label: String, person: PersonID, rights: [String],
        accounts: [String]?, made: Instant, ends: Instant?
    ) {
        self.id = id
        self.digest = digest
        self.label = label
        self.person = person
        self.rights = rights
        self.accounts = accounts
        self.made = made
        self.ends = ends
    }
}

/// The id of an API token.
public typealias TokenID = RecordID<TokenRecord>
