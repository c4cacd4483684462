public import FlywheelKit

/// Listings of which fewer than five units are left.
public struct LowStockStage: FlywheelStage {
    /// What is left.
    public struct Evidence: Hashable, Codable, Sendable {
        /// Units that can be sold now.
        public var units: Int
    }

    static let low = FindingKind("low", title: "low stock", effortHours: 0.5, lastsDays: 7)
    /// One column of one feed, one kind of problem.
    public static let manifest = StageManifest(
        id: "low-stock", title: "Low stock", inputs: [Stock.feed.deciding(Stock.fulfillable)], kinds: [low])

    /// Nothing to steer, nothing learned.
    public init(knobs: NoKnobs, model: NoModel) {}

    /// Finds what is low; a listing of unknown stock is not.
    public func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let units = chunk[Stock.fulfillable]
        for row in chunk.rows {
            guard let left = units[row], left < 5 else { continue }
            findings.report(Self.low, at: row, Evidence(units: left))
        }
    }
}
