public import FlywheelKit

/// A sign-in in a browser. Its reference is with the browser alone; the store has the digest.
public struct SignInRecord: RecordKind, Hashable, Sendable {
    /// `S`.
    public static let letter = "S"

    /// Its id; `S0` while it was never kept.
    public package(set) var id: SignInID
    /// SHA-256 of the reference.
    public let digest: [UInt8]
    /// Who signed in.
    public let person: PersonID
    /// Whether all that was asked for was shown; otherwise the second factor is awaited.
    public let isComplete: Bool
    /// When it began.
    public let began: Instant
    /// When it was last used.
    public var lastSeen: Instant
    /// When it ends whatever happens.
    public let ends: Instant
    /// Where from, coarsely: enough to recognise one's own, too little to find a person by.
    public let address: String
    /// What with, a word, such as `Firefox`.
    public let agent: String

    /// A sign-in.
    public init(
        id: SignInID = SignInID(0), digest: [UInt8], person: PersonID, isComplete: Bool, began: Instant,
        ends: Instant, address: String, agent: String
    ) {
        self.id = id
        self.digest = digest
        self.person = person
        self.isComplete = isComplete
        self.began = began
        lastSeen = began
        self.ends = ends
        self.address = address
        self.agent = agent
    }
}

/// The id of a sign-in.
public typealias SignInID = RecordID<SignInRecord>
