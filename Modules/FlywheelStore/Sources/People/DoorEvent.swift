public import FlywheelKit

/// One line of the log of who came in, who was turned away and what was changed at the door. It is personal data, and
/// has an end; the journal holds apart from it who may do what.
public struct DoorEvent: Hashable, Sendable {
    /// Its number; later ones are higher. 0 while it was never kept.
    public let number: Int64
    /// When it happened.
    public let at: Instant
    /// What happened, a word.
    public let kind: String
    /// Whom it happened to, where that is known; never a name that nobody has.
    public let person: PersonID?
    /// What it was about, as an id or a code.
    public let detail: String
    /// Where from, coarsely.
    public let address: String

    /// A line of the log.
    public init(
        number: Int64 = 0, at: Instant, kind: String, person: PersonID?, detail: String = "", address: String = ""
    ) {
        self.number = number
        self.at = at
        self.kind = kind
        self.person = person
        self.detail = detail
        self.address = address
    }
}
