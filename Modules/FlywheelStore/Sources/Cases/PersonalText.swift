public import FlywheelKit

/// What a person wrote, or who they are: all personal text of the desk stands in such records and nowhere else.
///
/// A text is found by its field and the number of the record it belongs to, so each has one place, and erasing it there
/// leaves the record whole.
public struct PersonalText: Hashable, Sendable, Codable {
    /// What is personal: the register of such fields.
    public enum Field: String, Hashable, Sendable, Codable, CaseIterable {
        /// What a party is called; the number is the party's.
        case name
        /// Where a party gets its mail; the number is the party's.
        case address
        /// The number of a party in its source; the number is the party's.
        case contact
        /// What a case is headed; the number is the case's.
        case subject
        /// What was written; the number is the message's.
        case message
        /// What came with a message, as references; the number is the message's.
        case attachments
        /// The number of a message in its source; the number is the message's.
        case reference
        /// Why it was decided so; the number is the decision's.
        case rationale

        /// What a field tells: who somebody is, or what was written.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// Who somebody is.
            case identity
            /// What was written.
            case content
        }

        /// What it tells.
        public var kind: Kind {
            switch self {
            case .name, .address, .contact: .identity
            case .subject, .message, .attachments, .reference, .rationale: .content
            }
        }

        /// Whether words are looked for in it.
        package var isSearched: Bool { self == .subject || self == .message || self == .rationale }
    }

    /// What it is.
    public let field: Field
    /// The number of the record it belongs to.
    public let number: Int64
    /// The case it was written in; none where it tells who a party is.
    public let `case`: CaseID?
    /// Whose it is: whose erasure takes it.
    public let party: PartyID?
    /// When it was written, or when the party was last known so.
    public let at: Instant
    /// The text.
    public var text: String

    /// A text; a NUL in it is replaced, as no store keeps one.
    public init(_ field: Field, _ number: Int64, case: CaseID?, party: PartyID?, at: Instant, _ text: String) {
        self.field = field
        self.number = number
        self.case = `case`
        self.party = party
        self.at = at
        self.text = text.withoutNUL
    }
}

/// Which personal texts are asked for.
public enum TextScope: Hashable, Sendable {
    /// What was written in these cases.
    case cases([CaseID])
    /// Who these parties are.
    case identities([PartyID])
    /// All that is kept of this party.
    case party(PartyID)
}
