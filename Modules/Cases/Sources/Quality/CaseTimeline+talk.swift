public import FlywheelKit

extension CaseTimeline {
    /// A run of messages of one end of the case that the other end did not interrupt.
    public struct Turn: Hashable, Sendable {
        /// Whether the desk wrote.
        public let isDesk: Bool
        /// When its first message was written.
        public let at: Instant
    }

    /// Who had the word, oldest first.
    public var turns: [Turn] {
        matter.talk.reduce(into: []) { turns, word in
            guard word.at <= now, turns.last?.isDesk != word.isDesk else { return }
            turns.append(Turn(isDesk: word.isDesk, at: word.at))
        }
    }
}
