import FlywheelKit

/// How far work is taken in the order of its worth among what waits in the same workflow, from the amounts at opening.
///
/// A person who does the work of one workflow alone takes its first row, wherever that stands in the whole queue. So each
/// claim of a workflow's row is also placed among that workflow's rows that waited then, by what they had at risk when they
/// opened, and scored like a place in the queue (``ClaimOrder``); rows that nobody ever takes on are no choice here either. It
/// is rougher, since rows are revalued as time passes.
struct LaneOrder {
    /// The order of work within workflows, by week.
    private(set) var tally: WeeklyTally

    init(of history: WorkHistory, in window: WheelWindow, kept: Int) {
        tally = WeeklyTally(weeks: window.weeks, kept: kept)
        var lanes = [[Int]](repeating: [], count: history.workflows.count)
        for (place, problem) in history.problems.enumerated() where problem.atRiskAtOpen != nil {
            // What is taken in the moment it is found never waited.
            guard let claimed = problem.claimed, claimed > problem.detected, claimed > window.from else { continue }
            lanes[problem.workflow].append(place)
        }
        for lane in lanes { add(lane, of: history.problems, in: window) }
    }

    private mutating func add(_ lane: [Int], of problems: [Problem], in window: WheelWindow) {
        let ordered = lane.sorted {
            (problems[$1].atRiskAtOpen ?? 0, problems[$0].id) < (problems[$0].atRiskAtOpen ?? 0, problems[$1].id)
        }
        var waiting = RankCounts(count: ordered.count)
        var changes: [(at: Instant, isClaim: Bool, rank: Int)] = []
        for (rank, place) in ordered.enumerated() {
            changes.append((problems[place].detected, false, rank))
            if let claimed = problems[place].claimed { changes.append((claimed, true, rank)) }
        }
        // What is found in the moment of a claim could not be chosen yet; claims of one moment go from the top.
        changes.sort { ($0.at, $0.isClaim ? 0 : 1, $0.rank) < ($1.at, $1.isClaim ? 0 : 1, $1.rank) }
        for (at, isClaim, rank) in changes {
            if isClaim, let week = window.week(of: at), waiting.total > 1 {
                let (n, k) = (Double(waiting.total), Double(waiting.upTo(rank)))
                let weight = 3 * (n - 1) / (n + 1)
                tally.add(
                    week: week, passing: weight * (n + 1 - 2 * k) / (n - 1), of: weight,
                    .problem(problems[ordered[rank]].id), at: at)
            }
            waiting.add(isClaim ? -1 : 1, at: rank)
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
