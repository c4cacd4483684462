import FlywheelKit

/// The feed that ``BlockedTickets`` brings along: one row for each support ticket.
enum Tickets {
    private static let key = FeedKey("mini-tickets/1")
    static let listing = Column<String>("listing", in: key, aliases: ["sku"])
    static let opened = Column<Instant>("opened", in: key)
    static let feed = Feed(
        key, title: "tickets", of: .ticket, shape: .snapshot, freshForDays: 1, columns: listing, opened)
}

/// Scans tickets, and gathers a signal of the listing each ticket names.
struct BlockedTickets: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable { var blockedShare: Double }

    static let moot = FindingKind("moot", title: "about a blocked listing", effortHours: 0.2, lastsDays: 3)
    static let manifest = StageManifest(
        id: "mini-tickets", title: "Tickets about blocked listings", scans: .ticket,
        inputs: [Tickets.feed.deciding(Tickets.listing, Tickets.opened)], reads: [ListingAvailability.key],
        kinds: [moot])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        guard let blocked = signals.gather(ListingAvailability.self, on: chunk[Tickets.listing]) else { return }
        let opened = chunk[Tickets.opened]
        for row in chunk.rows {
            guard let share = blocked[row]?.blockedShare else { continue }
            findings.report(Self.moot, at: row, since: opened[row], Evidence(blockedShare: share))
        }
    }
}
