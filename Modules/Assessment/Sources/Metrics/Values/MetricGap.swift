/// Why a metric has no value. None of these is zero.
public enum MetricGap: String, Hashable, Sendable, CaseIterable, Codable {
    /// Somebody looked, and nothing of what it counts happened in the window.
    case nothingHappened = "nothing-happened"
    /// Something happened, and it is too early to tell how it ends.
    case tooEarly = "too-early"
    /// What it needs was not measured: no feed or setting says it, or nobody looked in the window.
    case notMeasured = "not-measured-yet"
    /// It takes the hours that people have, and nobody said them.
    case hoursUnknown = "hours-not-stated"
    /// What it counts has no amount of money.
    case unpriced
    /// It is known for everything together only, and not for a part.
    case wholeOnly = "whole-only"

    /// What would end it, where that is in somebody's hands.
    public var advice: String? { self == .hoursUnknown ? StaffedHours.advice : nil }

    /// The reason, in words.
    public var reason: String {
        switch self {
        case .nothingHappened: "nothing happened"
        case .tooEarly: "too early to tell"
        case .notMeasured: "not measured yet"
        case .hoursUnknown: "staffed hours not stated"
        case .unpriced: "unpriced"
        case .wholeOnly: "known for the whole only"
        }
    }
}
