public import FlywheelKit

/// A decision about a case: of a dispute, or over money. It never changes; a later one may take its place.
///
/// Why it was decided so is a ``PersonalText``, sealed in the journal by a keyed digest as a note is.
public struct DecisionRecord: RecordKind, Hashable, Sendable, Codable {
    /// `D`.
    public static let letter = "D"

    /// Its id.
    public let id: DecisionID
    /// The case it is about.
    public let `case`: CaseID
    /// When it was made.
    public let at: Instant
    /// Who made it.
    public let by: String
    /// The role they made it in.
    public let role: String
    /// What kind of decision it is, in the words of its module: `refund`, `split`, `reversal`.
    public let kind: String
    /// The sum that it gives or takes.
    public let amount: Money?
    /// The decision that it takes the place of.
    public let replaces: DecisionID?
    /// All else, as canonical JSON of its module; codes, never free text.
    public let body: String

    /// A decision.
    public init(
        id: DecisionID, case: CaseID, at: Instant, by: String, role: String, kind: String, amount: Money? = nil,
        replaces: DecisionID? = nil, body: String = "{}"
    ) {
        self.id = id
        self.case = `case`
        self.at = at
        self.by = by
        self.role = role
        self.kind = kind
        self.amount = amount
        self.replaces = replaces
        self.body = body
    }
}

/// The id of a decision.
public typealias DecisionID = RecordID<DecisionRecord>
