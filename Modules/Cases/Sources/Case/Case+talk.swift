public import FlywheelKit

extension Case {
    /// Who had the word, message by message, oldest first: who asks, or a person of the desk.
    ///
    /// Clocks, the inbox, the report and the risk of a dispute all go by it. A note that only the desk sees answers nobody, and
    /// neither does what a program writes; what others write who are on another side is no question.
    public var talk: [(at: Instant, isDesk: Bool)] {
        messages.compactMap { at, message in
            switch message.author {
            case .agent where !message.isInternal: (at, true)
            case .party(let side) where !message.isInternal && (self.side == nil || self.side == side): (at, false)
            case .agent, .party, .automation: nil
            }
        }
    }

    /// Whether nobody can tell who answered it: its source told how it began and nothing of what was written since, nor that
    /// nobody answered, and nothing was written here.
    var hidesAnswers: Bool { stated.tellsOpeningAlone == true && stated.replies != 0 && messages.count < 2 }

    /// When who asks wrote what nobody of the desk had answered by a moment, oldest first.
    public func unanswered(by moment: Instant) -> [Instant] {
        let talk = talk.filter { $0.at <= moment }
        let answered = talk.lastIndex { $0.isDesk }.map { $0 + 1 } ?? 0
        return talk[answered...].map(\.at)
    }
}
