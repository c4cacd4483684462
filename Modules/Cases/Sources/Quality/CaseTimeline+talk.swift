public import FlywheelKit

extension CaseTimeline {
    /// A run of messages of one end of the case that the other end did not interrupt.
    public struct Turn: Hashable, Sendable {
        /// Whether the desk wrote.
        public let isDesk: Bool
        /// When its first message was written.
        public let at: Instant
    }

    /// Who had the word, oldest first. Notes that only the desk sees and messages of programs answer nobody.
    public var turns: [Turn] {
        var turns: [Turn] = []
        for (at, message) in matter.messages where at <= now && !message.isInternal {
            let isDesk: Bool
            switch message.author {
            case .agent: isDesk = true
            case .party: isDesk = false
            case .automation: continue
            }
            if turns.last?.isDesk != isDesk { turns.append(Turn(isDesk: isDesk, at: at)) }
        }
        return turns
    }
}
