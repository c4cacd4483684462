public import FlywheelKit
import FlywheelStore

/// When a delivery is tried again: the steps that Standard Webhooks proposes, a little apart for each delivery.
public enum RetrySchedule {
    /// Seconds before each attempt, from the first on: at once, 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h.
    static let delays: [Int64] = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]

    /// How often a delivery is tried before it is dead.
    public static var attempts: Int { delays.count }

    /// When a delivery is tried after `attempts` attempts; `nil` where that was the last.
    ///
    /// Up to a tenth is added, which follows from the id and the attempt, so that what failed together does not come back
    /// together.
    public static func next(after attempts: Int, of id: String, from moment: Instant) -> Instant? {
        guard delays.indices.contains(attempts) else { return nil }
        let delay = delays[attempts]
        return moment.advanced(bySeconds: delay + jitter(id, attempts) % (delay / 10 + 1))
    }

    /// A number that follows from an id and an attempt, at least 0.
    private static func jitter(_ id: String, _ attempt: Int) -> Int64 {
        Array("\(id) \(attempt)".utf8).withUnsafeBytes { Int64(ByteHash.hash($0) >> 1) }
    }
}
