public import FlywheelKit

/// The body of the ``FlywheelStore/LoopRecord`` of announced maintenance: what was said of it, in the order it was said.
/// Nothing said is ever changed; another time is the next update.
public struct MaintenanceBody: Hashable, Sendable, Codable {
    /// What is done, in a few words for everybody.
    public let title: String
    /// Who sees to it; never shown in public.
    public let owner: String
    /// The ids of the components that it affects.
    public let components: [String]
    /// What was said, oldest first; the first announced it.
    public internal(set) var updates: [Update]

    /// One thing that was said.
    public struct Update: Hashable, Sendable, Codable {
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
}
