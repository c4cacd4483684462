import FlywheelKit

/// The stage that faults are planted in: each fault is a conformer that replaces one thing.
protocol LowStock: FlywheelStage where Evidence == UnitsLeft {}

struct UnitsLeft: Hashable, Codable, Sendable { var units: Int }

extension FindingKind {
    static let low = FindingKind("low", title: "low stock", effortHours: 1, lastsDays: 5)
}

extension LowStock {
    static var manifest: StageManifest { .lowStock() }

    static func isLow(_ row: Int, of chunk: Chunk) -> UnitsLeft? {
        chunk[Stock.fulfillable][row].flatMap { $0 < 5 ? UnitsLeft(units: $0) : nil }
    }

    static func reportLow(in chunk: Chunk, into findings: inout Findings<UnitsLeft>) {
        for row in chunk.rows {
            if let evidence = isLow(row, of: chunk) { findings.report(.low, at: row, evidence) }
        }
    }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        Self.reportLow(in: chunk, into: &findings)
    }
}

extension StageManifest {
    static func lowStock(
        stability: Stability = .experimental, scans: Subject.Kind = .listing,
        inputs: [FeedInput] = [Stock.feed.deciding(Stock.fulfillable)], windows: [SeriesWindow] = [],
        publishes: [SignalKey] = [], reads: [SignalKey] = [], kinds: [FindingKind] = [.low],
        writes: Set<Verb> = [.detect]
    ) -> StageManifest {
        StageManifest(
            id: "low-stock", title: "Low stock", stability: stability, scans: scans,
            inputs: inputs, windows: windows, publishes: publishes, reads: reads,
            kinds: kinds, writes: writes)
    }
}

extension Fixtures {
    /// Ten listings with 0 to 9 units; prices and sales that no low-stock stage declares.
    static let stock: Chunk = {
        var builder = ChunkBuilder(listings: (0..<10).map { "SKU-\($0)" }, asOf: asOf)
        builder.set(Stock.fulfillable, (0..<10).map { $0 })
        builder.set(Catalog.title, (0..<10).map { "Kettle \($0)" })
        builder.set(Sales.units, (0..<10).map { [Int?](repeating: $0, count: 28) })
        return builder.build()
    }()
}
