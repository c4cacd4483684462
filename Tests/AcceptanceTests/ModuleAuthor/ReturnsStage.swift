import FlywheelKit

/// What customers sent back, one row a unit (`GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA`).
enum Returns {
    private static let key = FeedKey("customer-returns/1")
    static let returned = Column<Instant>("returned", in: key, aliases: ["return-date"], required: true)
    static let order = Column<String>("order", in: key, aliases: ["order-id"])
    static let units = Column<Int>("units", in: key, unit: .units, aliases: ["quantity"], required: true)
    static let disposition = Column<String>("disposition", in: key, aliases: ["detailed-disposition"])
    static let reason = Column<String>("reason", in: key)
    static let plate = Column<String>("plate", in: key, aliases: ["license-plate-number"], required: true)
    static let feed = Feed(
        key, title: "customer returns", of: .listing, shape: .log(group: ["plate"], newest: nil, at: "returned"),
        freshForDays: 4, columns: returned, order, units, disposition, reason, plate)
    static let series = Series("returns.units", from: units)
}

/// A workflow of its own, as somebody else would write it: listings of which more than a tenth comes back.
struct ReturnsStage: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable {
        var sold: Int
        var returned: Int
        var rate: Double { Double(returned) / Double(sold) }
    }

    static let highRate = FindingKind("high-return-rate", title: "many returns", effortHours: 1, lastsDays: 30)
    static let manifest = StageManifest(
        id: "returns", title: "Returns", inputs: [Returns.feed.deciding(Returns.units)],
        windows: [Sales.units.last(days: 60), Returns.series.last(days: 60)], kinds: [highRate],
        rootCauses: [RootCause("description", "The page promised something else.")], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let (sales, returns) = (chunk[Sales.units], chunk[Returns.series])
        for row in chunk.rows {
            let sold = sales.row(row).compactMap(\.self).reduce(0, +)
            let returned = returns.row(row).compactMap(\.self).reduce(0, +)
            guard sold >= 20 else {
                findings.cannotTell(at: row)
                continue
            }
            guard returned * 10 > sold else { continue }
            findings.report(Self.highRate, at: row, Evidence(sold: sold, returned: returned))
        }
    }

    func exposure(of evidence: Evidence) -> Exposure { Exposure(.dailyShare([min(1, evidence.rate)])) }
}
