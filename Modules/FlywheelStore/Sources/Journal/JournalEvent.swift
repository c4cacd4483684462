/// One change of state, as the journal keeps it: ids and facts about the work, never personal text.
public struct JournalEvent: Hashable, Sendable, Codable {
    /// What happened.
    public enum Verb: String, Hashable, Sendable, Codable, CaseIterable {
        /// An import was kept.
        case importKept
        /// An import was quarantined.
        case importQuarantined
        /// A quarantined import was accepted.
        case importAccepted
        /// An import was discarded: its facts count no more.
        case importDiscarded
        /// An exception opened.
        case opened
        /// Its evidence changed, or it became known that its seller ordered for what it foresees: then the detail is `ordered` and
        /// when that could help, as in other events of exceptions at the look that first knew it.
        case changed
        /// A predicted one came true.
        case cameTrue
        /// Somebody claimed it.
        case claimed
        /// Somebody let go of it.
        case released
        /// A person closed it.
        case closed
        /// A person said that there is nothing to do; the detail is what it is instead, a word.
        case dismissed
        /// A person opened it again.
        case reopened
        /// The data showed that it was not fixed.
        case notFixed
        /// The data showed the recovery.
        case verified
        /// No data came in time to tell.
        case unverified
        /// It ended without anyone's doing; the detail of what is withdrawn is why, `gone` or `discarded`.
        case cleared
        /// It was predicted and did not happen.
        case lapsed
        /// It had ended by a mistake, and stands again as it did before; the detail is why, `discarded`: the file that ended it
        /// was.
        case returned
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
        /// A case came from its source, new or changed there.
        case taken
        /// Somebody wrote an answer that is not approved of yet; the detail is the message.
        case drafted
        /// A draft was not wanted; the detail is the message.
        case discarded
        /// A case was put off; the detail is until when.
        case held
        /// A case was passed up; the detail is the step and the reason's code.
        case escalated
        /// Somebody said what a case is about, how urgent it is, or who asks; the detail is what they said.
        case labelled
        /// Something else is promised for a case; the detail is the promise's name, empty where nothing is.
        case promised
        /// A case came to stand elsewhere by a person's word.
        case moved
        /// Something of a case is disputed; the detail is its module's.
        case disputed
        /// Something of a case was decided; the detail is the decision's id.
        case decided
        /// A colleague looked at how a case was handled; the detail is what they found, a word.
        case reviewed
        /// Somebody looked at why a case was passed up; the detail is what they found, in words.
        case audited
        /// A case went into another, which is the detail.
        case merged
        /// A case was taken out of another, which is the detail.
        case unmerged
        /// The desk began a contact itself, or it came further; the detail is the template.
        case contacted
        /// A model was kept; the detail is the SHA-256 of its bytes.
        case modelKept
        /// Somebody's personal text was given out to them; the detail is the keyed digest of the request.
        case disclosed
        /// Personal text was erased on request; the detail is the keyed digest of the request, and why it was done in spite of
        /// an open dispute.
        case erased
        /// Personal text was erased because its time was over; the detail is the region and the days.
        case expired
        /// Something that was decided or measured about the work was written down, or stands elsewhere; the detail is its key.
        case recorded
        /// The numbers that steer a workflow's detection were changed; the subject is the workflow.
        case tuned
        /// Somebody was let in, or how they may come in changed; the state is their role, or `disabled`, the detail what
        /// changed, a word.
        case admitted
        /// An API token was made; the detail is whom it acts for.
        case issued
        /// An API token was forgotten; the detail is whom it acted for.
        case revoked
        /// A simulation was said to write the store; the detail is its seed.
        case simulated
        /// Somebody outside is told of what happens from now on.
        case subscribed
        /// A subscription is not told of anything for now.
        case paused
        /// A paused or disabled subscription is told again.
        case resumed
        /// A subscription is not told any more; the detail is why, a word.
        case disabled
        /// A subscription's deliveries are signed with a new secret as well, or with the newest alone.
        case rekeyed
        /// A subscription was removed.
        case unsubscribed
        /// A subscription's deliveries are sent once more; the detail says which.
        case replayed
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

    /// Whether it happened to this, alone or as one of several.
    public func concerns(_ id: String) -> Bool {
        guard count > 1, let letter = subject.first, let first = Int64(subject.dropFirst()) else {
            return id == subject
        }
        guard id.first == letter, let number = Int64(id.dropFirst()) else { return false }
        return first..<first + Int64(count) ~= number && id == "\(letter)\(number)"
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
