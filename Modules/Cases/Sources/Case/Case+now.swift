public import FlywheelKit

extension Case {
    /// When it was opened; `nil` where its source does not say.
    public var opened: Instant? {
        last { if case .opened = $0.what { $0.at } else { nil } }
    }

    /// Where it stands.
    public var state: CaseState {
        last { if case .state(let state) = $0.what { state } else { nil } } ?? .new
    }

    /// Who has it.
    public var owner: String? {
        last { if case .owner(let owner) = $0.what { .some(owner) } else { nil } } ?? nil
    }

    /// The group that has it.
    public var group: String? {
        last { if case .group(let group) = $0.what { .some(group) } else { nil } } ?? nil
    }

    /// How urgent it is, where somebody said so.
    public var urgency: Urgency? {
        last { if case .urgency(let urgency) = $0.what { .some(urgency) } else { nil } } ?? nil
    }

    /// What it is about.
    public var intents: [String] {
        last { if case .intents(let intents) = $0.what { intents } else { nil } } ?? []
    }

    /// The step of the ladder it stands on, 0 for the frontline.
    public var step: Int {
        last { if case .escalated(let step, _) = $0.what { step } else { nil } } ?? 0
    }

    /// When it was solved or closed, where it stands so now and was not opened again.
    public var ended: Instant? {
        guard state.isDone else { return nil }
        var ended: Instant?
        for event in events {
            guard case .state(let state) = event.what else { continue }
            ended = state.isDone ? ended ?? event.at : nil
        }
        return ended
    }

    /// What the newest event says of which `read` can say anything.
    private func last<Value>(_ read: (CaseEvent) -> Value?) -> Value? {
        for event in events.reversed() {
            if let value = read(event) { return value }
        }
        return nil
    }
}
