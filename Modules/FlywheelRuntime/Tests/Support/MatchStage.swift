import FlywheelKit

@testable import FlywheelRuntime

/// Finds listings that cost more than a competitor's, and wants their price lowered to it.
struct MatchStage: FlywheelStage {
    struct Evidence: Hashable, Codable {
        var own: Money
        var lowest: Money
    }

    static let dear = FindingKind("dear", title: "dearer than a competitor", effortHours: 1, lastsDays: 14)
    static let manifest = StageManifest(
        id: "match", title: "Match",
        inputs: [Offers.feed.deciding(Offers.ownPrice, Offers.lowestCompetitorPrice)], kinds: [dear],
        rootCauses: [RootCause("price", "The price was too high.")], writes: [.detect, .exposure, .resolve],
        changesListings: true)

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            guard let own = chunk[Offers.ownPrice][row], let lowest = chunk[Offers.lowestCompetitorPrice][row] else {
                findings.cannotTell(at: row)
                continue
            }
            if own.minorUnits > lowest.minorUnits {
                findings.report(Self.dear, at: row, Evidence(own: own, lowest: lowest))
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure { Exposure(.dailyShare([0.5])) }

    func resolve(_ evidence: Evidence) -> Resolution {
        let change = PriceChange(from: evidence.own, to: evidence.lowest, unitsNow: 2, unitsThen: 3)
        return Resolution(
            .act(Remedy("Match the price", effortHours: 0.1, isReversible: true, change: .price(change))))
    }
}

extension Export {
    /// The own price and the lowest of a competitor, in cents.
    static func offers(_ code: String, own: Int64, lowest: Int64, at: Instant) -> Export {
        func dollars(_ cents: Int64) -> Money? { Currency("USD").map { Money(minorUnits: cents, $0) } }
        return Export(
            feed: Offers.feed, effectiveAt: at,
            rows: [
                FactRow(
                    code, Offers.ownPrice.of(dollars(own)), Offers.lowestCompetitorPrice.of(dollars(lowest)))
            ])
    }
}
