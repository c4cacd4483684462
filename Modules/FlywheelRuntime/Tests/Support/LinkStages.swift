import FlywheelKit

/// Says of every blocked listing how much is left of it, and publishes as its stock what is.
///
/// A listing without the signal counts as whole, so withholding it takes findings away and changes what is published.
struct LeftStage: FlywheelStage {
    static let less = FindingKind("less", title: "less left", effortHours: 0.5, lastsDays: 9)
    static let manifest = StageManifest(
        id: "left", title: "Left", inputs: [Catalog.feed.deciding(Catalog.price)],
        publishes: [StockCover.key], reads: [ListingAvailability.key], kinds: [less], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        let blocked = signals.column(ListingAvailability.self)
        var covers = [StockCover?](repeating: nil, count: chunk.count)
        for row in chunk.rows {
            let percent = Int((blocked?[row]?.blockedShare ?? 0) * 100)
            covers[row] = StockCover(units: Int32(100 - percent), days: 1, emptyProbability: 0)
            if percent > 0 { findings.report(Self.less, at: row, percent) }
        }
        signals.publish(covers)
    }

    func exposure(of evidence: Int) -> Exposure { Exposure(.dailyShare([Double(evidence) / 100])) }
}

/// Finds every listing: a tenth lost, and with the signal so much more as it has.
struct TenthStage: FlywheelStage {
    static let tenth = FindingKind("tenth", title: "a tenth", effortHours: 0.5, lastsDays: 9)
    static let manifest = StageManifest(
        id: "tenth", title: "Tenth", inputs: [Catalog.feed.deciding(Catalog.price)], reads: [StockCover.key],
        kinds: [tenth], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        let covers = signals.column(StockCover.self)
        for row in chunk.rows {
            findings.report(Self.tenth, at: row, 10 + (covers?[row].map { 100 - Int($0.units) } ?? 0) / 2)
        }
    }

    func exposure(of evidence: Int) -> Exposure { Exposure(.dailyShare([Double(evidence) / 100])) }
}

/// Publishes the blocked share of each listing that the marketplace blocks, as its status says.
struct ShareStage: FlywheelStage {
    static let manifest = StageManifest(
        id: "share", title: "Share", inputs: [SuppressedListings.feed.deciding(SuppressedListings.status)],
        publishes: [ListingAvailability.key], kinds: [])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        let issues = chunk.details(of: SuppressedListings.feed)
        signals.publish(
            chunk.rows.map { row in
                issues.range(row).first.flatMap { issues[SuppressedListings.status][$0].flatMap(Double.init) }.map {
                    ListingAvailability(blockedShare: $0 / 100, since: chunk.today)
                }
            })
    }
}
