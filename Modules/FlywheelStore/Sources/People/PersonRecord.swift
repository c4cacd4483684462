public import FlywheelKit

/// Somebody who may come in, as a store keeps them: it knows none of what their role means.
public struct PersonRecord: RecordKind, Hashable, Sendable {
    /// `U`.
    public static let letter = "U"

    /// What shows, beside the password, that it is them.
    public struct SecondFactor: Hashable, Sendable, Codable {
        /// The secret that codes are made from.
        public var secret: [UInt8]
        /// The step of the last code that counted; none at or before it counts again.
        public var lastStep: Int64
        /// SHA-256 of each recovery code that was not used.
        public var recovery: [[UInt8]]

        /// A second factor.
        public init(secret: [UInt8], lastStep: Int64, recovery: [[UInt8]]) {
            self.secret = secret
            self.lastStep = lastStep
            self.recovery = recovery
        }
    }

    /// Who they are to an identity provider (OpenID Connect Core 1.0, section 2: `iss` and `sub`).
    public struct Identity: Hashable, Sendable {
        /// The provider.
        public let issuer: String
        /// Their number there.
        public let subject: String

        /// An identity.
        public init(issuer: String, subject: String) {
            self.issuer = issuer
            self.subject = subject
        }
    }

    /// Its id; `U0` while it was never kept.
    public package(set) var id: PersonID
    /// What they sign in as and what the journal calls them; nobody else has it.
    public let name: String
    /// What others call them.
    public var displayName: String
    /// What they are to the team, a word.
    public var role: String
    /// The accounts that exist for them, by name; `nil` for all.
    public var accounts: [String]?
    /// The language of their pages, a tag; empty where they did not say.
    public var locale = ""
    /// Whose numbers, dates and money their pages write, a tag; empty where they did not say, and the language says.
    public var figures = ""
    /// The time zone of their pages, a name of the tz database; empty where they did not say.
    public var zone = ""
    /// When they were kept out; `nil` while they may come in.
    public var disabled: Instant?
    /// The hash of their password, as a PHC string; `nil` where they have none.
    public var password: String?
    /// Their second factor, where they have one.
    public var secondFactor: SecondFactor?
    /// Who they are to an identity provider.
    public var identity: Identity?
    /// Counts changes. It is kept under the version it was read with; 0 while it was never kept.
    public var version = 0

    /// Somebody without any way to come in.
    public init(
        id: PersonID = PersonID(0), name: String, displayName: String, role: String, accounts: [String]? = nil
    ) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.role = role
        self.accounts = accounts
    }

    /// What the journal holds them to be: their role, or `disabled`.
    public var state: String { disabled == nil ? role : "disabled" }
}

/// The id of a person.
public typealias PersonID = RecordID<PersonRecord>
