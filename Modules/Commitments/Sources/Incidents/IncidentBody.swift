public import FlywheelKit

/// The body of an incident's ``FlywheelStore/LoopRecord``: what was said of it, in the order it was said. Nothing said is
/// ever changed; a correction is the next update.
public struct IncidentBody: Hashable, Sendable, Codable {
    /// What is wrong, in a few words for everybody.
    public let title: String
    /// Who sees to it that the next update comes; never shown in public.
    public let owner: String
    /// When it began, which may be before anybody said so.
    public let began: Instant
    /// What was said, oldest first; the first opened it.
    public internal(set) var updates: [Update]

    /// One thing that was said.
    public struct Update: Hashable, Sendable, Codable {
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
}
