public import FlywheelKit
public import FlywheelStore

/// Ends that the data confirmed, of what may come back, each at its place: whatever comes back there is the same again.
public struct VerifiedEnds<Place: Hashable & Sendable>: Sendable {
    private var ends: [Place: [(at: Instant, id: ExceptionID)]] = [:]

    /// No ends.
    public init() {}

    /// Adds the end of an exception.
    public mutating func add(_ id: ExceptionID, at ended: Instant, in place: Place) {
        ends[place, default: []].append((ended, id))
    }

    /// The newest end by the time another exception was seen, no more than so many days before.
    public func newest(
        before detected: Instant, of id: ExceptionID, in place: Place, days: Double = .infinity
    ) -> ExceptionID? {
        ends[place, default: []]
            .filter { $0.id != id && $0.at <= detected && detected.days(since: $0.at) <= days }
            .max { ($0.at, $0.id) < ($1.at, $1.id) }?.id
    }
}
