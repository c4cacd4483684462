import Cases
import Conversations
import FlywheelKit

/// Says what a conversation means, as a case.
struct ConversationReading {
    let words: SourceWords
    /// Words that nothing here knows, by what they are of.
    private(set) var unknown: [String: Int] = [:]

    init(_ words: SourceWords) { self.words = words }

    /// The case that a conversation tells of, with what its source says and nothing else.
    ///
    /// - Parameters:
    ///   - numbers: the number that each of its messages is kept under.
    ///   - otherwise: when it was written, where nothing in it says so.
    mutating func contents(
        of conversation: Conversation, as key: Case, requester: Int64?, numbers: [Int64], otherwise: Instant
    ) -> Case {
        var made = key
        let source = conversation.source
        made.side = conversation.side.flatMap { side($0) } ?? words.usualSides[source]
        made.requester = requester
        made.channel = conversation.channel
        // Sources say a locale, `de-DE`, or a word, `German`: of the first the language counts, and the second tells nothing.
        made.language = conversation.language.flatMap(DeskTriage.code)
        made.category = conversation.category
        made.tags = conversation.tags
        made.links = conversation.links.compactMap { link in
            CaseLink.Kind(rawValue: link.kind.rawValue).map { CaseLink($0, link.code) }
        }
        made.survey = conversation.satisfaction.flatMap(words.survey)
        if let stake = stake(of: conversation, side: made.side) { made.stakes = [stake] }
        made.stated = stated(of: conversation)
        let moments = conversation.messages.compactMap(\.at)
        let opened = conversation.opened ?? moments.min()
        if let opened { made.add(CaseEvent(at: opened, .opened)) }
        for (message, number) in zip(conversation.messages, numbers) {
            let author = self.author(of: message, side: made.side ?? .buyer, source: source)
            made.add(
                CaseEvent(
                    at: message.at ?? opened ?? otherwise,
                    .message(CaseEvent.Message(number, by: author, isInternal: message.isInternal))))
        }
        for change in conversation.changes {
            if let what = what(change.field, change.value, source) { made.add(CaseEvent(at: change.at, what)) }
        }
        for event in standing(of: conversation, opened: opened, last: moments.max() ?? opened ?? otherwise) {
            made.add(event)
        }
        return made
    }

    // MARK: Its parts

    /// Where it stands and who has it now: what its history does not tell.
    private mutating func standing(of conversation: Conversation, opened: Instant?, last: Instant) -> [CaseEvent] {
        let source = conversation.source
        let told = Set(conversation.changes.map(\.field))
        let updated = conversation.updated ?? last
        var events: [CaseEvent] = []
        func add(_ field: ConversationChange.Field, _ what: CaseEvent.What?) {
            guard !told.contains(field), let what else { return }
            events.append(CaseEvent(at: updated, what))
        }
        if conversation.priority != nil { add(.priority, what(.priority, conversation.priority, source)) }
        if conversation.assignee != nil { add(.assignee, what(.assignee, conversation.assignee, source)) }
        if conversation.group != nil { add(.group, what(.group, conversation.group, source)) }
        guard !told.contains(.status) else { return events }
        guard let status = conversation.status else {
            // A piece of a help desk's ticket, such as a comment, leaves the ticket where it stands.
            return tellsState(of: conversation) ? events : events + course(of: conversation)
        }
        let state = self.state(status, source)
        if state.isDone, let solved = conversation.solved { events.append(CaseEvent(at: solved, .state(.solved))) }
        switch state {
        case .new: events.append(CaseEvent(at: opened ?? updated, .state(.new)))
        case .closed: events.append(CaseEvent(at: conversation.closed ?? updated, .state(.closed)))
        case .solved: events.append(CaseEvent(at: conversation.solved ?? updated, .state(.solved)))
        default: events.append(CaseEvent(at: updated, .state(state)))
        }
        return events
    }

    /// Whether what a source says of a conversation tells where it stands, and not only when it ended.
    func tellsState(of conversation: Conversation) -> Bool {
        conversation.status != nil || conversation.changes.contains { $0.field == .status }
            || words.saysStates(conversation.source)
    }

