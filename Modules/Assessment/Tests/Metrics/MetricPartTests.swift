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

    /// Days that are no whole weeks: the first week is cut.
    @Test func whatIsOutsideAWindowDoesNotCount() throws {
        var history = try Years.quiet(days: 28)
        history.problems = (1...20).map { fixed($0, seen: Double($0), ended: Double($0) + 0.5) }
        let window = MetricWindow(after: Years.day(5), through: Years.day(15))
        let report = MetricReader(history).report(of: [.timeToResolution], in: window)
        #expect(report.window == window && report.weeks.map(\.days) == [3, 7])
        #expect(report[.timeToResolution]?.value.count == 10)
        #expect(report[.timeToResolution]?.weekly.map(\.count) == [3, 7])
        #expect(MetricReader(history).table(by: .tier, in: window).window == window)
    }
}
