public import FlywheelKit

/// Something that was decided about how to work, or measured of it, as its module writes it down.
///
/// The store knows none of what it means: a kind, a number, a name within its kind, where it stands, and a body.
public struct LoopRecord: Hashable, Sendable, Codable {
    /// What a record is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A choice about how to work, with the day its effect is looked at; shares its numbers with the desk's decisions.
        case decision
        /// A reasoned wish to change a number that steers detection.
        case proposal
        /// A row that was found only because detection looked more closely there, to be judged by a person.
        case candidate
        /// A routine that somebody went through, or skipped.
        case habit
        /// What an assessment found at one moment.
        case assessment
        /// A check that does not count until a day.
        case exemption
        /// What somebody declared, with what proves it.
        case attachment
        /// What was measured of one workflow's effect on another.
        case link
        /// Something that stopped working, as it is told to everybody.
        case incident
        /// Work on the house that is announced to everybody.
        case maintenance
        /// A change of what the house goes by, with the text before and after.
        case setting

        /// The letter that its numbers are written with: `D12`.
        public var letter: String {
            switch self {
            case .decision: DecisionRecord.letter
            case .proposal: "T"
            case .candidate: "K"
            case .habit: "H"
            case .assessment: "A"
            case .exemption: "E"
            case .attachment: "F"
            case .link: "J"
            case .incident: "B"
            case .maintenance: "G"
            case .setting: "Y"
            }
        }
    }

    /// What it is.
    public let kind: Kind
    /// Its number, set aside with ``LearningStore/reserve(_:of:)-(_,LoopRecord.Kind)``; stable for ever and never used again.
    public let number: Int64
    /// What no other of its kind has, such as a fingerprint.
    public let key: String
    /// The workflow it is about; `nil` where it is about all.
    public let workflow: String?
    /// Where it stands, in the words of its module.
    public var state: String
    /// When what it says was so.
    public var at: Instant
    /// Who says it.
    public var by: String
    /// Counts changes. It is kept under the version it was read with; 0 while it was never kept.
    public var version: Int
    /// All else, as canonical JSON of its module; codes, never personal text.
    public var body: String

    /// A record.
    public init(
        _ kind: Kind, number: Int64, key: String, workflow: String? = nil, state: String, at: Instant, by: String,
        version: Int = 0, body: String = "{}"
    ) {
        self.kind = kind
        self.number = number
        self.key = key
        self.workflow = workflow
        self.state = state
        self.at = at
        self.by = by
        self.version = version
        self.body = body
    }

    /// The letter and the number.
    public var id: String { "\(kind.letter)\(number)" }

    /// What the journal holds of its being kept.
    public var event: JournalEvent { JournalEvent(.recorded, id, state: state, detail: key) }
}
