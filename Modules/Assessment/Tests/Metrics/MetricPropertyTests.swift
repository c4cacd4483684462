import FlywheelKit
import Statistics
import Testing

@testable import Assessment

/// What must hold of every metric, whatever the history.
@Suite struct MetricPropertyTests {
    static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

    @Test func checksAndMetricsCountTheSameCloses() throws {
        let history = try Years.random(seed: 11, problems: 600, days: 90)
        let window = MetricWindow(after: history.from, through: history.until)
        let value = MetricReader(history).value(of: .verifiedShare, in: window, for: .workflow(0))
        let record = try #require(WorkflowRecord.all(of: history, by: .standard).first)
        let tally = record.tally(.closesConfirmed)
        #expect(tally.no > 20 && tally.yes > 20)
        #expect(value.count == tally.events + tally.unknown)
        #expect(value.value == Double(tally.yes) / Double(value.count))
    }

    @Test(arguments: seeds) func everyValueIsMadeOfItsRows(seed: UInt64) throws {
        let reader = MetricReader(try Years.random(seed: seed, problems: 400, days: 100))
        let report = reader.report(weeks: 12)
        for line in report.lines {
            for (value, window) in zip([line.value] + line.weekly, [report.window] + report.weeks) {
                let rows = reader.rows(of: line.metric, in: window).map(\.part)
                let censored = rows.count { $0 == .censored || $0.isGoing }
                let apart = rows.count { $0 == .apart || $0 == .unpriced || $0.hasEnded }
                if line.metric == .backlog || line.metric == .backlogAge {
                    #expect(rows.count == value.count, "\(line.metric)")
                } else {
                    #expect(censored == value.censored && apart == value.apart, "\(line.metric)")
                    #expect(rows.count - censored - apart == value.count, "\(line.metric)")
                }
            }
        }
    }

    @Test(arguments: seeds) func sharesAndAmountsAreTheSumsOfTheirRows(seed: UInt64) throws {
        let reader = MetricReader(try Years.random(seed: seed, problems: 400, days: 100))
        let report = reader.report(weeks: 12)
        for line in report.lines where line.metric.definition.unit == .share && !line.metric.isOfTurns {
            let rows = reader.rows(of: line.metric, in: report.window).map(\.part)
            let whole = rows.count { $0 == .counts || $0 == .doesNotCount }
            let share = whole == 0 ? nil : Double(rows.count { $0 == .counts }) / Double(whole)
            #expect(line.value.value == share, "\(line.metric)")
        }
        let cleared = reader.rows(of: .exposureCleared, in: report.window).reduce(Int64(0)) { sum, row in
            if case .amount(let amount) = row.part { sum + amount } else { sum }
        }
        #expect(report[.exposureCleared]?.value.value == (Double(cleared) / 84).rounded(.toNearestOrEven))
    }

    @Test(arguments: seeds, MetricSplit.allCases) func partsHoldEveryProblemOnce(seed: UInt64, split: MetricSplit)
        throws
    {
        let history = try Years.random(seed: seed, problems: 300, days: 100)
        let reader = MetricReader(history)
        let (table, report) = (reader.table(by: split), reader.report())
        #expect(table.parts.reduce(0) { $0 + $1.problems } == history.problems.count)
        for line in report.lines where !line.metric.isOfTurns && line.metric != .problemsPerOperator {
            let parts = table.parts.compactMap { $0[line.metric]?.value }
            #expect(parts.reduce(0) { $0 + $1.count } == line.value.count, "\(line.metric)")
            #expect(parts.reduce(0) { $0 + $1.censored } == line.value.censored, "\(line.metric)")
        }
        for part in table.parts {
            for line in part.lines {
                let metric = line.metric
                #expect(line.value == reader.value(of: metric, in: table.window, for: part.scope), "\(metric)")
                #expect(line == reader.report(of: [metric], for: part.scope)[metric], "\(metric)")
            }
        }
    }

    @Test(arguments: seeds) func theOrderOfProblemsChangesNothing(seed: UInt64) throws {
        var history = try Years.random(seed: seed, problems: 300, days: 100)
        let report = MetricReader(history).report()
        var numbers = SplitMix64(seed: seed)
        history.problems.shuffle(using: &numbers)
        for (left, right) in zip(report.lines, MetricReader(history).report().lines) where left.metric != .touchTime {
            #expect(left == right)
        }
    }

    @Test(arguments: seeds) func boundsHoldTheValue(seed: UInt64) throws {
        let report = MetricReader(try Years.random(seed: seed, problems: 400, days: 100)).report()
        for line in report.lines {
            for value in [line.value] + line.weekly {
                #expect((value.value == nil) != (value.gap == nil))
                guard let known = value.value else { continue }
                #expect(
                    known.isFinite && (value.low ?? known) <= known && known <= (value.high ?? known), "\(line.metric)")
            }
        }
    }

    @Test func aTargetIsMetMissedOrUnknown() throws {
        var history = try Years.quiet(days: 84)
        history.problems = [Years.problem(1, seen: 3) { $0.claimed = Years.day(3.5) }]
        let report = MetricReader(history).report(
            targets: [.timeToOwn: 12, .backlog: 0, .dueMet: 0.9, .netFlow: 1])
        #expect(report[.timeToOwn]?.target == .met)
        #expect(report[.backlog]?.target == .missed)
        #expect(report[.dueMet]?.target == .unknown)
        #expect(report[.coverage]?.target == nil)
    }
}

extension MetricPart {
    var isGoing: Bool { if case .going = self { true } else { false } }
    var hasEnded: Bool { if case .ended = self { true } else { false } }
}
