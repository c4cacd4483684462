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
        #expect(closed[.timeToResolution]?.value == table.parts[1][.timeToResolution]?.value)
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

    @Test func whatIsOpenIsToldByWorkflowAndKind() throws {
        var history = try Years.quiet(days: 28)
        history.workflows[1].kinds.append("price-error")
        history.kinds.append("price-error")
        history.problems = [Years.problem(1, seen: 3), Years.problem(2, seen: 3) { ($0.workflow, $0.kind) = (1, 1) }]
        history.turns[13].openKinds = ["inventory": ["out-of-stock": .init(count: 3, atRisk: 900)]]
        history.turns[20].openKinds = [
            "inventory": ["out-of-stock": .init(count: 2, unpriced: 1, atRisk: 500)],
            "pricing": ["price-gap": .init(count: 1, atRisk: 30), "price-error": .init(count: 1, atRisk: 7)],
        ]
        history.turns[27].openKinds = ["inventory": [:], "pricing": ["price-gap": .init(count: 4, unpriced: 4)]]
        let reader = MetricReader(history)
        func course(_ scope: MetricScope) -> [MetricValue] {
            reader.report(of: [.openExposure], weeks: 4, for: scope)[.openExposure]?.weekly ?? []
        }
        #expect(course(.workflow(0)).map(\.value) == [nil, 900, 500, 0])
        #expect(course(.workflow(0)).first?.gap == .wholeOnly, "a turn before that was kept")
        #expect(course(.workflow(1)).map(\.value) == [nil, nil, 37, nil])
        #expect(course(.workflow(1)).map(\.gap) == [.wholeOnly, .wholeOnly, nil, .unpriced])
        #expect(course(.kind(0)).map(\.value) == [nil, 900, 500, 0])
        #expect(course(.kind(1)).map(\.value) == [nil, nil, 30, nil])
        #expect(course(.kind(2)).map(\.value) == [nil, nil, 7, 0], "none of it is open any more")
        let week = MetricWindow.weeks(4, through: history.until)[3]
        let rows = reader.rows(of: .openExposure, in: week, for: .workflow(1))
        #expect(rows.map(\.record) == [.turn(28)] && rows.map(\.part) == [.unpriced])
        let table = reader.table(of: [.openExposure, .coverage], by: .workflow, weeks: 4)
        #expect(table.parts.map { $0[.openExposure]?.weekly } == [course(.workflow(0)), course(.workflow(1))])
        #expect(table.parts.allSatisfy { $0[.coverage]?.value.gap == .wholeOnly && $0[.freshness] == nil })
    }

    /// What people add under kinds of their own, and what a workflow left that is not in use any more.
    @Test func partsOfWhatIsOpenAddUpToTheWhole() throws {
        var history = try Years.quiet(days: 28)
        history.problems = [Years.problem(1, seen: 3), Years.problem(2, seen: 3) { ($0.workflow, $0.kind) = (1, 1) }]
        func turn(_ index: Int, _ kinds: [String: [String: TurnMeasures.Open]]?) {
            history.turns[index].openKinds = kinds
            history.turns[index].openAtRisk = (kinds ?? [:]).values.flatMap(\.values).reduce(0) { $0 + $1.atRisk }
        }
        let own = ["out-of-stock": TurnMeasures.Open(count: 3, atRisk: 900)]
        turn(6, ["inventory": own, "pricing": [:]])
        turn(
            13,
            [
                "inventory": own, "pricing": ["price-gap": .init(count: 1, atRisk: 50)],
                "desk": ["wrong-photo": .init(count: 1, atRisk: 7), "out-of-stock": .init(count: 1, atRisk: 3)],
                "returns": ["returned": .init(count: 2, unpriced: 2)],
            ])
        turn(20, ["inventory": own, "pricing": [:], "returns": ["returned": .init(count: 2, unpriced: 1, atRisk: 11)]])
        turn(26, ["inventory": own, "pricing": [:], "returns": ["returned": .init(count: 2, unpriced: 1, atRisk: 11)]])
        turn(27, nil)
        let reader = MetricReader(history)
        for split in [MetricSplit.workflow, .kind] {
            let table = reader.table(of: [.openExposure], by: split, weeks: 4)
            let whole = reader.report(of: [.openExposure], weeks: 4)[.openExposure]?.weekly ?? []
            for week in 0..<3 {
                let parts = table.parts.compactMap { $0[.openExposure]?.weekly[week].value }
                #expect(parts.reduce(0, +) == whole[week].value, "\(split), week \(week)")
            }
            // The newest turn does not say, and what an older one saw is not what is open now.
            #expect(table.parts.allSatisfy { $0[.openExposure]?.value.gap == .wholeOnly })
        }
        let parts = reader.table(of: [.openExposure, .backlog], by: .workflow, weeks: 4).parts
        #expect(
            parts.map(\.scope) == [.workflow(0), .workflow(1), .absentWorkflow("desk"), .absentWorkflow("returns")])
        #expect(parts.map { $0.scope.name(in: history) } == ["inventory", "pricing", "desk", "returns"])
        #expect(parts[2][.openExposure]?.weekly.map(\.value) == [0, 10, 0, nil])
        #expect(parts[3][.openExposure]?.weekly.map(\.gap) == [nil, .unpriced, nil, .wholeOnly])
        // Its problems are none of the history's: how many there are is not known, and not zero.
        #expect(parts[2][.backlog]?.value.value == nil && parts[2][.backlog]?.value.gap == .notMeasured)
        let kinds = reader.table(of: [.openExposure], by: .kind, weeks: 4).parts
        #expect(kinds.map { $0.scope.name(in: history) } == ["out-of-stock", "price-gap", "returned", "wrong-photo"])
        #expect(kinds[0][.openExposure]?.weekly[1].value == 903, "of whatever workflow")
        #expect(reader.table(of: [.backlog], by: .kind, weeks: 4).parts.count == 2)
        #expect(reader.table(of: [.openExposure], by: .kind, weeks: 1).parts.count == 3, "what was open in the window")
        let week = MetricWindow.newest(1, through: history.until)
        #expect(reader.rows(of: .openExposure, in: week, for: .absentWorkflow("desk")) == [])
    }
}
