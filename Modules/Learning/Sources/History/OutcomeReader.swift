import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation

/// Reads the problems that left outcomes, many ranges of ids at a time.
struct OutcomeReader {
    let store: any WorkStore
    let families: FamilyPlaces
    let until: Instant
    let currency: Currency
    /// When the oldest end was that counts; all count where this is `nil`.
    var since: Instant?

    /// The problems of a range, with the texts they name.
    private struct Part: Sendable {
        var problems: [Problem] = []
        var names = Names()
    }

    /// Ranges for each core, so that none waits long for the last.
    private static let rangesPerCore = 8

    /// All problems that were seen by then, by id. Their texts are added to `names`.
    func problems(naming names: inout Names) throws -> [Problem] {
        guard let ids = try store.outcomeIDs() else { return [] }
        let ranges = Self.ranges(ids.first.number...ids.last.number)
        var problems: [Problem] = []
        if since == nil { problems.reserveCapacity(ids.count) }
        var parts = try parallelMap(ranges.count) { try part(ranges[$0]) }
        for index in parts.indices {
            add(parts[index], to: &problems, &names)
            // A year of problems is not held twice.
            parts[index] = Part()
        }
        return problems
    }

    private func part(_ ids: ClosedRange<ExceptionID>) throws -> Part {
        var part = Part()
        // Most ids of a range have left an outcome; room that grows would be taken twice.
        if since == nil { part.problems.reserveCapacity(Int(ids.upperBound.number - ids.lowerBound.number) + 1) }
        try store.readOutcomes(ids) { line in
            if let since, line.ended < since { return }
            guard line.detected <= until, line.work?.source != .group, let family = families[line.family] else {
                return
            }
            part.problems.append(
                Problem(line, in: family, until: until, currency: currency, names: &part.names))
        }
        return part
    }

    /// Adds a part, whose places become those of the whole.
    private func add(_ part: Part, to problems: inout [Problem], _ names: inout Names) {
        let subjects = part.names.subjects.values.map { names.subjects.place(of: $0) }
        let people = part.names.people.values.map { names.people.place(of: $0) }
        let causes = part.names.causes.values.map { names.causes.place(of: $0) }
        for var problem in part.problems {
            problem.subject = subjects[problem.subject]
            problem.worker = problem.worker.map { people[$0] }
            problem.closer = problem.closer.map { people[$0] }
            problem.cause = problem.cause.map { causes[$0] }
            problems.append(problem)
        }
    }

    private static func ranges(_ ids: ClosedRange<Int64>) -> [ClosedRange<ExceptionID>] {
        let count = Int64(max(1, ProcessInfo.processInfo.activeProcessorCount * rangesPerCore))
        let width = (ids.upperBound - ids.lowerBound) / count + 1
        return stride(from: ids.lowerBound, through: ids.upperBound, by: Int(width)).map { first in
            ExceptionID(first)...ExceptionID(min(first + width - 1, ids.upperBound))
        }
    }
}
