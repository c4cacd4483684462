public import FlywheelKit

/// A contact with a party that the desk began itself.
public struct OutreachRecord: RecordKind, Hashable, Sendable, Codable {
    /// `O`.
    public static let letter = "O"

    /// Its id.
    public let id: OutreachID
    /// The template it was made from.
    public let template: String
    /// Who it is for.
    public let party: PartyID
    /// The case it came from, where there is one.
    public let `case`: CaseID?
    /// When it was proposed.
    public let at: Instant
    /// Where it stands, in the words of its module.
    public var state: String
    /// All else, as canonical JSON of its module; codes, never free text.
    public var body: String

    /// A contact.
    public init(
        id: OutreachID, template: String, party: PartyID, case: CaseID?, at: Instant, state: String,
        body: String = "{}"
    ) {
        self.id = id
        self.template = template
        self.party = party
        self.case = `case`
        self.at = at
        self.state = state
        self.body = body
    }
}

/// The id of a contact that the desk began.
public typealias OutreachID = RecordID<OutreachRecord>
