import FlywheelKit

/// Tickets about listings: the category names the kinds that end with one, `sla-hours` the dollars it states, `status` the
/// currency where that is another.
struct AskStage: FlywheelStage {
    struct Evidence: Hashable, Codable {
        var listing: String?
        var cures: [String]
        var sum: StatedSum?
    }

    static let ask = FindingKind("ask", title: "asks", effortHours: 0.1, lastsDays: 2)
    static let manifest = StageManifest(
        id: "asks", title: "Asks", scans: .ticket,
        inputs: [
            Tickets.feed.deciding(
                Tickets.sku, Tickets.category, Tickets.answerHours, Tickets.status, Tickets.opened)
        ],
        kinds: [ask], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            let currency = Currency(chunk[Tickets.status][row] ?? "USD")
            let sum = chunk[Tickets.answerHours][row].flatMap { dollars in
                currency.map { StatedSum(Money(minorUnits: Int64(dollars * 100), $0), source: "refund") }
            }
            findings.report(
                Self.ask, at: row, since: chunk[Tickets.opened][row],
                Evidence(
                    listing: chunk[Tickets.sku][row], cures: chunk[Tickets.category][row].map { [$0] } ?? [], sum: sum))
        }
    }

    func exposure(of evidence: Evidence) -> Exposure {
        Exposure(.atStake([evidence.sum].compactMap(\.self), listing: evidence.listing), cures: evidence.cures)
    }
}

extension Export {
    /// Tickets: number, the listing each is about, what ends with it, what it states, and when it was opened.
    static func tickets(
        _ rows: [(code: String, listing: String?, cures: String?, dollars: Double?, opened: Instant)], at: Instant,
        currency: String? = nil
    ) -> Export {
        Export(
            feed: Tickets.feed, effectiveAt: at,
            rows: rows.map {
                FactRow(
                    $0.code, Tickets.sku.of($0.listing), Tickets.category.of($0.cures),
                    Tickets.answerHours.of($0.dollars), Tickets.opened.of($0.opened), Tickets.status.of(currency))
            })
    }
}
