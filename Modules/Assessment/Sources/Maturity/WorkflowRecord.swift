import FlywheelKit

/// What happened in one workflow in the days that are judged.
struct WorkflowRecord {
    /// The workflow.
    let workflow: InstalledWorkflow
    /// All problems of the history.
    private let all: [Problem]
    /// The places of its own that were open in those days; problems are large, and a year has many.
    private let places: [Int]
    /// What was decided about it in the days in which decisions count.
    let decisions: [Decision]
    /// Why that is not known; `nil` where it is.
    let decisionsGap: String?
    /// When the days begin.
    let from: Instant
    /// The moment it is looked from.
    let until: Instant
    /// Which causes say why.
    let causes: TellingCauses
    /// The cause that is named for nearly everything, by id; `nil` where closes say more.
    let uniformCause: String?
    /// Who closed most of it.
    let topCloser: Int?
    /// People who work there; `nil` where nobody said.
    let staff: Int?

    /// The records of all installed workflows, in their order, over the days that a model judges.
    static func all(of history: WorkHistory, by model: MaturityModel) -> [WorkflowRecord] {
        let from = max(history.from, history.until.advanced(byDays: -Double(model.windowDays)))
        let decided = history.until.advanced(byDays: -Double(model.decisionDays))
        var places = history.workflows.map { _ in [Int]() }
        for (place, problem) in history.problems.enumerated() where problem.detected <= history.until {
            if let ended = problem.ended, ended <= from { continue }
            places[problem.workflow].append(place)
        }
        let decisions = history.decisions.filter { $0.at > decided && $0.at <= history.until }
        let causes = TellingCauses(of: history)
        let staff = history.turns.last { $0.staff != nil }?.staff
        return history.workflows.indices.map { place in
            WorkflowRecord(
                workflow: history.workflows[place], all: history.problems, places: places[place],
                decisions: decisions.filter { $0.workflow == place }, decisionsGap: history.decisionsGap, from: from,
                until: history.until,
                causes: causes, uniformCause: causes.uniform(in: place).map { history.causes[$0] },
                topCloser: topCloser(of: history.problems, at: places[place], after: from),
                staff: staff)
        }
    }

    /// Its problems that were open in those days, in the order of the history.
    var problems: some Sequence<Problem> { places.lazy.map { all[$0] } }

    /// The places in the history of problems by what a measure says of them; in part counts as no.
    func places(by measure: MaturityMeasure) -> (yes: [Int], no: [Int]) {
        var parts = (yes: [Int](), no: [Int]())
        for place in places {
            let tally = tally(measure, of: all[place])
            if tally.no > 0 { parts.no.append(place) } else if tally.yes > 0 { parts.yes.append(place) }
        }
        return parts
    }

    /// How many those are.
    var count: Int { places.count }

    /// Whether a person closed the problem in the days that are judged.
    func isClose(_ problem: Problem) -> Bool {
        guard problem.closer != nil, let ended = problem.ended else { return false }
        return ended > from && ended <= until
    }

    /// Whether it was seen first in the days that are judged.
    func isFound(_ problem: Problem) -> Bool { problem.detected >= from }

    /// Whether somebody worked on it.
    func isWorkedOn(_ problem: Problem) -> Bool {
        problem.claimed != nil || problem.closer != nil || problem.touches > 0
    }

    /// The person with the most closes; of several, the one with the lowest place.
    private static func topCloser(of problems: [Problem], at places: [Int], after from: Instant) -> Int? {
        var closes: [Int: Int] = [:]
        for place in places {
            let problem = problems[place]
            if let closer = problem.closer, let ended = problem.ended, ended > from { closes[closer, default: 0] += 1 }
        }
        return closes.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
}
