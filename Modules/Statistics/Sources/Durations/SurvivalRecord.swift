/// How many observations lasted how many whole days, closed or still open: all that survival estimates need.
///
/// Records merge in any order to the same result, so each part of a catalogue can keep its own.
public struct SurvivalRecord: Hashable, Sendable {
    /// The longest duration told apart. Whatever lasts longer counts as still open here, which leaves every estimate
    /// up to this day exact.
    public static let longestDays = 730

    /// The observations of one duration.
    struct Day: Hashable, Sendable, Codable {
        var closed = 0
        var open = 0
    }

    /// Indexed by duration, as long as the longest duration recorded needs.
    private(set) var days: [Day] = []

    /// Creates an empty record.
    public init() {}

    /// Creates a record of observations, each with its duration in whole days and whether it has closed.
    public init(_ observations: [(days: Int, closed: Bool)]) {
        for observation in observations { add(days: observation.days, closed: observation.closed) }
    }

    /// Observations in the record.
    public var count: Int { days.reduce(0) { $0 + $1.closed + $1.open } }

    /// Whether nothing has been recorded.
    public var isEmpty: Bool { days.isEmpty }

    /// Adds observations of one duration.
    /// - Parameters:
    ///   - days: Whole days from start to close, or from start to the last time it was seen open; zero or more.
    ///   - closed: Whether it ended after these days; false if it was still open.
    ///   - count: How many such observations, one or more.
    public mutating func add(days duration: Int, closed: Bool, count: Int = 1) {
        precondition(duration >= 0, "a duration is not below zero days, found \(duration)")
        precondition(count >= 1, "at least one observation must be added, found \(count)")
        let day = min(duration, Self.longestDays)
        grow(to: day + 1)
        if closed && duration <= Self.longestDays { days[day].closed += count } else { days[day].open += count }
    }

    /// Adds all observations of another record.
    public mutating func merge(_ other: SurvivalRecord) {
        grow(to: other.days.count)
        for (day, counts) in other.days.enumerated() {
            days[day].closed += counts.closed
            days[day].open += counts.open
        }
    }

    private mutating func grow(to count: Int) {
        guard days.count < count else { return }
        days.append(contentsOf: repeatElement(Day(), count: count - days.count))
    }

    /// Per duration, how many closed at it and how many had lasted that long. Ties count closings first, so what was
    /// last seen open on a day was still at risk on it.
    var hazardCounts: [(closed: Int, atRisk: Int)] {
        var atRisk = count
        return days.map { day in
            defer { atRisk -= day.closed + day.open }
            return (day.closed, atRisk)
        }
    }
}

extension SurvivalRecord: Codable {
    /// Reads a record, refusing durations and counts that no record can hold.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let days = try container.decode([Day].self)
        guard days.count <= Self.longestDays + 1, days.allSatisfy({ $0.closed >= 0 && $0.open >= 0 }) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "expected at most \(Self.longestDays + 1) days of counts not below zero, found \(days)")
        }
        self.days = days
    }

    /// Writes the counts as one array indexed by duration.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(days)
    }
}
