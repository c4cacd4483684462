public import FlywheelKit

/// A case of the desk as it is kept: what it is found and sorted by, and all else as a text that only its module reads.
///
/// Nothing that people wrote is in it, nor who they are: that is ``PersonalText``, which can be erased.
public struct CaseRecord: RecordKind, Hashable, Sendable, Codable {
    /// `C`.
    public static let letter = "C"

    /// Whether somebody disputes something of a case.
    public enum Dispute: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is not over: it waits for a decision, may still be appealed, or money is held.
        case open
        /// It is over.
        case decided
    }

    /// Its id.
    public let id: CaseID
    /// What it is known by across imports.
    public let key: CaseKey
    /// The marketplace it concerns; empty where none is known.
    public var marketplace = ""
    /// Counts changes of the record; one that expects another version is refused.
    public var version = 1
    /// Where it stands, in the words of its module.
    public var state: String
    /// Whether it is over, at least for the desk.
    public var isDone = false
    /// Who asks: a side of the marketplace.
    public var side: String?
    /// Who has it.
    public var owner: String?
    /// Which group of people has it.
    public var group: String?
    /// The language of who asks, by its ISO 639 code.
    public var language: String?
    /// How urgent it is; higher is sooner.
    public var urgency: Int?
    /// When the next of its promises falls due.
    public var due: Instant?
    /// When it was opened.
    public var opened: Instant?
    /// When its source last changed it.
    public var updated: Instant?
    /// When it was solved or closed, where it stands so.
    public var ended: Instant?
    /// Who asks: whose erasure takes what was written in it.
    public var party: PartyID?
    /// The codes of the listings it is about.
    public var listings: [String] = []
    /// Whether somebody disputes something of it.
    public var dispute: Dispute?
    /// The case that it went into and is worked on with.
    public var mergedInto: CaseID?
    /// When what was written in it was last erased: nothing written before is ever kept again. The store sets it.
    public var erased: Instant?
    /// All of it, as canonical JSON of its module.
    public var body: String

    /// A case as it first comes.
    public init(id: CaseID, key: CaseKey, state: String, body: String) {
        self.id = id
        self.key = key
        self.state = state
        self.body = body
    }
}

/// The id of a case.
public typealias CaseID = RecordID<CaseRecord>
