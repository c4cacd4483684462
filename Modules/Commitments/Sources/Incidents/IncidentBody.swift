public import FlywheelKit
public import FlywheelStore

/// What was said of an incident.
public struct IncidentBody: NoticeBody {
    /// What is wrong, in a few words for everybody.
    public let title: String
    /// Who sees to it that the next update comes; never shown in public.
    public let owner: String
    /// When it began, which may be before anybody said so.
    public let began: Instant
    /// What was said, oldest first; the first opened it.
    public var updates: [Update]

    /// One thing that was said.
    public struct Update: NoticeUpdate {
        /// When.
        public let at: Instant
        /// By whom; never shown in public.
        public let by: String
        /// What is known, for everybody.
        public let text: String
        /// How bad it is from now on.
        public let severity: Severity
        /// The ids of the components that it affects from now on.
        public let components: [String]
        /// By when the next update is promised; `nil` with the one that ends it.
        public let next: Instant?

        /// Whether it ends the incident.
        public var isEnd: Bool { next == nil }
    }

    /// Where an incident stands.
    public enum State: String, NoticeState, Codable {
        /// It lasts, and the next update is not due yet.
        case open
        /// It lasts, and the update that was promised did not come in time.
        case overdue
        /// It is over.
        case resolved

        /// Whether nothing more is to come.
        public var isOver: Bool { self == .resolved }
        /// Whether an update was promised and did not come.
        public var isMissed: Bool { self == .overdue }
    }

    /// An incident's.
    public static let kind = LoopRecord.Kind.incident

    /// Where it stands at a moment: an update is overdue from the second after it was promised for.
    public func state(at moment: Instant) -> State {
        guard let next = last.next else { return .resolved }
        return next < moment ? .overdue : .open
    }
}
