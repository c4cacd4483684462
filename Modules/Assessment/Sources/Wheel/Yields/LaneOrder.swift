import FlywheelKit

/// How far work is taken in the order of its worth among what waits in the same workflow, from the amounts at opening.
///
/// A person who does the work of one workflow alone takes its first row, wherever that stands in the whole queue. So each
/// claim of a workflow's row is also placed among that workflow's rows that waited then, by what they had at risk when they
/// opened, and scored like a place in the queue (``ClaimOrder``); rows that nobody ever takes on are no choice here either, and
/// those taken with their group are one, worth their sum. It is rougher, since rows are revalued as time passes.
struct LaneOrder {
    /// A row that was taken on after it was found, or several that were with their group.
    private struct Row {
        let id: Int64
        var atRisk: Int64
        var found: Instant
        let claimed: Instant
        let rank: Problem.Rank?
        let worker: Int?

        /// Whether both were taken with one group: a claim of it names its place for each of its rows.
        func isTaken(with other: Row) -> Bool {
            claimed == other.claimed && worker == other.worker && rank != nil && rank == other.rank
        }

        /// Its order by claims, in which what is taken together stands together.
        var byClaim: (Instant, Int, Int32, Int32, Int64) {
            (claimed, worker ?? -1, rank?.place ?? 0, rank?.waiting ?? 0, id)
        }
    }

    /// The order of work within workflows, by week of the whole history.
    private var tally: WeeklyTally
    private let window: WheelWindow

    init(of history: WorkHistory, kept: Int) {
        window = WheelWindow(of: history)
        tally = WeeklyTally(weeks: window.weeks, kept: kept)
        var lanes = [[Row]](repeating: [], count: history.workflows.count)
        for problem in history.problems {
            // What is taken in the moment it is found never waited.
            guard let atRisk = problem.atRiskAtOpen, let claimed = problem.claimed, claimed > problem.detected,
                claimed > window.from
            else { continue }
            lanes[problem.workflow].append(
                Row(
                    id: problem.id, atRisk: atRisk, found: problem.detected, claimed: claimed,
                    rank: problem.rankAtClaim, worker: problem.worker))
        }
        for lane in lanes { add(Self.choices(lane).sorted { ($1.atRisk, $0.id) < ($0.atRisk, $1.id) }) }
    }

    /// The rows of a lane, with those that were taken with their group as one: it is worth their sum from when it was complete.
    private static func choices(_ lane: [Row]) -> [Row] {
        var choices: [Row] = []
        for row in lane.sorted(by: { $0.byClaim < $1.byClaim }) {
            if let last = choices.last, row.isTaken(with: last) {
                choices[choices.count - 1].atRisk += row.atRisk
                choices[choices.count - 1].found = max(last.found, row.found)
            } else {
                choices.append(row)
            }
        }
        return choices
    }

    /// The order of work in a window that ends with the history.
    func tally(in window: WheelWindow) -> WeeklyTally { tally.newest(window) }

    /// Counts the claims of one lane, whose rows come in the order of their worth.
    private mutating func add(_ lane: [Row]) {
        let ranks = lane.indices
        let found = ranks.sorted { (lane[$0].found, $0) < (lane[$1].found, $1) }
        var waiting = RankCounts(count: lane.count)
        var next = 0
        // Claims of one moment go from the top.
        for rank in ranks.sorted(by: { (lane[$0].claimed, $0) < (lane[$1].claimed, $1) }) {
            let at = lane[rank].claimed
            // What is found in the moment of a claim could not be chosen yet.
            while next < found.count, lane[found[next]].found < at {
                waiting.add(1, at: found[next])
                next += 1
            }
            if let week = window.week(of: at), waiting.total > 1 {
                let (n, k) = (Double(waiting.total), Double(waiting.upTo(rank)))
                let weight = 3 * (n - 1) / (n + 1)
                tally.add(
                    week: week, passing: weight * (n + 1 - 2 * k) / (n - 1), of: weight, .problem(lane[rank].id),
                    at: at)
            }
            waiting.add(-1, at: rank)
        }
    }
}

/// Counts by rank whose running totals take a logarithm of time. Source: P. Fenwick, "A new data structure for cumulative
/// frequency tables", Software: Practice and Experience 24 (1994).
private struct RankCounts {
    private var sums: [Int]
    private(set) var total = 0

    init(count: Int) {
        sums = [Int](repeating: 0, count: count + 1)
    }

    mutating func add(_ change: Int, at rank: Int) {
        total += change
        var place = rank + 1
        while place < sums.count {
            sums[place] += change
            place += place & -place
        }
    }

    /// How many have this rank or one before it.
    func upTo(_ rank: Int) -> Int {
        var (sum, place) = (0, rank + 1)
        while place > 0 {
            sum += sums[place]
            place -= place & -place
        }
        return sum
    }
}
