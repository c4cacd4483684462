public import FlywheelKit

/// A matter between the desk and somebody on a side of the marketplace.
///
/// What is true of it now follows from its ``events``; clocks, metrics and routing read nothing else. What people wrote, and
/// who they are, is not in it: `requester` is a number that leads to what can be erased.
public struct Case: Hashable, Sendable, Codable {
    /// The system it comes from, `zendesk`, `zammad`, `mail`, or `flywheel` itself.
    public let source: String
    /// Its number there.
    public let code: String
    /// The seller account it belongs to.
    public let account: String
    /// The marketplace it concerns; empty where none is known.
    public var marketplace: String
    /// Who asks.
    public var side: Side?
    /// The number of the person or company that asks.
    public var requester: Int64?
    /// How it came in: `email`, `web`, `phone`, `chat`, in the source's words.
    public var channel: String?
    /// The language of who asks, by its ISO 639 code.
    public var language: String?
    /// The topic as the source states it, where it does.
    public var category: String?
    /// Labels people gave it.
    public var tags: [String]
    /// What it is about.
    public var links: [CaseLink]
    /// What hangs on it.
    public var stakes: [Stake]
    /// What its source says outright of its course.
    public var stated: StatedFigures
    /// How who asks was found to be satisfied; `nil` where nobody asked them.
    public var survey: SurveyAnswer?
    /// Where it comes to stand once an answer that was drafted goes out, where that is not to wait for who asked; `nil` where
    /// nothing is planned.
    public private(set) var plans: [AnswerPlan]?
    /// What happened, oldest first.
    public private(set) var events: [CaseEvent]

    /// A case of which nothing happened yet.
    public init(source: String, code: String, account: String, marketplace: String = "") {
        self.source = source
        self.code = code
        self.account = account
        self.marketplace = marketplace
        tags = []
        links = []
        stakes = []
        stated = StatedFigures()
        events = []
    }

    /// Adds what happened; of one moment, what was added first stays first.
    public mutating func add(_ event: CaseEvent) {
        let place = events.lastIndex { $0.at <= event.at }.map { $0 + 1 } ?? 0
        events.insert(event, at: place)
    }

    /// Plans where it comes to stand once an answer goes out: nobody was asked or told before that.
    public mutating func plan(_ state: CaseState, once message: Int64) {
        plans = (plans ?? []) + [AnswerPlan(message: message, state: state)]
    }

    /// Ends what was planned with an answer, which went out or never will.
    ///
    /// - Returns: where it was to come to stand; `nil` where nothing was planned.
    public mutating func endPlan(once message: Int64) -> CaseState? {
        let planned = plans?.last { $0.message == message }
        let left = plans?.filter { $0.message != message } ?? []
        plans = left.isEmpty ? nil : left
        return planned?.state
    }

    /// Takes what another export of its source says of the case.
    ///
    /// Events add up, each counted once, so that exports may come in any order, overlap, and tell of a case in pieces: the
    /// newest word is the one with the latest time, whichever came in last. Of what has no time of its own, the export that
    /// the source changed last counts. What an export leaves out takes nothing back, and what the desk did stays.
    ///
    /// - Parameter isNewer: whether the source changed `other` later than what was taken before.
    public mutating func take(_ other: Case, isNewer: Bool) {
        let (newer, older) = isNewer ? (other, self) : (self, other)
        side = newer.side ?? older.side
        requester = newer.requester ?? older.requester
        channel = newer.channel ?? older.channel
        language = newer.language ?? older.language
        category = newer.category ?? older.category
        survey = newer.survey ?? older.survey
        tags = Case.joined(newer.tags.isEmpty ? older.tags : newer.tags, given)
        stated = newer.stated.completed(by: older.stated)
        links = CaseLink.joined(links, other.links)
        take(other.stakes, isNewer: isNewer)
        let known = Set(events)
        let own = ownMessages
        for event in other.events where event.by == .source && !known.contains(event) {
            // What the desk wrote is counted when it was written, and not a second time when its tool tells of it.
            if case .message(let message) = event.what, own.contains(message.number) { continue }
            hear(event)
        }
    }

    /// Takes sums that hang on it: of one kind and from one place, the newest.
    private mutating func take(_ others: [Stake], isNewer: Bool) {
        for other in others {
            guard let place = stakes.firstIndex(where: { $0.kind == other.kind && $0.source == other.source }) else {
                stakes.append(other)
                continue
            }
            if isNewer { stakes[place] = other }
        }
    }

    /// The numbers of the messages that people and rules of the desk wrote.
    private var ownMessages: Set<Int64> {
        Set(
            events.compactMap { event in
                if case .message(let message) = event.what, event.by != .source { message.number } else { nil }
            })
    }

    /// Labels that the desk gave it.
    private var given: [String] {
        events.flatMap { event -> [String] in if case .tagged(let tags) = event.what { tags } else { [] } }
    }

    /// Both, each once.
    private static func joined(_ tags: [String], _ others: [String]) -> [String] {
        tags + others.filter { !tags.contains($0) }
    }

    /// Gives it labels, and says so.
    public mutating func tag(_ tags: [String], at: Instant, by hand: Hand) {
        add(CaseEvent(at: at, .tagged(tags), by: hand))
        self.tags = Case.joined(self.tags, tags)
    }

    /// Adds a word of the source. Exports of what holds now say it every time: of a word that is said again and again, the
    /// first and the last time are kept, which says as much.
    private mutating func hear(_ event: CaseEvent) {
        if let field = event.what.field {
            func isWord(_ other: CaseEvent) -> Bool { other.by == .source && other.what.field == field }
            let before = events.indices.filter { isWord(events[$0]) && events[$0].at <= event.at }.suffix(2)
            let isRepeated = before.last.map { events[$0].what == event.what } ?? false
            let next = events.first { isWord($0) && $0.at > event.at }
            if isRepeated, next?.what == event.what { return }
            if isRepeated, before.count == 2, let first = before.first, let last = before.last,
                events[first].what == event.what
            {
                events.remove(at: last)
            }
        }
        add(event)
    }

    /// Forgets events, for a look at what would be without them.
    mutating func removeEvents(where isGone: (CaseEvent) -> Bool) { events.removeAll(where: isGone) }

    /// The case as its log stood at a moment: without what happened since.
    func asKnown(at now: Instant) -> Case {
        guard let last = events.last, last.at > now else { return self }
        var known = self
        known.removeEvents { $0.at > now }
        return known
    }
}
