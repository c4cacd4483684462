import FlywheelKit

/// Reads a signal that another stage publishes, next to a column of its own.
struct DearlyBlocked: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable { var price: Money }

    static let dear = FindingKind("dear", title: "blocked and dear", effortHours: 1, lastsDays: 12)
    static let manifest = StageManifest(
        id: "mini-dear", title: "Dear blocked listings", inputs: [Catalog.feed.deciding(Catalog.price)],
        reads: [ListingAvailability.key], kinds: [dear])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        guard let availability = signals.column(ListingAvailability.self) else { return }
        let prices = chunk[Catalog.price]
        for row in chunk.rows {
            guard availability[row] != nil, let price = prices[row], price.minorUnits >= 10_000 else { continue }
            findings.report(Self.dear, at: row, Evidence(price: price))
        }
    }
}
