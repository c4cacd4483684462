public import Cases
import FlywheelKit
public import FlywheelStore

/// What giving cases out does to one of them.
public struct RoutingStep: Sendable {
    /// What becomes of a case.
    public enum Outcome: Hashable, Sendable {
        /// This person gets it.
        case given(String)
        /// Nobody can take it now.
        case waits
        /// This person has it in hand and is asked first.
        case asks(String)
        /// Another hand changed it meanwhile; the next time decides anew.
        case late
    }

    /// The case as it was.
    public let record: CaseRecord
    /// What becomes of it.
    public internal(set) var outcome: Outcome
    /// The group that gets it; `nil` where that stays as it is.
    public let group: String?
    /// Where it goes and why.
    public let routing: Routing
    /// Why who has it in hand is asked; nothing where they are no longer at the desk.
    public let because: [Obstacle]
    /// What is written; `nil` where nothing is to be.
    let act: CaseAct?

    init?(
        _ review: RoutingReview, of record: CaseRecord, _ contents: Case, rules: DeskRules, at now: Instant
    ) throws {
        self.record = record
        switch review {
        case .stays: return nil
        case .asks(let owner, let because, let routing):
            (outcome, group, self.routing, self.because, act) = (.asks(owner), nil, routing, because, nil)
        case .moves(let routing):
            outcome = routing.person.map(Outcome.given) ?? .waits
            (self.routing, because) = (routing, [])
            let change = Change(routing, of: contents)
            group = change.group ?? nil
            act = try change.isNone ? nil : change.act(on: record, contents, routing, rules: rules, at: now)
        }
    }

    /// What a routing changes of a case.
    private struct Change {
        /// Whose it is from now on, where that is new.
        let owner: String??
        /// The group that has it from now on, where that is new.
        let group: String??

        init(_ routing: Routing, of contents: Case) {
            owner = routing.person == contents.owner ? nil : .some(routing.person)
            // A group that a rule gave it goes with the rule; one that its source or a person names stays.
            let isRuled = if case .rule? = contents.groupWord.here?.by { true } else { false }
            let isNew = routing.need.group != contents.group && (routing.need.group != nil || isRuled)
            group = isNew ? .some(routing.need.group) : nil
        }

        var isNone: Bool { owner == nil && group == nil }

        /// The act that does it: by the rule's word, so that it is nobody's in hand yet.
        func act(
            on record: CaseRecord, _ contents: Case, _ routing: Routing, rules: DeskRules, at now: Instant
        ) throws -> CaseAct {
            var (next, contents, act) = (record, contents, CaseAct())
            let rule = routing.need.rule ?? "routing"
            if let group { contents.add(CaseEvent(at: now, .group(group), by: .rule(rule))) }
            if let owner { contents.add(CaseEvent(at: now, .owner(owner), by: .rule(rule))) }
            rules.promise(to: &contents, at: now)
            try next.hold(contents)
            next.due = rules.due(of: contents, at: now)
            act.cases = [(next, record.version)]
            let detail = routing.person ?? routing.need.group.map { "group \($0)" } ?? ""
            act.events = [
                JournalEvent(.routed, record.id.description, cause: rule, state: next.state, detail: detail)
            ]
            act.isUndoable = true
            return act
        }
    }
}
