import FlywheelKit

/// Listings that have run out of stock or soon will, and units that cannot be sold, for which a fee of one dollar each is
/// due.
struct StockStage: FlywheelStage {
    struct Evidence: Hashable, Codable {
        var units: Int?
        var unsellable: Int?
    }

    static let out = FindingKind("out", title: "out of stock", effortHours: 1, lastsDays: 14)
    static let fee = FindingKind("fee", title: "fee due", effortHours: 0.2, lastsDays: 30)
    static let manifest = StageManifest(
        id: "stock", title: "Stock", inputs: [Stock.feed.deciding(Stock.fulfillable, Stock.unsellable)],
        kinds: [out, fee], rootCauses: [RootCause("late-order", "It was ordered too late.")],
        writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            if let units = chunk[Stock.fulfillable][row] {
                if units < 5 { findings.report(Self.out, at: row, Evidence(units: units)) }
            } else {
                findings.cannotTell(at: row)
            }
            if let unsellable = chunk[Stock.unsellable][row], unsellable > 0 {
                findings.report(Self.fee, at: row, Evidence(unsellable: unsellable))
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure {
        if let unsellable = evidence.unsellable, let dollar = Currency("USD") {
            return Exposure(.stated(Money(minorUnits: Int64(100 * unsellable), dollar), source: "fee schedule"))
        }
        return Exposure(.dailyShare([1]), probability: evidence.units == 0 ? 1 : 0.6, fixTakesDays: 3)
    }
}
