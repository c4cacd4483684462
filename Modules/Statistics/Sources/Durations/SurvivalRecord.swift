/// How many observations lasted how many whole days, closed or still open: all that survival estimates need.
///
/// What was first seen when it had lasted a while could not have been seen to end before: had it ended, nobody would know of
/// it. So it counts from the day after it was seen (left truncation; J. Kalbfleisch and R. Prentice, "The Statistical
/// Analysis of Failure Time Data", 1980, 1.3).
///
/// Records merge in any order to the same result, so each part of a catalogue can keep its own.
public struct SurvivalRecord: Hashable, Sendable {
    /// The longest duration told apart. Whatever lasts longer counts as still open here, which leaves every estimate
    /// up to this day exact.
    public static let longestDays = 730

    /// What was seen of one duration.
    private struct Day: Hashable, Sendable {
        /// Observations that count from this day on.
        var begun = 0
        /// Those that ended then.
        var closed = 0
        /// Those that were last seen then, still open.
        var open = 0
    }

    /// Indexed by duration, as long as the longest duration recorded needs.
    private var days: [Day] = []

    /// Creates an empty record.
    public init() {}

    /// Creates a record of observations, each with its duration in whole days and whether it has closed.
    public init(_ observations: [(days: Int, closed: Bool)]) {
        for observation in observations { add(days: observation.days, closed: observation.closed) }
    }

    /// Observations in the record.
    public var count: Int { days.reduce(0) { $0 + $1.begun } }

    /// Whether nothing has been recorded.
    public var isEmpty: Bool { days.isEmpty }

    /// Adds observations of one duration.
    /// - Parameters:
    ///   - days: Whole days from start to close, or from start to the last time it was seen open; zero or more.
    ///   - first: Whole days from start to when it was first seen; no more than those. What was seen late and no day longer
    ///     tells nothing, and is left out.
    ///   - closed: Whether it ended after these days; false if it was still open.
    ///   - count: How many such observations, one or more.
    public mutating func add(days duration: Int, seenAfter first: Int = 0, closed: Bool, count: Int = 1) {
        precondition((0...duration).contains(first), "expected 0 ≤ \(first) ≤ \(duration) days")
        precondition(count >= 1, "at least one observation must be added, found \(count)")
        let day = min(duration, Self.longestDays)
        let begun = first == 0 ? 0 : first + 1
        guard begun <= day else { return }
        grow(to: day + 1)
        days[begun].begun += count
        if closed && duration <= Self.longestDays { days[day].closed += count } else { days[day].open += count }
    }

    /// Adds all observations of another record.
    public mutating func merge(_ other: SurvivalRecord) {
        grow(to: other.days.count)
        for (day, counts) in other.days.enumerated() {
            days[day].begun += counts.begun
            days[day].closed += counts.closed
            days[day].open += counts.open
        }
    }

    private mutating func grow(to count: Int) {
        guard days.count < count else { return }
        days.append(contentsOf: repeatElement(Day(), count: count - days.count))
    }

    /// Per duration, how many closed at it and how many could have: those that were seen before and had lasted that long.
    /// Ties count closings first, so what was last seen open on a day was still at risk on it.
    var hazardCounts: [(closed: Int, atRisk: Int)] {
        var atRisk = 0
        return days.map { day in
            atRisk += day.begun
            defer { atRisk -= day.closed + day.open }
            return (day.closed, atRisk)
        }
    }
}
