public import FlywheelKit
public import FlywheelStore

/// What was said of announced maintenance; another time is the next update.
public struct MaintenanceBody: NoticeBody {
    /// What is done, in a few words for everybody.
    public let title: String
    /// Who sees to it; never shown in public.
    public let owner: String
    /// The ids of the components that it affects.
    public let components: [String]
    /// What was said, oldest first; the first announced it.
    public var updates: [Update]

    /// One thing that was said.
    public struct Update: NoticeUpdate {
        /// What it says of the work.
        public enum Step: String, Hashable, Sendable, Codable, CaseIterable {
            /// It will be done.
            case announced
            /// It began.
            case begun
            /// It is done.
            case done
            /// It will not be done.
            case cancelled
        }

        /// When.
        public let at: Instant
        /// By whom; never shown in public.
        public let by: String
        /// What is known, for everybody.
        public let text: String
        /// What it says of the work.
        public let step: Step
        /// From when the work is promised to last.
        public let starts: Instant
        /// By when it is promised to be done.
        public let ends: Instant
    }

    /// Where maintenance stands.
    public enum State: String, NoticeState, Codable {
        /// It is to come.
        case announced
        /// It is being done, within the time that was announced.
        case underWay = "under-way"
        /// It did not begin when it was announced for, or is not done by when it was promised.
        case late
        /// It is done.
        case done
        /// It will not be done.
        case cancelled

        /// Whether nothing more is to come.
        public var isOver: Bool { self == .done || self == .cancelled }
        /// Whether it did not begin or end when it was promised to.
        public var isMissed: Bool { self == .late }
    }

    /// Maintenance's.
    public static let kind = LoopRecord.Kind.maintenance

    /// Where it stands at a moment.
    public func state(at moment: Instant) -> State {
        switch last.step {
        case .announced: last.starts < moment ? .late : .announced
        case .begun: last.ends < moment ? .late : .underWay
        case .done: .done
        case .cancelled: .cancelled
        }
    }
}
