public import FlywheelKit

/// Somebody looks at personal text, at some moment, for some purpose.
public struct Access: Hashable, Sendable {
    /// Who looks. Only what a person looks at is logged: a program shows nobody anything.
    public let by: Actor
    /// When.
    public let at: Instant
    /// What for: a code such as `inbox`, `case`, `export`.
    public let purpose: String

    /// A look at personal text.
    public init(by: Actor, at: Instant, purpose: String) {
        self.by = by
        self.at = at
        self.purpose = purpose
    }
}

/// One line of the log of who saw whose personal text.
public struct AccessRecord: Hashable, Sendable {
    /// Its number; later ones are higher.
    public let id: Int64
    /// Who looked, when, and what for.
    public let access: Access
    /// Whose texts were shown.
    public let parties: [PartyID]
    /// The cases whose texts were shown.
    public let cases: [CaseID]
    /// Which fields were shown.
    public let fields: [PersonalText.Field]

    /// A line of the log.
    public init(id: Int64, access: Access, parties: [PartyID], cases: [CaseID], fields: [PersonalText.Field]) {
        self.id = id
        self.access = access
        self.parties = parties
        self.cases = cases
        self.fields = fields
    }

    /// The line about these texts.
    package init(id: Int64, access: Access, to texts: [PersonalText]) {
        self.init(
            id: id, access: access, parties: Set(texts.compactMap(\.party)).sorted(),
            cases: Set(texts.compactMap(\.case)).sorted(),
            fields: PersonalText.Field.allCases.filter { field in texts.contains { $0.field == field } })
    }
}
