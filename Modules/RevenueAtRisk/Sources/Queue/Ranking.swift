import FlywheelKit

/// The order of the queue.
///
/// Within a lane: the larger amount, then the better tier, then the earlier deadline, then the fingerprint.
/// Nothing else weighs in.
///
/// A row that another one blocks stands directly beneath it, in the blocker's lane unless that is a later one than
/// its own, and the two stand where the better of them would. Each row is ranked by what it counts for, and those
/// amounts add up to what fixing all rows of the listing recovers; so a listing's best row in a lane never stands
/// lower than an amount of that, divided by the number of its rows, would.
public struct Ranking: Sendable {
    /// A row that only its fingerprint tells apart from the others of its group.
    public struct Alike: Sendable, BitwiseCopyable {
        /// The number of the group.
        public let group: Int
        /// The row.
        public let row: Int
    }

    /// The rows of each lane, first to last.
    private var lanes: [[Int]]

    /// The rows of a lane by their indexes, first to last.
    public func rows(in lane: Lane) -> [Int] { lanes[lane.rawValue] }

    /// Orders the queue. The order of `rows` changes nothing.
    ///
    /// - Parameter byName: puts rows in the order of their groups, and within these of their fingerprints. It is given all
    ///   rows that are alike in all else, those that are so with each other as one group, and no others.
    /// - Precondition: ids differ, and so do fingerprints.
    public init(_ rows: [Contender], byName: ([Alike]) -> [Alike]) {
        let order = Self.order(of: rows, byName)
        let tops = Blocking(rows, order: order).tops
        lanes = Lane.allCases.map { _ in [] }
        var followers: [Int: [Int]] = [:]
        if !tops.isEmpty {
            for row in order { if let top = tops[row] { followers[top, default: []].append(row) } }
        }
        var stands: Set<Int> = []
        for row in order {
            // The first of a group to come up brings all of it here. A row lifted from a later lane cannot: it was
            // measured differently.
            let lane = rows[row].lane
            let top = tops.isEmpty ? row : tops[row] ?? row
            guard !followers.isEmpty, let beneath = followers[top] else {
                lanes[lane.rawValue].append(row)
                continue
            }
            guard rows[top].lane == lane, stands.insert(top).inserted else { continue }
            lanes[lane.rawValue].append(top)
            lanes[lane.rawValue] += beneath
        }
    }
}

extension Ranking {
    /// The rows, first to last.
    private static func order(of rows: [Contender], _ byName: ([Alike]) -> [Alike]) -> [Int] {
        var keys = rows.indices.map { SortKey(rows[$0], index: $0) }
        // From what weighs least to what weighs most.
        keys.sortStably { $0.deadline }
        keys.sortStably { $0.tier }
        keys.sortStably { $0.amount }
        keys.sortStably { $0.lane }
        var order = keys.map(\.index)
        // All of them at a time: they are many, and most groups are of two or three.
        var (alike, places): ([Alike], [Int]) = ([], [])
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].isAlike(keys[start]) { end += 1 }
            if end - start > 1 {
                for place in start..<end {
                    alike.append(Alike(group: start, row: order[place]))
                    places.append(place)
                }
            }
            start = end
        }
        for (place, named) in zip(places, byName(alike)) { order[place] = named.row }
        return order
    }
}

/// All of a row's order but the fingerprint, as numbers of which the least comes first.
private struct SortKey: BitwiseCopyable {
    let index: Int
    let lane: UInt64
    let amount: UInt64
    let tier: UInt64
    let deadline: UInt64

    init(_ row: Contender, index: Int) {
        self.index = index
        lane = UInt64(row.lane.rawValue)
        let worth =
            switch row.worth {
            case .priced(let atRisk, let avoidable): row.actsBeforeReview ? avoidable : atRisk
            case .unpriced(let units): units.tenThousandths
            }
        amount = ~UInt64(ordering: worth)
        tier =
            switch row.tier {
            case .a: 0
            case .b: 1
            case .c: 2
            case nil: 3
            }
        deadline = UInt64(ordering: row.deadline?.seconds ?? .max)
    }

    /// Whether only the fingerprint can tell which of the two comes first.
    func isAlike(_ other: SortKey) -> Bool {
        lane == other.lane && amount == other.amount && tier == other.tier && deadline == other.deadline
    }
}
