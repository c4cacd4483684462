public import FlywheelKit

/// Something that happened to a case. Nothing that people wrote is in it: messages are named by number and stand where they
/// can be erased.
public struct CaseEvent: Hashable, Sendable, Codable {
    /// What happened.
    public enum What: Hashable, Sendable, Codable {
        /// It was opened.
        case opened
        /// Somebody wrote.
        case message(Message)
        /// It came to stand there.
        case state(CaseState)
        /// A person took it or was given it; `nil` leaves it without an owner.
        case owner(String?)
        /// A group of people has it; `nil` leaves it without one.
        case group(String?)
        /// It was said how urgent it is.
        case urgency(Urgency?)
        /// It was said what it is about.
        case intents([String])
        /// It was said why it came about, by the code of a root cause; `nil` takes that back.
        case cause(String?)
        /// It was passed up, to that step of the ladder, for that reason's code.
        case escalated(step: Int, reason: String)
        /// That is promised for it from now on; `nil` where nothing is.
        case promise(Promise?)
        /// It was put off until then; where nothing is said, until a person takes it up.
        case held(until: Instant?)
        /// A person took what its source says of that, in place of what was said here.
        case took(CaseField)
        /// The desk gave it these labels.
        case tagged([String])
        /// It is to be worked through the checklist of that name.
        case checklist(String)
        /// That step of a checklist is done, from 1.
        case stepDone(checklist: String, Int)
        /// It went into another case, by its number at the desk.
        case merged(into: String)
        /// It was taken out of the case it had gone into.
        case unmerged(from: String)
        /// That case went into it, by its number at the desk.
        case joined(String)
        /// That case was taken out of it.
        case parted(String)
        /// A colleague looked at how it was handled and found it so: a word of the desk's own list.
        case reviewed(String)
        /// Somebody looked at why it was passed up.
        case audited(EscalationAudit)
        /// Something happened to a dispute of it.
        case dispute(DisputeMove)
    }

    /// A message, without its text.
    public struct Message: Hashable, Sendable, Codable {
        /// Who wrote.
        public enum Author: Hashable, Sendable, Codable {
            /// The person or company on that side.
            case party(Side)
            /// A person of the desk, by name.
            case agent(String)
            /// A rule or program of the desk, by name.
            case automation(String)
        }

        /// The number it is kept under.
        public let number: Int64
        /// Who wrote.
        public let author: Author
        /// Whether only the desk sees it.
        public let isInternal: Bool

        /// A message.
        public init(_ number: Int64, by author: Author, isInternal: Bool = false) {
            self.number = number
            self.author = author
            self.isInternal = isInternal
        }
    }

    /// When it happened.
    public let at: Instant
    /// What happened.
    public let what: What
    /// Whose word it is.
    public let by: Hand

    /// An event; its source's word where nothing else is said.
    public init(at: Instant, _ what: What, by: Hand = .source) {
        self.at = at
        self.what = what
        self.by = by
    }
}

extension CaseEvent.What {
    /// The field that it sets, where it sets one.
    var field: CaseField? {
        switch self {
        case .state: .state
        case .owner: .owner
        case .group: .group
        case .urgency: .urgency
        case .intents: .intents
        default: nil
        }
    }
}
