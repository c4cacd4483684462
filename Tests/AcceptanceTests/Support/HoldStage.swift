import FlywheelKit

/// The feed of ``HoldStage``: which listings are held, for which share of their sales.
enum Holds {
    private static let key = FeedKey("holds/1")
    static let code = Column<String>("hold code", in: key, required: true)
    static let share = Column<Double>("held share", in: key, unit: .share, required: true)
    static let feed = Feed(
        key, title: "holds", of: .listing, shape: .snapshotRows, freshForDays: 2, columns: code, share)

    /// A table of holds.
    static func table(_ holds: [(sku: String, code: String, share: Double)]) -> String {
        Report.table(
            ["sku", "hold code", "held share"],
            holds.map { ["sku": $0.sku, "hold code": $0.code, "held share": "\($0.share)"] }, separator: ",")
    }
}

/// Claims what a file says, for as long as anyone looks ahead: full losses stay full, which nothing real does.
struct HoldStage: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable { var share: Double }

    /// A kind for each first letter of a code, so that `a1` and `a2` take the same sales and `b` others.
    static let kinds = "abcde".map { FindingKind("hold-\($0)", title: "held", effortHours: 1, lastsDays: 1e12) }
    static let manifest = StageManifest(
        id: "holds", title: "Holds", inputs: [Holds.feed.deciding(Holds.code, Holds.share)], kinds: kinds,
        rootCauses: [RootCause("other", "Something else.")], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let details = chunk.details(of: Holds.feed)
        let (codes, shares) = (details[Holds.code], details[Holds.share])
        for row in chunk.rows {
            for index in details.range(row) {
                guard let code = codes[index], let share = shares[index],
                    let kind = Self.kinds.first(where: { $0.id.last == code.first })
                else { continue }
                findings.report(kind, at: row, discriminator: code, Evidence(share: share))
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure { Exposure(.dailyShare([evidence.share])) }
}
