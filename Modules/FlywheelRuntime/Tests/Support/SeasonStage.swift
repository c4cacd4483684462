import FlywheelKit

/// Says of listings whose code begins with an S that they sold twice as much of late as in an ordinary week, and will sell three
/// times as much, a little less with each week.
struct SeasonStage: FlywheelStage {
    static let manifest = StageManifest(
        id: "season", title: "Season", inputs: [Catalog.feed.deciding(Catalog.price)], publishes: [DemandSeason.key],
        kinds: [])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        signals.publish(chunk.rows.map { chunk.codes[$0].hasPrefix("S") ? Self.season : nil })
    }

    static let season = DemandSeason(
        past: SIMD16(repeating: 2), ahead: SIMD16((0..<16).map { 3 - 0.123_45 * Float($0) }))
}