    /// Where a conversation stands whose source has no states, as mail has none: for the desk once somebody wrote, and for
    /// them once the desk answered; over, whatever was written later, where it says when it ended.
    private func course(of conversation: Conversation) -> [CaseEvent] {
        let ends = [(conversation.solved, CaseState.solved), (conversation.closed, .closed)].compactMap { at, state in
            at.map { CaseEvent(at: $0, .state(state)) }
        }
        var events: [CaseEvent] = []
        for message in conversation.messages where !message.isInternal {
            guard let at = message.at else { continue }
            switch message.author {
            case .agent: events.append(CaseEvent(at: at, .state(.waitingOnRequester)))
            case .automation: continue
            case .requester, .marketplace, .somebody:
                // Each mail is a piece; only the first of its conversation says when that was opened.
                let isFirst =
                    events.isEmpty && conversation.opened.map { at <= $0 } ?? (conversation.source != KeptMail.source)
                events.append(CaseEvent(at: at, .state(isFirst ? .new : .open)))
            }
        }
        return events.filter { event in ends.allSatisfy { event.at < $0.at } } + ends
    }

    private func author(
        of message: CorrespondenceMessage, side: Side, source: String
    ) -> CaseEvent.Message.Author {
        switch message.author {
        case .requester, .somebody: .party(side)
        case .marketplace: .party(.platform)
        case .agent(let name): .agent(name ?? source)
        case .automation: .automation(source)
        }
    }

    private mutating func what(
        _ field: ConversationChange.Field, _ value: String?, _ source: String
    ) -> CaseEvent.What? {
        switch field {
        case .status: value.map { .state(state($0, source)) }
        case .priority: .urgency(value.flatMap { urgency($0, source) })
        case .assignee: .owner(value)
        case .group: .group(value)
        case .category, .activity: nil
        }
    }

    private func stated(of conversation: Conversation) -> StatedFigures {
        var stated = StatedFigures()
        stated.firstAnswered = conversation.firstAnswered
        stated.solved = conversation.solved
        stated.closed = conversation.closed
        stated.reopenings = conversation.figures[.reopens].flatMap { Int($0) }
        stated.reassignments = conversation.figures[.reassignments].flatMap { Int($0) }
        stated.replies = conversation.figures[.replies].flatMap { Int($0) }
        if !conversation.messages.isEmpty {
            stated.tellsOpeningAlone = conversation.messages.allSatisfy { $0.code == CorrespondenceMessage.openingCode }
        }
        stated.keptPromise = conversation.figures[.madePromise].flatMap { Bool($0.lowercased()) }
        return stated
    }

    /// The sum that its source says hangs on it: what a buyer would be given back, or what the marketplace owes.
    private func stake(of conversation: Conversation, side: Side?) -> Stake? {
        let words = (conversation.figures[.amount] ?? "").split(separator: " ")
        guard words.count == 2, let sum = Currency(String(words[0])).flatMap({ Money(decimal: String(words[1]), $0) }),
            sum.minorUnits > 0
        else { return nil }
        let order = conversation.references["order"]
        return Stake(
            side == .platform ? .reimbursement : .refund, sum,
            source: order.map { "order \($0)" } ?? "\(conversation.source) \(conversation.code)")
    }

    // MARK: Words

    private mutating func state(_ word: String, _ source: String) -> CaseState {
        if let state = words.state(word, in: source) { return state }
        unknown["state \"\(word)\" of \(source), taken for open", default: 0] += 1
        return .open
    }

    private mutating func urgency(_ word: String, _ source: String) -> Urgency? {
        if let urgency = words.urgency(word, in: source) { return urgency }
        unknown["priority \"\(word)\" of \(source), taken for unknown", default: 0] += 1
        return nil
    }

    private mutating func side(_ word: String) -> Side? {
        if let side = words.side(word) { return side }
        unknown["side \"\(word)\", taken for unknown", default: 0] += 1
        return nil
    }
}
