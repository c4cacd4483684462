public import FlywheelKit

/// Where a case goes, and why.
public struct Routing: Hashable, Sendable {
    /// Somebody who was not given it.
    public struct PassedOver: Hashable, Sendable {
        /// Their name.
        public let person: String
        /// Why.
        public let obstacles: [Obstacle]

        init(_ person: String, _ obstacles: [Obstacle]) {
            self.person = person
            self.obstacles = obstacles
        }
    }

    /// What it needs.
    public let need: CaseNeed
    /// Whom it goes to; `nil` where it waits.
    public let person: String?
    /// Who was not given it, and why, in the order of people.
    public let passedOver: [PassedOver]
    /// When somebody can take it: now, or when the first of those begins work who only are not at work; `nil` where it
    /// waits for somebody to have room, or for somebody who is able.
    public let earliest: Instant?

    /// Whether nobody of the desk is able to work it, whatever the hour and however few cases there are.
    public var isBeyondTheDesk: Bool { person == nil && passedOver.allSatisfy { !$0.obstacles.allSatisfy(\.passes) } }

    /// Why, in a sentence.
    public var why: String {
        let end =
            person.map { "goes to \($0)" } ?? (isBeyondTheDesk ? "nobody at the desk can" : "waits for somebody free")
        return "\(need); \(end)"
    }
}
