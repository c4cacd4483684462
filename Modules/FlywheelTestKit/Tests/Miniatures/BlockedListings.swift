import FlywheelKit

/// Publishes a signal: how much of a listing's trade its suppressions block.
struct BlockedListings: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable { var issues: Int }

    static let blocked = FindingKind("blocked", title: "blocked", effortHours: 0.5, lastsDays: 12)
    static let manifest = StageManifest(
        id: "mini-blocked", title: "Blocked listings",
        inputs: [SuppressedListings.feed.deciding(SuppressedListings.since)],
        publishes: [ListingAvailability.key], kinds: [blocked])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let issues = chunk.details(of: SuppressedListings.feed)
        let since = issues[SuppressedListings.since]
        signals.publish(
            chunk.rows.map { row -> ListingAvailability? in
                guard let first = issues.range(row).compactMap({ since[$0] }).min() else { return nil }
                findings.report(Self.blocked, at: row, Evidence(issues: issues.range(row).count))
                return ListingAvailability(blockedShare: 1, since: first)
            })
    }
}
