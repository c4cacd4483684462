import Conversations
import FlywheelKit

extension Conversation {
    /// The conversation with nothing in it later than when it came in: a sender's clock may be wrong, and what is still to come
    /// could neither be answered nor ended.
    func happened(by now: Instant) -> Conversation {
        var past = self
        let moments: [WritableKeyPath<Conversation, Instant?>] = [
            \.opened, \.updated, \.firstAnswered, \.solved, \.closed,
        ]
        for moment in moments {
            past[keyPath: moment] = past[keyPath: moment].map { min($0, now) }
        }
        for index in messages.indices { past.messages[index].at = messages[index].at.map { min($0, now) } }
        past.changes = changes.map { ConversationChange(at: min($0.at, now), $0.field, $0.value, by: $0.by) }
        return past
    }
}
