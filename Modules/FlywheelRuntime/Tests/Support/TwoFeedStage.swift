import FlywheelKit

/// Two kinds of problem by two feeds: what is short by stock, and what is blocked by the list of that.
struct TwoFeedStage: FlywheelStage {
    static let short = FindingKind("short", title: "short", effortHours: 1, lastsDays: 5, decidedBy: [Stock.feed])
    static let blocked = FindingKind(
        "blocked", title: "blocked", effortHours: 1, lastsDays: 5, decidedBy: [SuppressedListings.feed])
    static let manifest = StageManifest(
        id: "two-feeds", title: "Two feeds",
        inputs: [
            Stock.feed.deciding(Stock.fulfillable), SuppressedListings.feed.deciding(SuppressedListings.status),
        ],
        kinds: [short, blocked], rootCauses: [RootCause("policy", "A rule was broken.")])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        let issues = chunk.details(of: SuppressedListings.feed)
        for row in chunk.rows {
            if let units = chunk[Stock.fulfillable][row], units < 5 { findings.report(Self.short, at: row, units) }
            if !issues.range(row).isEmpty { findings.report(Self.blocked, at: row, 1) }
        }
    }
}
