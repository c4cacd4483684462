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
    /// Where a row stands.
    public struct Place: Hashable, Sendable {
        /// The part of the queue.
        public let lane: Lane
        /// 1 for the first row of the lane.
        public let position: Int
    }

    /// The place of each row, in the order given.
    public let places: [Place]
    /// Ids by lane, first to last.
    private let ids: [[Int64]]

    /// The ids of a lane, first to last.
    public func ids(in lane: Lane) -> [Int64] { ids[lane.rawValue] }

    /// Orders the queue. The order of `rows` changes nothing.
    ///
    /// - Precondition: ids differ, and so do fingerprints.
    public init(_ rows: [Contender]) {
        let order = Self.order(of: rows)
        let tops = Blocking(rows, order: order).tops
        let numbers = rows.map { $0.id }

        let lanes = rows.map { $0.lane }
        var places = [Place](repeating: Place(lane: .unpriced, position: 0), count: rows.count)
        var ids = Lane.allCases.map { _ in [Int64]() }
        func place(_ row: Int, in lane: Lane) {
            ids[lane.rawValue].append(numbers[row])
            places[row] = Place(lane: lane, position: ids[lane.rawValue].count)
        }

        var followers: [Int: [Int]] = [:]
        for row in order where tops[row] != row { followers[tops[row], default: []].append(row) }
        var stands = [Bool](repeating: false, count: rows.count)
        for row in order {
            // The first of a group to come up brings all of it here. A row lifted from a later lane cannot: it was
            // measured differently.
            let (top, lane) = (tops[row], lanes[tops[row]])
            guard !stands[top], lanes[row] == lane else { continue }
            stands[top] = true
            place(top, in: lane)
            if !followers.isEmpty { followers[top]?.forEach { place($0, in: lane) } }
        }
        self.places = places
        self.ids = ids
    }
}

extension Ranking {
    /// The rows, first to last. Names are made only for rows that are alike in all else, and once for each.
    private static func order(of rows: [Contender]) -> [Int] {
        let keys = rows.indices.map { SortKey(rows[$0], index: $0) }.sorted { $0.compare($1) < 0 }
        var order: [Int] = []
        order.reserveCapacity(rows.count)
        var start = 0
        while start < keys.count {
            let end = keys[start...].firstIndex { keys[start].compare($0) != 0 } ?? keys.count
            if end - start == 1 {
                order.append(keys[start].index)
            } else {
                let named = keys[start..<end].map { (name: rows[$0.index].fingerprint.text, index: $0.index) }
                // By id where two names differ only in how Unicode spells the same characters.
                order += named.sorted { left, right in
                    left.name == right.name ? rows[left.index].id < rows[right.index].id : left.name < right.name
                }.map(\.index)
            }
            start = end
        }
        return order
    }
}

/// All of a row's order but the fingerprint, in plain memory so that a million rows sort fast.
private struct SortKey: BitwiseCopyable {
    let index: Int
    let lane: Int
    let amount: Int64
    let tier: Int
    let deadline: Int64

    init(_ row: Contender, index: Int) {
        self.index = index
        lane = row.lane.rawValue
        amount =
            switch row.worth {
            case .priced(let atRisk, let avoidable): row.actsBeforeReview ? avoidable : atRisk
            case .unpriced(let units): units.tenThousandths
            }
        tier =
            switch row.tier {
            case .a: 0
            case .b: 1
            case .c: 2
            case nil: 3
            }
        deadline = row.deadline?.seconds ?? .max
    }

    /// Below zero where it comes first; zero where only the fingerprint can tell.
    func compare(_ other: SortKey) -> Int {
        if lane != other.lane { return lane < other.lane ? -1 : 1 }
        if amount != other.amount { return amount > other.amount ? -1 : 1 }
        if tier != other.tier { return tier < other.tier ? -1 : 1 }
        if deadline != other.deadline { return deadline < other.deadline ? -1 : 1 }
        return 0
    }
}
