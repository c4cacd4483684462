import Assessment
import FlywheelKit

/// Problems put together of many parts, with the texts that they name.
struct ProblemList: Sendable {
    private(set) var problems: [Problem] = []
    private(set) var names = Names()

    /// Puts together those that ended and those that have not, by id, and lets go of each part that it has: a year of problems
    /// is not held twice. What is among both ended meanwhile, and its outcome counts.
    init(ended: inout [ProblemPart], open: inout [ProblemPart]) {
        problems.reserveCapacity((ended + open).reduce(0) { $0 + $1.problems.count })
        take(&ended) { problem, _ in problem }
        let count = problems.count
        take(&open) { problem, taken in
            guard taken[..<count].problem(problem.id) == nil else { return nil }
            var problem = problem
            // What came before it is a regression only where its end was verified.
            let isRegression = problem.regressionOf.flatMap(taken[..<count].problem)?.isVerified == true
            if !isRegression { problem.regressionOf = nil }
            return problem
        }
        if 0 < count, count < problems.count { problems.sort { $0.id < $1.id } }
    }

    private mutating func take(_ parts: inout [ProblemPart], _ taken: (Problem, [Problem]) -> Problem?) {
        for index in parts.indices {
            add(parts[index], taken)
            parts[index] = ProblemPart()
        }
    }

    /// Adds a part, whose places become those of the whole.
    private mutating func add(_ part: ProblemPart, _ taken: (Problem, [Problem]) -> Problem?) {
        let subjects = part.names.subjects.values.map { names.subjects.place(of: $0) }
        let people = part.names.people.values.map { names.people.place(of: $0) }
        let causes = part.names.causes.values.map { names.causes.place(of: $0) }
        for problem in part.problems {
            guard var problem = taken(problem, problems) else { continue }
            problem.subject = subjects[problem.subject]
            problem.worker = problem.worker.map { people[$0] }
            problem.closer = problem.closer.map { people[$0] }
            problem.cause = problem.cause.map { causes[$0] }
            problems.append(problem)
        }
    }
}

extension ArraySlice<Problem> {
    /// The problem of an id, in a slice in the order of ids.
    fileprivate func problem(_ id: Int64) -> Problem? {
        dropFirst(prefixCount { $0.id < id }).first.flatMap { $0.id == id ? $0 : nil }
    }
}
