import FlywheelKit

/// How far work is taken in the order of the queue, from where rows stood when they were claimed.
///
/// Of b rows claimed together of n that waited, at places k, the score is (n + 1 - 2·mean k)/(n - b): 1 where they are the top
/// b, 0 on average where they are any b. That is 1 - 2(k - 1)/(n - 1) for a single row. A score counts by the inverse of the
/// variance that it has in a random order, 3b(n - b)/(n + 1), so that two rows in a queue of two say little. Rows claimed since
/// the same turn that name the same queue were counted in one list: those taken before no longer wait. Rows that nobody ever
/// takes on are no choice either, and n is no more than the rows that then waited and were taken on at some time: else a queue
/// with a long tail that is left alone would make any order of the rest look like the queue's. The variance is that of a mean
/// of b ranks drawn from n (W. Kruskal and W. Wallis, "Use of ranks in one-criterion variance analysis", 1952).
struct ClaimOrder {
    /// One claim.
    private struct Claim {
        var at: Instant
        var turn: Int
        var place: Int
        var waiting: Int
        /// Rows that waited then and were taken on at some time, with this one.
        var choice: Int
        var id: Int64
    }

    /// The order of work, by week.
    private(set) var tally: WeeklyTally
    /// Claims of which it is known where the row stood.
    private(set) var known = 0
    /// Claims by people, of whatever is known.
    private(set) var claims = 0
    /// Claims that had another row to choose.
    private(set) var choices = 0

    init(of history: WorkHistory, in window: WheelWindow, kept: Int) {
        tally = WeeklyTally(weeks: window.weeks, kept: kept)
        var found: [Claim] = []
        let turns = history.turns.map(\.at)
        let taken = history.problems.filter { $0.claimed != nil }
        let came = taken.map(\.detected).sorted()
        let gone = taken.compactMap(\.claimed).sorted()
        for problem in taken {
            // What a rule gives away in the moment it is found is nobody's choice.
            guard let at = problem.claimed, at > problem.detected, window.week(of: at) != nil else { continue }
            claims += 1
            guard let rank = problem.rankAtClaim, rank.place >= 1, rank.place <= rank.waiting else { continue }
            known += 1
            let choice = Self.count(of: came) { $0 <= at } - Self.count(of: gone) { $0 < at }
            guard min(Int(rank.waiting), choice) > 1 else { continue }
            choices += 1
            found.append(
                Claim(
                    at: at, turn: Self.count(of: turns) { $0 <= at }, place: Int(rank.place),
                    waiting: Int(rank.waiting), choice: choice, id: problem.id))
        }
        found.sort { ($0.turn, $0.waiting, $0.at, $0.place, $0.id) < ($1.turn, $1.waiting, $1.at, $1.place, $1.id) }
        var start = 0
        while start < found.count {
            let first = found[start]
            let end = found[start...].firstIndex { $0.turn != first.turn || $0.waiting != first.waiting } ?? found.count
            add(list: found[start..<end], window)
            start = end
        }
    }

    /// Counts the claims of one list, those of one moment together.
    private mutating func add(list: ArraySlice<Claim>, _ window: WheelWindow) {
        // Places that no longer wait, in order.
        var taken: [Int] = []
        var start = list.startIndex
        while start < list.endIndex {
            let end = list[start...].firstIndex { $0.at != list[start].at } ?? list.endIndex
            let together = list[start..<end]
            let waiting = min(list[start].waiting - taken.count, list[start].choice)
            let places = together.map { claim in claim.place - Self.count(of: taken) { $0 < claim.place } }
            add(together, places: places, of: waiting, window)
            for claim in together { taken.insert(claim.place, at: Self.count(of: taken) { $0 < claim.place }) }
            start = end
        }
    }

    private mutating func add(_ claims: ArraySlice<Claim>, places: [Int], of waiting: Int, _ window: WheelWindow) {
        let (b, n) = (Double(claims.count), Double(waiting))
        guard n > b, let first = claims.first, let week = window.week(of: first.at) else { return }
        // What each adds to the score of all; two rows of one place, as a merged list may say, cannot lift it above 1.
        let scores = places.map { max(-1, (n + 1 - 2 * Double($0)) / (n - b)) }
        let mean = scores.reduce(0, +) / b
        let excess = mean > 1 ? mean - 1 : 0
        let weight = 3 * (n - b) / (n + 1)
        for (claim, score) in zip(claims, scores) {
            tally.add(week: week, passing: weight * (score - excess), of: weight, .problem(claim.id), at: claim.at)
        }
    }

    /// How many of an ordered list, from its start on, are such.
    private static func count<Value>(of ordered: [Value], where isSuch: (Value) -> Bool) -> Int {
        var (low, high) = (0, ordered.count)
        while low < high {
            let middle = (low + high) / 2
            if isSuch(ordered[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
