import FlywheelKit

/// Wants every price above 30.00 a tenth lower, and a brand for every listing below 5.00: a workflow that changes listings.
struct PriceStage: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable {
        var price: Money
        var isDear: Bool
        /// Units that the merchant has, each of which takes a cent of what a lower price would bring.
        var units: Int?
    }

    static let dear = FindingKind("dear", title: "too dear", effortHours: 0.1, lastsDays: 30)
    static let unbranded = FindingKind("unbranded", title: "brand missing", effortHours: 0.1, lastsDays: 30)
    static let manifest = StageManifest(
        id: "prices", title: "Prices", inputs: [Catalog.feed.deciding(Catalog.price, Catalog.quantity)],
        kinds: [dear, unbranded],
        rootCauses: [RootCause("other", "Something else.")], writes: [.detect, .exposure, .resolve],
        changesListings: true)

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            guard let price = chunk[Catalog.price][row] else { continue }
            if price.minorUnits > 30_00 {
                let units = chunk[Catalog.quantity][row]
                findings.report(Self.dear, at: row, Evidence(price: price, isDear: true, units: units))
            }
            if price.minorUnits < 5_00 {
                findings.report(Self.unbranded, at: row, Evidence(price: price, isDear: false))
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure { Exposure(.dailyShare([0.25])) }

    func resolve(_ evidence: Evidence) -> Resolution {
        let lower = Money(minorUnits: evidence.price.minorUnits / 10 * 9, evidence.price.currency)
        let change =
            evidence.isDear
            ? ListingChange.price(
                PriceChange(
                    from: evidence.price, to: lower, unitsNow: 2, unitsThen: 3,
                    gain: Money(minorUnits: Int64(500 - (evidence.units ?? 0)), lower.currency)))
            : .attributes([AttributeChange("brand", to: nil)])
        return Resolution(
            .act(Remedy("Change it.", effortHours: 0.1, isReversible: evidence.isDear, change: change)),
            draft: evidence.isDear
                ? nil
                : Draft(
                    subject: "Brand of a listing", body: "The brand is on the package.",
                    evidence: [.init("price", "4.00"), .init("a photograph of the package")]))
    }
}
