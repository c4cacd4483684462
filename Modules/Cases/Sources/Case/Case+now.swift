public import FlywheelKit

extension Case {
    /// When it was opened; `nil` where its source does not say. A conversation may come in pieces, each of which takes its own
    /// first message for the opening: the earliest is.
    public var opened: Instant? {
        events.first { $0.what == .opened }?.at
    }

    /// Where it stands.
    public var state: CaseState { course.last?.state ?? .new }

    /// Who has it.
    public var owner: String? { ownerWord.value ?? nil }

    /// The group that has it.
    public var group: String? { groupWord.value ?? nil }

    /// How urgent it is, where somebody said so.
    public var urgency: Urgency? { urgencyWord.value ?? nil }

    /// What it is about.
    public var intents: [String] { intentsWord.value ?? [] }

    /// What was said of its owner; nothing in a word is that it has none.
    public var ownerWord: Word<String?> {
        Word(.owner, in: events) { if case .owner(let owner) = $0 { .some(owner) } else { nil } }
    }

    /// What was said of its group.
    public var groupWord: Word<String?> {
        Word(.group, in: events) { if case .group(let group) = $0 { .some(group) } else { nil } }
    }

    /// What was said of its urgency.
    public var urgencyWord: Word<Urgency?> {
        Word(.urgency, in: events) { if case .urgency(let urgency) = $0 { .some(urgency) } else { nil } }
    }

    /// What was said of what it is about.
    public var intentsWord: Word<[String]> {
        Word(.intents, in: events) { if case .intents(let intents) = $0 { intents } else { nil } }
    }

    /// What its source said later than the desk, and otherwise.
    public var conflicts: [CaseConflict] {
        let none = "none"
        var conflicts = [
            ownerWord.conflict(.owner) { $0 ?? none }, groupWord.conflict(.group) { $0 ?? none },
            urgencyWord.conflict(.urgency) { $0.map { "\($0)" } ?? none },
            intentsWord.conflict(.intents) { $0.isEmpty ? none : $0.joined(separator: ", ") },
        ].compactMap(\.self)
        let stated = Word(.state, in: events) { if case .state(let state) = $0 { state } else { nil } }
        if state == .onHold, let conflict = stated.conflict(.state, \.rawValue) { conflicts.insert(conflict, at: 0) }
        return conflicts
    }

    /// The case it went into, by its number at the desk.
    public var mergedInto: String? {
        last {
            switch $0.what {
            case .merged(let into): .some(into)
            case .unmerged: .some(nil)
            default: nil
            }
        } ?? nil
    }

    /// Why it came about, where somebody said so.
    public var cause: String? {
        last { if case .cause(let cause) = $0.what { .some(cause) } else { nil } } ?? nil
    }

    /// The step of the ladder it stands on, 0 for the frontline.
    public var step: Int {
        last { if case .escalated(let step, _) = $0.what { step } else { nil } } ?? 0
    }

    /// When it was solved or closed, where it stands so now and was not opened again.
    public var ended: Instant? {
        var ended: Instant?
        for (at, state) in course { ended = state.isDone ? ended ?? at : nil }
        return ended
    }

    /// The cases that went into it, by their numbers at the desk.
    public var members: [String] {
        events.reduce(into: []) { members, event in
            if case .joined(let id) = event.what { members.append(id) }
            if case .parted(let id) = event.what { members.removeAll { $0 == id } }
        }
    }

    /// The checklists it is worked through, in order.
    public var checklists: [String] {
        var seen: Set<String> = []
        return events.compactMap { if case .checklist(let name) = $0.what { name } else { nil } }
            .filter { seen.insert($0).inserted }
    }

    /// The steps of a checklist that are done, from 1.
    public func stepsDone(of checklist: String) -> Set<Int> {
        Set(events.compactMap { if case .stepDone(checklist, let step) = $0.what { step } else { nil } })
    }

    /// The messages, oldest first.
    public var messages: [(at: Instant, message: CaseEvent.Message)] {
        events.compactMap { if case .message(let message) = $0.what { ($0.at, message) } else { nil } }
    }

    /// What the newest event says of which `read` can say anything.
    private func last<Value>(_ read: (CaseEvent) -> Value?) -> Value? {
        for event in events.reversed() {
            if let value = read(event) { return value }
        }
        return nil
    }
}
