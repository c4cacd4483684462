public import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What a decision is to move, as far as outcomes alone can tell.
public enum DecisionMetric: String, Hashable, Sendable, Codable, CaseIterable {
    /// The share of ended problems that were real, of those judged real or not.
    case precision
    /// The share of problems that repeat one whose end was verified.
    case repeatRate = "repeat-rate"
    /// Hours from the first sight of a problem to its close.
    case resolutionHours = "resolution-hours"
    /// Hours from the beginning of a problem to its first sight, where something says when it began.
    case detectionHours = "detection-hours"
    /// The share of predictions that did not happen in the time they spoke of, of those whose time is over.
    case falseAlarms = "false-alarms"

    /// The metric of the wheel that asks the same of all that happened; `nil` where there is none.
    public var metric: Metric? {
        switch self {
        case .precision: .alertPrecision
        case .repeatRate: .repeatRate30
        case .resolutionHours: .timeToResolution
        case .detectionHours: .timeToDetection
        case .falseAlarms: nil
        }
    }

    /// The one of a name, its own or that of its ``metric``; `nil` where there is none.
    public init?(named name: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue == name || $0.metric?.rawValue == name }) else {
            return nil
        }
        self = found
    }

    /// Whether more of it is better.
    public var isBetterHigher: Bool { self == .precision }

    /// What an outcome says of it; `nil` where it says nothing, or not yet.
    ///
    /// - Parameter repeats: what came back of causes that were made one.
    func value(of outcome: OutcomeRecord, by judgement: WarningJudgement, _ repeats: MergedRepeats) -> Double? {
        switch self {
        case .precision:
            switch judgement.verdict(of: outcome.exception, said: outcome.verdict) {
            case .actionable, .known: 1
            case .noise, .didNotHappen: 0
            case .selfCleared, .duplicate, nil: nil
            }
        case .repeatRate:
            outcome.verdict == .actionable && outcome.hasBegun
                ? outcome.work.map { repeats[outcome.exception] ?? $0.repeatOf == nil ? 0 : 1 } : nil
        case .resolutionHours:
            outcome.work?.closer == nil ? nil : outcome.ended.days(since: outcome.detected) * 24
        case .detectionHours:
            outcome.work?.isOnsetKnown == true && outcome.predicted == nil
                ? max(0, outcome.detected.days(since: outcome.onset)) * 24 : nil
        case .falseAlarms: judgement.isFalseAlarm(outcome.exception).map { $0 ? 1 : 0 }
        }
    }

    /// Whether its values are none or one, and their mean a share.
    var isShare: Bool { self != .resolutionHours && self != .detectionHours }
}
