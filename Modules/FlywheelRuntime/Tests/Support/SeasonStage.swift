import FlywheelKit

/// Says of listings whose code begins with an S that they sold twice as much of late as in an ordinary week, and will sell three
/// times as much, a little less with each week; and of those with a D that the sixth and the seventh day before the look were
/// days of a deal, on which ten times as much is sold.
struct SeasonStage: FlywheelStage {
    static let manifest = StageManifest(
        id: "season", title: "Season", inputs: [Catalog.feed.deciding(Catalog.price)], publishes: [DemandSeason.key],
        kinds: [])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        signals.publish(chunk.rows.map { chunk.codes[$0].first.flatMap { Self.seasons[$0] } })
    }

    private static let seasons: [Character: DemandSeason] = ["S": season, "D": deal]

    static let deal = DemandSeason(
        past: SIMD16(repeating: 1), deals: DemandSeason.Deals { [6, 7].contains($0) ? 10 : 1 },
        ahead: SIMD16(repeating: 1))

    static let season = DemandSeason(
        past: SIMD16(repeating: 2), ahead: SIMD16((0..<16).map { 3 - 0.123_45 * Float($0) }))
}
