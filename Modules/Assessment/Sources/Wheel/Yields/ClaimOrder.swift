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
    /// The order of work, by week.
    private(set) var tally: WeeklyTally
    /// Claims of which it is known where the row stood.
    private(set) var known = 0
    /// Claims by people, of whatever is known.
    private(set) var claims = 0
    /// Claims that had another row to choose.
    private(set) var choices = 0

    init(of work: TakenWork, in window: WheelWindow, kept: Int) {
        tally = WeeklyTally(weeks: window.weeks, kept: kept)
        var found: [TakenWork.Claim] = []
        for claim in work.claims where window.week(of: claim.at) != nil {
            claims += 1
            guard claim.place > 0 else { continue }
            known += 1
            guard min(Int(claim.waiting), claim.choice) > 1 else { continue }
            choices += 1
            found.append(claim)
        }
        var start = 0
        while start < found.count {
            let first = found[start]
            let end = found[start...].firstIndex { $0.turn != first.turn || $0.waiting != first.waiting } ?? found.count
            add(list: found[start..<end], window)
            start = end
        }
    }

    /// Counts the claims of one list, those of one moment together.
    private mutating func add(list: ArraySlice<TakenWork.Claim>, _ window: WheelWindow) {
        // Places that no longer wait, in order.
        var taken: [Int32] = []
        var start = list.startIndex
        while start < list.endIndex {
            let end = list[start...].firstIndex { $0.at != list[start].at } ?? list.endIndex
            let together = list[start..<end]
            let waiting = min(Int(list[start].waiting) - taken.count, list[start].choice)
            let places = together.map { claim in Int(claim.place) - taken.prefixCount { $0 < claim.place } }
            add(together, places: places, of: waiting, window)
            for claim in together { taken.insert(claim.place, at: taken.prefixCount { $0 < claim.place }) }
            start = end
        }
    }

    private mutating func add(
        _ claims: ArraySlice<TakenWork.Claim>, places: [Int], of waiting: Int, _ window: WheelWindow
    ) {
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
}
