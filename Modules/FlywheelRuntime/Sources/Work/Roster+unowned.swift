public import FlywheelStore

extension Roster {
    /// Work that stays with nobody, because whom the rules name cannot be given it.
    public struct Unowned: Hashable, Sendable, Codable {
        /// Whom the rules name.
        public var owner: String
        /// Whose it is.
        public var account: String
        /// Why they are not given it.
        public var why: Obstacle
        /// How many open exceptions it is.
        public var count: Int
    }
}
