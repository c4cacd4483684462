import FlywheelKit
import Testing

@testable import Assessment

/// Metrics of a part of the problems, and of a part of the time.
@Suite struct MetricPartTests {
    private func fixed(_ id: Int64, seen: Double, ended: Double, _ change: (inout Problem) -> Void = { _ in })
        -> Problem
    {
        Years.problem(id, seen: seen) {
            ($0.claimed, $0.ended) = (Years.day(seen), Years.day(ended))
            ($0.worker, $0.closer, $0.verdict) = (0, 0, .actionable)
            change(&$0)
        }
    }

    /// One closes what another had claimed.
    @Test func aProblemIsOfWhoClosedItAndElseOfWhoClaimedItLast() throws {
        var history = try Years.quiet(days: 7)
        history.people = ["ann", "ben"]
        history.problems = [
            fixed(1, seen: 1, ended: 2) { ($0.worker, $0.closer) = (0, 1) },
            fixed(2, seen: 1, ended: 3) { ($0.worker, $0.closer) = (nil, 1) },
            fixed(3, seen: 1, ended: 3) { ($0.worker, $0.closer) = (0, nil) },
            Years.problem(4, seen: 2) { $0.worker = 0 }, Years.problem(5, seen: 2),
        ]
        let reader = MetricReader(history)
        let table = reader.table(by: .owner, weeks: 1)
        #expect(table.parts.map(\.scope) == [.owner(0), .owner(1), .owner(nil)])
        #expect(table.parts.map(\.problems) == [2, 2, 1])
        let closed = reader.report(of: [.timeToResolution], weeks: 1, for: .owner(1))
        #expect(closed[.timeToResolution]?.value == table.parts[1].values[.timeToResolution])
        #expect(closed[.timeToResolution]?.value.count == 2)
    }
}
