import FlywheelKit
import FlywheelStore

/// What files say in the order in which it was true, also where the changes of one are true at moments of their own, before
/// and after those of another.
struct MomentOrder {
    private let moments: [ImportID: Instant]

    init(of sources: [ImportRecord]) {
        moments = Dictionary(sources.map { ($0.id, $0.draft.effectiveAt) }, uniquingKeysWith: { first, _ in first })
    }

    /// The blocks of the sources, which come oldest first, each with its moment. One whose changes others fall between is cut
    /// there; others stay whole, so that there are few.
    func blocks(_ blocks: [FactBlock]) -> [FactBlock] {
        guard blocks.contains(where: { $0.columns[FactRows.moment] != nil }) else { return blocks }
        let timed = blocks.map { (block: $0, moments: moments(of: $0)) }
        let ends = timed.map { (first: $0.moments.min(), last: $0.moments.max()) }
        let parts = timed.indices.flatMap { index -> [FactBlock] in
            guard let first = ends[index].first, let last = ends[index].last, first < last else {
                return [timed[index].block.true(at: ends[index].last)]
            }
            var cuts: Set<Instant> = []
            for other in timed.indices where other != index {
                guard let begin = ends[other].first, let end = ends[other].last, begin <= last, end > first else {
                    continue
                }
                cuts.formUnion(timed[other].moments.lazy.filter { $0 > first && $0 <= last })
            }
            return timed[index].block.cut(by: timed[index].moments, before: cuts.sorted())
        }
        return parts.enumerated().sorted { one, other in
            (one.element.at ?? .distantPast, one.offset) < (other.element.at ?? .distantPast, other.offset)
        }.map(\.element)
    }

    /// When each entry was true; one moment for all where none says so itself.
    private func moments(of block: FactBlock) -> [Instant] {
        guard let file = moments[block.source] else { return [] }
        guard block.columns[FactRows.moment] != nil else { return [file] }
        return block.rows.indices.map(block.moments(in: file))
    }
}

extension Instant {
    fileprivate static let distantPast = Instant(seconds: .min)
}

extension FactBlock {
    /// When each entry was true: when its file was, where it does not say so itself, and never later.
    func moments(in file: Instant) -> (_ entry: Int) -> Instant {
        let own = columns[FactRows.moment].flatMap(Instant.values(of:))
        return { min(own?[$0] ?? file, file) }
    }

    fileprivate func `true`(at moment: Instant?) -> FactBlock {
        var block = self
        block.at = moment
        return block
    }

    /// The entries between each two cuts, which stand behind those that were true before them.
    fileprivate func cut(by moments: [Instant], before cuts: [Instant]) -> [FactBlock] {
        guard !cuts.isEmpty else { return [`true`(at: moments.max())] }
        let places = Dictionary(grouping: moments.indices) { index in
            var (low, high) = (0, cuts.count)
            while low < high {
                let middle = (low + high) / 2
                if cuts[middle] <= moments[index] { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return places.sorted { $0.key < $1.key }.map { _, places in
            var block = FactBlock(
                source: source, rows: places.map { rows[$0] }, columns: columns.mapValues { $0.picked(places) })
            block.at = places.map { moments[$0] }.max()
            return block
        }
    }
}
