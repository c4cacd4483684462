public import Calendars
public import FlywheelKit

/// When the desk writes first: on what occasion, with which text, how often at most, and whether a person has to agree.
public struct OutreachRule: Hashable, Sendable {
    /// Why the desk writes.
    public enum Occasion: String, Hashable, Sendable, CaseIterable {
        /// An order is late, or likely to be.
        case lateOrder = "late-order"
        /// A case goes on and who asked hears nothing.
        case openCase = "open-case"
        /// A case is likely to become a dispute.
        case disputeRisk = "dispute-risk"
        /// Triage decided what a case is about, and nobody answered or works on it yet.
        case decidedCase = "decided-case"
    }

    /// Its name.
    public let id: String
    /// Why it writes.
    public let occasion: Occasion
    /// The name of the text.
    public let template: String
    /// What a case is to be about, one of these; anything where there are none.
    public let intents: Set<String>
    /// From which probability on, where something is foreseen.
    public let leastChance: Double
    /// Hours between two messages about the same thing: the first goes out at once, the next ones as long as it lasts.
    public let everyHours: Double?
    /// How many messages of all rules one party gets in a week at most.
    public let mostAWeek: Int
    /// Whether it is sent without a person's word. Otherwise a person approves each.
    public let sendsByItself: Bool

    /// A rule.
    public init(
        id: String, occasion: Occasion, template: String, intents: Set<String> = [], leastChance: Double = 0.3,
        everyHours: Double? = nil, mostAWeek: Int = 3, sendsByItself: Bool = false
    ) {
        self.id = id
        self.occasion = occasion
        self.template = template
        self.intents = intents
        self.leastChance = leastChance
        self.everyHours = everyHours
        self.mostAWeek = mostAWeek
        self.sendsByItself = sendsByItself
    }

    /// Whether it is meant for a case about these intents, or for something that is no case.
    public func isMeant(for intents: [String]) -> Bool {
        self.intents.isEmpty || !self.intents.isDisjoint(with: intents)
    }

    /// When a message about something may go out that still lasts; `nil` where none is due: one was written and the rule
    /// writes once, or the party had as many as it gets in a week.
    ///
    /// - Parameters:
    ///   - written: when messages about the same thing were written.
    ///   - others: when any message was written to the party.
    ///   - hours: when messages may go out; at any time where left out.
    public func due(
        after written: [Instant], others: [Instant], hours: BusinessCalendar?, now: Instant
    ) -> Instant? {
        var at = now
        if let last = written.max() {
            guard let everyHours else { return nil }
            at = max(now, last.advanced(byDays: everyHours / 24))
        }
        let week = at.advanced(byDays: -7)
        guard others.count(where: { $0 > week && $0 <= at }) < mostAWeek else { return nil }
        guard let hours else { return at }
        return hours.nextOpening(after: at.seconds).map(Instant.init(seconds:))
    }
}
