import Statistics

/// What takes an organisation back that had come some way.
public enum Fall: Hashable, Sendable, CaseIterable {
    /// The one who does most leaves.
    case departure
    /// A policy brings many times as much as before.
    case flood
    /// Work is no longer taken in the queue's order.
    case order
}

extension Simulation {
    /// What takes its organisation back; `nil` where nothing does. No store says so: it is what a diagnosis is held against.
    public var fall: Fall? {
        guard scenario == .regressing else { return nil }
        var chance = SplitMix64(seed: seed)
        switch Organisation(scenario, weeks: weeks, &chance).course.phases.last?.event {
        case .departure: return .departure
        case .flood: return .flood
        case nil: return .order
        }
    }
}
