import FlywheelKit

/// Which problems of one workflow followed one of another on the same subject.
///
/// Workflows declare nothing for it. That two problems are of one subject may be chance, so what chance would give is
/// counted beside it: the share of days and subjects that the limit after the other workflow's problems covers.
struct LinkedProblems {
    /// Problems of one workflow that followed one of another.
    struct Pair {
        /// Places in the history's problems of those that followed, by time.
        var followers: [Int] = []
        /// Hours by which each followed, in the same order.
        var hours: [Double] = []
        /// Those of which people worked on both.
        var carried = 0
    }

    /// How many workflows there are.
    private let workflows: Int
    private let pairs: [Pair]
    /// Problems of each workflow in the days that are judged.
    let counts: [Int]
    /// The share of days and subjects within the limit after a problem of each workflow.
    private let cover: [Double]

    /// Links the problems that began in some days.
    ///
    /// - Parameter limit: days within which one follows another.
    init(_ history: WorkHistory, from: Instant, limit: Double) {
        workflows = history.workflows.count
        let places = history.problems.indices.filter {
            history.problems[$0].detected >= from && history.problems[$0].detected <= history.until
        }
        let ordered = places.sorted { Self.key(history.problems[$0]) < Self.key(history.problems[$1]) }
        var pairs = Array(repeating: Pair(), count: workflows * workflows)
        var counts = Array(repeating: 0, count: workflows)
        var covered = Array(repeating: 0.0, count: workflows)
        var subjects = 0
        var subject: Int?
        var last = Array(repeating: Int?.none, count: workflows)
        for place in ordered {
            let problem = history.problems[place]
            if problem.subject != subject {
                subject = problem.subject
                subjects += 1
                last = Array(repeating: nil, count: workflows)
            }
            for other in last.indices where other != problem.workflow {
                guard let earlier = last[other].map({ history.problems[$0] }) else { continue }
                let days = problem.detected.days(since: earlier.detected)
                guard days <= limit else { continue }
                let pair = other * workflows + problem.workflow
                pairs[pair].followers.append(place)
                pairs[pair].hours.append(days * 24)
                if earlier.claimed != nil, problem.claimed != nil { pairs[pair].carried += 1 }
            }
            let since = last[problem.workflow].map { problem.detected.days(since: history.problems[$0].detected) }
            covered[problem.workflow] += min(limit, since ?? limit)
            last[problem.workflow] = place
            counts[problem.workflow] += 1
        }
        self.pairs = pairs
        self.counts = counts
        let whole = Double(subjects) * max(history.until.days(since: from), limit)
        cover = covered.map { whole > 0 ? min(1, $0 / whole) : 0 }
    }

    /// What followed in one workflow on what another had found.
    subscript(from: Int, to: Int) -> Pair { pairs[from * workflows + to] }

    /// How many would have followed if subjects had nothing to do with it.
    func expected(from: Int, to: Int) -> Double { cover[from] * Double(counts[to]) }

    private static func key(_ problem: Problem) -> (Int, Instant, Int64) {
        (problem.subject, problem.detected, problem.id)
    }
}
