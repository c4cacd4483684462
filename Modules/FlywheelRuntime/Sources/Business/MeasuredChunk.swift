import FlywheelKit
import FlywheelStore

/// What a chunk adds to how the business stands.
struct MeasuredChunk: Sendable {
    let owner: FeedLedger.Owner
    let kind: Subject.Kind
    /// `nil` for chunks that are not of listings.
    let measures: ListingMeasures?
    /// Its rows of tier A.
    let heroes: [Int]
}

extension Swept {
    /// What each chunk adds to how the business stands. Looking at the tier of each listing takes long: many chunks do it at a
    /// time.
    func measuredChunks(_ tiers: SweptTiers) -> [MeasuredChunk] {
        concurrentMap(turns.count) { number in
            let turn = turns[number]
            let heroes = (turn.measures?.rows ?? 0..<0).filter { tiers.tier((number, $0)) == .a }
            return MeasuredChunk(owner: turn.owner, kind: turn.kind, measures: turn.measures, heroes: heroes)
        }
    }
}
