import FlywheelKit

/// What one problem or turn adds to a metric, and when.
public enum MetricPart: Hashable, Sendable {
    /// It is one of those that count.
    case counts
    /// It is one of those among which the others count.
    case doesNotCount
    /// It came to it after so many seconds.
    case lasted(Int64)
    /// It has not yet, after so many seconds.
    case going(Int64)
    /// It ended after so many seconds without coming to it.
    case ended(Int64)
    /// It brings so many minor units.
    case amount(Int64)
    /// It brings a number, in the unit of the metric.
    case number(Double)
    /// It is too early to tell.
    case censored
    /// It would bring an amount, and none is known.
    case unpriced
    /// It is counted apart, as the definition says.
    case apart
}

/// A part with its moment.
struct MetricEvent: Hashable, Sendable {
    let at: Instant
    let part: MetricPart
}
