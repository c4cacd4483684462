import FlywheelKit

/// Judges the rows of a product together: those of which none has anything to sell, but for days the account is closed.
struct EmptyProducts: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable { var skus: Int }

    static let empty = FindingKind("empty-product", title: "nothing of it left", effortHours: 1, lastsDays: 14)
    static let manifest = StageManifest(
        id: "mini-products", title: "Empty products",
        inputs: [Stock.feed.deciding(Stock.fulfillable), Events.feed.helping(Events.from, Events.to)], kinds: [empty])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let events = chunk.accountDetails(of: Events.feed)
        let (from, to) = (events[Events.from], events[Events.to])
        let isClosed = (0..<events.count).contains { event in
            from[event].map { $0 <= chunk.today } ?? false && to[event].map { chunk.today <= $0 } ?? false
        }
        let stock = chunk[Stock.fulfillable]
        let products = Dictionary(grouping: chunk.rows) { chunk.products[$0] ?? "row \(chunk.codes[$0])" }
        for row in chunk.rows where !isClosed {
            let rows = products[chunk.products[row] ?? "row \(chunk.codes[row])"] ?? []
            guard rows.allSatisfy({ stock[$0] == 0 }) else { continue }
            findings.report(Self.empty, at: row, Evidence(skus: rows.count))
        }
    }
}
