import FlywheelKit

/// Reports how many days of sales it is shown of each listing: it asks for a week.
struct WeekStage: FlywheelStage {
    static let seen = FindingKind("seen", title: "seen", effortHours: 0, lastsDays: 1)
    static let manifest = StageManifest(
        id: "week", title: "Week", inputs: [], windows: [Sales.units.last(days: 7)], kinds: [seen])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        for row in chunk.rows { findings.report(Self.seen, at: row, chunk[Sales.units].row(row).count) }
    }
}

/// Listings that cost more than twice what the catalogue does on average, which its model knows.
struct DearStage: Surveying {
    struct Model: StageModel {
        var listings = 0
        var cents: Int64 = 0
    }

    struct Survey: Mergeable {
        var listings = 0
        var cents: Int64 = 0

        mutating func merge(_ other: Survey) {
            listings += other.listings
            cents += other.cents
        }
    }

    static let dear = FindingKind("dear", title: "dear", effortHours: 0.1, lastsDays: 5)
    static let manifest = StageManifest(
        id: "dear", title: "Dear", inputs: [Catalog.feed.deciding(Catalog.price)], kinds: [dear])

    private let model: Model

    init(knobs: NoKnobs, model: Model) { self.model = model }

    static func survey(_ chunk: Chunk, into survey: inout Survey) {
        for row in chunk.rows {
            guard let price = chunk[Catalog.price][row] else { continue }
            survey.listings += 1
            survey.cents += price.minorUnits
        }
    }

    static func fit(_ survey: Survey, after model: Model) -> Model {
        Model(listings: survey.listings, cents: survey.cents)
    }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int64>) {
        for row in chunk.rows {
            guard let price = chunk[Catalog.price][row]?.minorUnits else { continue }
            if price * Int64(model.listings) > 2 * model.cents { findings.report(Self.dear, at: row, price) }
        }
    }
}

/// Publishes since when each listing is blocked.
struct SignalStage: FlywheelStage {
    static let manifest = StageManifest(
        id: "signals", title: "Signals", inputs: [SuppressedListings.feed.deciding(SuppressedListings.status)],
        publishes: [ListingAvailability.key], kinds: [])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        let issues = chunk.details(of: SuppressedListings.feed)
        signals.publish(
            chunk.rows.map { row in
                issues.range(row).isEmpty ? nil : ListingAvailability(blockedShare: 1, since: chunk.today)
            })
    }
}

/// Tickets about listings that are blocked.
struct TicketStage: FlywheelStage {
    private static let key = FeedKey("tickets/1")
    static let listing = Column<String>("listing", in: key)
    static let feed = Feed(key, title: "tickets", of: .ticket, shape: .snapshot, freshForDays: 1, columns: listing)
    static let why = FindingKind("why", title: "asks why", effortHours: 0.1, lastsDays: 2)
    static let manifest = StageManifest(
        id: "tickets", title: "Tickets", scans: .ticket, inputs: [feed.deciding(listing)],
        reads: [ListingAvailability.key], kinds: [why])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        guard let blocked = signals.gather(ListingAvailability.self, on: chunk[Self.listing]) else { return }
        for row in chunk.rows where blocked[row] != nil { findings.report(Self.why, at: row, 1) }
    }
}
