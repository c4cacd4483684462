import FlywheelKit
import FlywheelRuntime
public import Thresholds

/// How far a workflow is from having its knobs tried.
public struct TuningReadiness: Hashable, Sendable {
    /// The workflow's id.
    public let workflow: String
    /// What it lacks; `nil` where its values can be tried.
    public let lack: ThresholdRefusal?

    /// From 0, nothing is known, to 2, nothing is lacking: labels come before those with something to do.
    var progress: Double {
        switch lack {
        case .tooFewLabels(let found, let needed): Double(found) / Double(needed)
        case .tooFewPositives(let found, let needed): 1 + Double(found) / Double(needed)
        default: 2
        }
    }
}

extension ThresholdDesk {
    /// The workflow that lacks least to have its knobs tried, of several the first by id; `nil` where none has a label.
    ///
    /// What is set, and workflows of which something is under way, wait for nothing.
    public func nearest() throws -> TuningReadiness? {
        let standing = try knobs()
        let asked = Set(standing.filter { !$0.knob.isSet }.map(\.knob.workflow))
            .subtracting(standing.filter { $0.current != nil }.map(\.knob.workflow))
        let known = try asked.sorted().map { workflow in
            TuningReadiness(
                workflow: workflow,
                lack: lack(of: try LabelReader(store, workflow: workflow, from: since, until: now)))
        }
        return known.filter { $0.progress > 0 }.max { ($0.progress, $1.workflow) < ($1.progress, $0.workflow) }
    }

    /// What keeps labels from saying which value is best, before the past is looked at.
    func lack(of labels: LabelReader) -> ThresholdRefusal? {
        let (found, rules) = (labels.labels.count, settings.rules)
        guard found >= rules.leastLabels else { return .tooFewLabels(found: found, needed: rules.leastLabels) }
        let positives = labels.labels.values.count { $0.counted == .actionable }
        guard positives >= rules.leastPositives else {
            return .tooFewPositives(found: positives, needed: rules.leastPositives)
        }
        return nil
    }
}
