public import FlywheelKit

/// A person or company that wrote to the desk. Who they are is ``PersonalText``; what is here is a number.
public struct PartyRecord: RecordKind, Hashable, Sendable, Codable {
    /// `P`.
    public static let letter = "P"

    /// Its id.
    public let id: PartyID
    /// The side of the marketplace it stands on.
    public var side: String?
    /// When it was first seen.
    public let since: Instant
    /// When its data were last erased: nothing written before is ever kept again. The store sets it.
    public var erased: Instant?

    /// A party.
    public init(id: PartyID, side: String?, since: Instant) {
        self.id = id
        self.side = side
        self.since = since
    }
}

/// The id of a party.
public typealias PartyID = RecordID<PartyRecord>

/// What a party is found by again: the digest of an address or of its number in a source.
public struct PartyIdentity: Hashable, Sendable {
    /// The digest, ``IdentityDigest``.
    public let digest: [UInt8]
    /// Whose it is.
    public let party: PartyID

    /// An identity.
    public init(_ digest: [UInt8], of party: PartyID) {
        self.digest = digest
        self.party = party
    }
}
