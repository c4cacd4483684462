/// One change of state, as the journal keeps it: ids and facts about the work, never personal text.
public struct JournalEvent: Hashable, Sendable, Codable {
    /// What happened.
    public enum Verb: String, Hashable, Sendable, Codable {
        /// An import was kept.
        case importKept
        /// An import was quarantined.
        case importQuarantined
        /// A quarantined import was accepted.
        case importAccepted
        /// A quarantined import was discarded.
        case importDiscarded
        /// An exception opened.
        case opened
        /// Its evidence changed.
        case changed
        /// A predicted one came true.
        case cameTrue
        /// Somebody claimed it.
        case claimed
        /// Somebody let go of it.
        case released
        /// A person closed it.
        case closed
        /// A person opened it again.
        case reopened
        /// The data showed that it was not fixed.
        case notFixed
        /// The data showed the recovery.
        case verified
        /// No data came in time to tell.
        case unverified
        /// It ended without anyone's doing.
        case cleared
        /// It was predicted and did not happen.
        case lapsed
        /// It was given an owner by a rule.
        case routed
        /// It was found to have its cause in common with others; the detail is the exception that stands for them.
        case joined
        /// A person found it, and no stage had.
        case added
        /// A person gave it an owner, who is the detail.
        case assigned
        /// Somebody wrote about it; the detail is the note's id and keyed digest, ``NoteDigest``.
        case noted
        /// Nobody is to look at it for now; the detail is until when, and the reason where that is a word.
        case snoozed
        /// It is to be looked at again; the detail is why: `due`, `grown`, `began` or `asked`.
        case woken
        /// Somebody opened its playbook; the detail is the playbook's id.
        case playbookOpened
        /// Somebody did a step of its playbook; the detail is its number, from 1.
        case stepDone
        /// Somebody took back their last change; the detail is that change's verb.
        case undone
        /// A rotation proposed to change a listing; the detail is the exception that it would end.
        case proposed
        /// A person approved of a proposed change; the detail is the mode it was approved in.
        case approved
        /// A person refused a proposed change; the detail is the reason, a word.
        case refused
        /// A change was written to a file for the marketplace; the detail is the file's SHA-256.
        case written
        /// What a change replaced was written to a file for the marketplace; the detail is the file's SHA-256.
        case takenBack
        /// A proposed change no longer stands; the detail is the change proposed in its stead, where there is one.
        case superseded
    }

    /// What happened.
    public var verb: Verb
    /// What it happened to: `X1042`, `I31`; the first of them where it happened to several.
    public var subject: String
    /// To how many it happened, whose ids follow each other; their states and all else of the event are alike.
    public var count: Int
    /// What brought it about: `R212`, `I31`, a rule; nothing when the actor did.
    public var cause: String
    /// The state after it, where it has one.
    public var state: String
    /// More about it, such as a root cause; codes, never free text.
    public var detail: String

    /// A change of state.
    public init(
        _ verb: Verb, _ subject: String, count: Int = 1, cause: String = "", state: String = "", detail: String = ""
    ) {
        self.verb = verb
        self.subject = subject
        self.count = count
        self.cause = cause
        self.state = state
        self.detail = detail
    }

    /// The ids of all it happened to.
    public var subjects: [String] {
        guard count > 1, let letter = subject.first, let first = Int64(subject.dropFirst()) else { return [subject] }
        return (0..<Int64(count)).map { "\(letter)\(first + $0)" }
    }

    /// The event as bytes that no other event has: its parts, each behind its length.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for part in [verb.rawValue, subject, String(count), cause, state, detail] {
            bytes += "\(part.utf8.count):".utf8
            bytes += part.utf8
        }
        return bytes
    }
}
