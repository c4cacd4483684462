/// When something begins or becomes final, as far as a stage can say: files often name a day and no hour.
///
/// A stage knows no time zones, so where a day begins and ends is for the host to say: for whoever sells in Los Angeles a day
/// of a report begins eight hours after midnight UTC.
public enum Moment: Hashable, Sendable {
    /// A moment.
    case at(Instant)
    /// The first second of a day where the marketplace is.
    case start(of: Day)
    /// The last second of a day where the marketplace is: what can be done on a day is not late on it.
    case end(of: Day)

    /// The moment, by where each day begins.
    public func instant(_ startOfDay: (Day) -> Instant) -> Instant {
        switch self {
        case .at(let instant): instant
        case .start(let day): startOfDay(day)
        case .end(let day): Instant(seconds: startOfDay(day.advanced(by: 1)).seconds - 1)
        }
    }

    var isDay: Bool { if case .at = self { false } else { true } }
}

extension Instant {
    /// Midnight UTC, for who knows no better.
    init(startOf day: Day) { self.init(seconds: Int64(day.epochDays) * 86_400) }
}
