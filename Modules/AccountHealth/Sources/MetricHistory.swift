public import FlywheelKit

/// How each measure stood when it was reported before: a report tells of today alone.
public struct MetricHistory: StageModel {
    /// Which measure of whom.
    public struct Key: Hashable, Sendable, Codable, Comparable {
        let account: String
        let marketplace: String
        let metric: String

        /// By account, marketplace and measure.
        public static func < (left: Key, right: Key) -> Bool {
            (left.account, left.marketplace, left.metric) < (right.account, right.marketplace, right.metric)
        }
    }

    /// Bad ones and of how many, in the time up to a day.
    public struct Observation: Hashable, Sendable, Codable {
        let day: Day
        let count: Int
        let whole: Int
    }

    /// What is seen of all measures in one rotation.
    public struct Survey: Mergeable, Sendable {
        fileprivate var seen: [Key: [Observation]] = [:]

        /// Nothing seen.
        public init() {}

        mutating func add(_ observation: Observation, of key: Key) { seen[key, default: []].append(observation) }

        /// Adds what another part saw.
        public mutating func merge(_ other: Survey) { seen.merge(other.seen) { $0 + $1 } }
    }

    private struct Remembered: Hashable, Sendable, Codable {
        let key: Key
        var observations: [Observation]
    }

    /// As many as a quarter of a year of daily reports.
    private static let most = 90

    private var measures: [Remembered] = []

    /// Nothing known.
    public init() {}

    /// The same with what was seen; of a day the newest report counts.
    func adding(_ survey: Survey) -> MetricHistory {
        var known = Dictionary(measures.map { ($0.key, $0.observations) }, uniquingKeysWith: { first, _ in first })
        for (key, seen) in survey.seen {
            var days = Dictionary((known[key] ?? []).map { ($0.day.epochDays, $0) }, uniquingKeysWith: { $1 })
            for observation in seen { days[observation.day.epochDays] = observation }
            known[key] = days.sorted { $0.key < $1.key }.map(\.value).suffix(Self.most)
        }
        var history = MetricHistory()
        history.measures = known.sorted { $0.key < $1.key }.map { Remembered(key: $0.key, observations: $0.value) }
        return history
    }

    /// Where a measure goes; `nil` where too little of it is known.
    func course(_ key: Key) -> RateCourse? {
        measures.first { $0.key == key }.flatMap { RateCourse($0.observations) }
    }
}
