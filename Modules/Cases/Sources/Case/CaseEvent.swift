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
        /// It was passed up, to that step of the ladder, for that reason's code.
        case escalated(step: Int, reason: String)
        /// A promise with that id counts for it from now on; `nil` where none does.
        case promise(String?)
        /// It went into another case, or came out of it.
        case merged(into: String)
        /// It was taken out of the case it had gone into.
        case unmerged(from: String)
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

    /// An event.
    public init(at: Instant, _ what: What) {
        self.at = at
        self.what = what
    }
}
