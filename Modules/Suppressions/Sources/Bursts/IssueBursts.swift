import FlywheelKit
import Statistics

/// The bursts of a catalogue.
struct IssueBursts: Hashable, Codable, Sendable {
    /// The fewest listings that are counted as a burst at all; the knob says how many make one that is shown.
    static let fewest = 5

    private struct Source: Hashable, Comparable {
        let account: String
        let marketplace: String
        let name: String

        init(_ key: IssueBurst.Key) { (account, marketplace, name) = (key.account, key.marketplace, key.name) }

        static func < (left: Source, right: Source) -> Bool {
            (left.account, left.marketplace, left.name) < (right.account, right.marketplace, right.name)
        }
    }

    /// By account, marketplace, name and day.
    private(set) var all: [IssueBurst] = []

    /// None.
    init() {}

    /// The bursts among issues that listings have now: those of before as long as any listing has the issue, with the most
    /// that had it, and new ones. What a seller has standing from the four weeks before a day is its usual rate.
    init(among listings: [IssueBurst.Key: Int], after before: IssueBursts) {
        let most = Dictionary(before.all.map { ($0.key, $0.listings) }, uniquingKeysWith: max)
        let scan = BurstScan(window: 86_400, least: Self.fewest)
        for (_, days) in Dictionary(grouping: listings, by: { Source($0.key) }).sorted(by: { $0.key < $1.key }) {
            let times = days.flatMap { key, count in
                [Int64](repeating: Instant(startOf: key.day).seconds, count: count)
            }
            let found = Set(scan.bursts(in: times).map(\.first))
            for (key, count) in days.sorted(by: { $0.key.day < $1.key.day }) {
                guard most[key] != nil || found.contains(Instant(startOf: key.day).seconds) else { continue }
                all.append(IssueBurst(key: key, listings: max(count, most[key] ?? 0)))
            }
        }
    }

    /// By what they count, those of at least so many listings.
    func byKey(ofAtLeast listings: Double, in chunk: Chunk) -> [IssueBurst.Key: FindingGroup] {
        Dictionary(
            all.filter { Double($0.listings) >= listings }.map { ($0.key, $0.group(in: chunk)) },
            uniquingKeysWith: { first, _ in first })
    }
}
