import FlywheelKit
import FlywheelStore

/// On which days a listing could not be bought: a problem blocked it, somebody kept book of it, or nothing was left.
///
/// What sold on such a day says nothing of the price that stood. Days without the featured offer are not among them: to win it
/// or to lose it is part of what a price does.
struct ClosedDays {
    private let blocks: PastBlocks

    /// What is read of a listing's chunk to tell.
    static let inputs = [
        Availability.feed.helping(Availability.from, Availability.to), Stock.feed.helping(Stock.fulfillable),
    ]
    /// The days that are told of.
    static let window = Stock.levels.last(days: ChunkReader.hostWindow.days)

    init(_ store: any Store, plan: Plan, asOf: Instant, zones: Zones) throws {
        blocks = PastBlocks(
            plan, outcomes: try store.recentOutcomes(asOf: asOf), standing: try store.unfinishedExceptions(),
            asOf: asOf, zones: zones)
    }

    /// Those of one row of a chunk that has the window.
    func days(of row: Int, in chunk: Chunk) -> Set<Day> {
        let told = chunk.details(of: Availability.feed).reportedClosures.filter { $0.row == row }.map(\.span)
        let levels = chunk[Stock.levels]
        let soldOut = zip(levels.days, levels.row(row).agreed).filter { $0.1.map { $0 <= 0 } ?? false }.map(\.0)
        let spans = blocks.spans(of: chunk.subject(row)) + told
        return spans.reduce(into: Set(soldOut)) { closed, span in
            closed.formUnion(levels.days.clamped(to: span.from..<max(span.from, span.to.advanced(by: 1))))
        }
    }
}

extension Sequence<Int?> {
    /// What files said day by day, and on the days between two that agree what both say.
    var agreed: [Int?] {
        var agreed = Array(self)
        var last: Int?
        for day in agreed.indices {
            guard let level = agreed[day] else { continue }
            if let last, agreed[last] == level { for gap in last..<day { agreed[gap] = level } }
            last = day
        }
        return agreed
    }
}
