import FlywheelKit

@testable import FlywheelRuntime

/// Finds listings that cost more than a competitor's.
struct OfferStage: FlywheelStage {
    struct Evidence: Hashable, Codable {
        var own: Int64
    }

    static let dear = FindingKind("dear", title: "dearer than a competitor", effortHours: 1, lastsDays: 14)
    static let manifest = StageManifest(
        id: "offers", title: "Offers",
        inputs: [Offers.feed.deciding(Offers.ownPrice, Offers.lowestCompetitorPrice)], kinds: [dear],
        rootCauses: [RootCause("price", "The price was too high.")], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            guard let own = chunk[Offers.ownPrice][row], let lowest = chunk[Offers.lowestCompetitorPrice][row] else {
                findings.cannotTell(at: row)
                continue
            }
            if own.minorUnits > lowest.minorUnits {
                findings.report(Self.dear, at: row, Evidence(own: own.minorUnits))
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure { Exposure(.dailyShare([1])) }
}
