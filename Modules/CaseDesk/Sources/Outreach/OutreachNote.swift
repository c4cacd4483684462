import Cases
public import FlywheelKit
public import FlywheelStore

/// What is kept of a message that the desk writes first, beside its template and its party. No text: that is made from the
/// template when it is written to a file.
public struct OutreachNote: Hashable, Sendable, Codable {
    /// Where such a message stands.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// It waits for a person's word.
        case proposed
        /// It may be written once its time has come.
        case approved
        /// A person said no.
        case refused
        /// It is in a file for the tool that sends it.
        case written
        /// What it was about was over before it was written.
        case over
    }

    /// The rule that proposed it.
    public var rule: String
    /// Why it writes.
    public var occasion: String
    /// What it is about: the number of an order, or the id of a case.
    public var about: String
    /// The seller account it concerns.
    public var account: String
    /// The marketplace.
    public var marketplace: String
    /// The language of its text; empty for the one for all others.
    public var language: String
    /// When it may go out.
    public var sendAfter: Instant
    /// The day that was promised, where one was.
    public var promised: Instant?
    /// How likely what is foreseen is: for the desk alone.
    public var chance: Double?
    /// What speaks for it, each in a clause: for the desk alone.
    public var because: [String]
    /// Who decided.
    public var decidedBy: String?
    /// When it was written.
    public var written: Instant?
    /// The file it was written to; nothing where that is not known, as of messages of earlier versions.
    public var file: ChangeRecord.File?
}

extension OutreachNote {
    /// The note of a record.
    init(of record: OutreachRecord) throws { self = try CanonicalJSON.value(Self.self, from: record.body) }

    /// What it is about, by which it is told from all others.
    var matter: Subject? {
        OutreachRule.Occasion(rawValue: occasion)?.matter(about, account: account, marketplace: marketplace)
    }

    /// Whether a rule lets it out by what triage alone decided.
    var isAutomatic: Bool {
        occasion == OutreachRule.Occasion.decidedCase.rawValue && decidedBy == "rule \(rule)"
    }

    /// The note as a record keeps it.
    var body: String { get throws { try CanonicalJSON.text(self) } }
}

/// A message that the desk writes first.
public struct Outreach: Sendable {
    /// As it is kept.
    public let record: OutreachRecord
    /// What else is kept of it.
    public let note: OutreachNote

    /// Reads a record.
    init(_ record: OutreachRecord) throws {
        self.record = record
        note = try OutreachNote(of: record)
    }

    /// Where it stands.
    public var state: OutreachNote.State? { OutreachNote.State(rawValue: record.state) }

    /// Whether a person may still approve it, or refuse it: what is approved can be taken back until it is written.
    public func canBeDecided(approve: Bool) -> Bool { state == .proposed || (state == .approved && !approve) }
}
