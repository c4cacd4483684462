import FlywheelKit

/// Computes metrics from a history. Everything it tells can be taken apart to the problems and turns it rests on.
///
/// It depends on the history and the rules alone; building it walks the problems once, for who came back.
public struct MetricReader: Sendable {
    /// What it reads.
    public let history: WorkHistory
    /// The numbers it goes by.
    public let rules: MetricRules
    let problems: ProblemReading
    let turns: TurnReading
    private let accountTurns: [Int: TurnReading]

    /// Reads a history.
    public init(_ history: WorkHistory, rules: MetricRules = .first) {
        self.history = history
        self.rules = rules
        problems = ProblemReading(history, rules: rules)
        turns = TurnReading(rules: rules, turns: history.turns)
        accountTurns = history.accountTurns.mapValues { TurnReading(rules: rules, turns: $0) }
    }

    /// One metric over any window.
    public func value(of metric: Metric, in window: MetricWindow, for scope: MetricScope = .all) -> MetricValue {
        let cells = MetricCells([metric], of: self, in: window, parts: 1) { scope.holds($0) ? 0 : nil }
        return total(cells, 0, part: 0, in: window, for: scope)
    }

    /// Metrics over the newest weeks; see ``report(of:in:for:targets:)``.
    public func report(
        of metrics: [Metric] = Metric.allCases, weeks count: Int = 12, for scope: MetricScope = .all,
        targets: [Metric: Double] = [:]
    ) -> MetricReport {
        report(of: metrics, in: .newest(count, through: history.until), for: scope, targets: targets)
    }

    /// Metrics over a window, together and week by week; the first week is cut where the window begins within it.
    ///
    /// - Parameter targets: what metrics should be, each in its unit; amounts in minor units.
    public func report(
        of metrics: [Metric] = Metric.allCases, in window: MetricWindow, for scope: MetricScope = .all,
        targets: [Metric: Double] = [:]
    ) -> MetricReport {
        let cells = MetricCells(metrics, of: self, in: window, parts: 1) { scope.holds($0) ? 0 : nil }
        return MetricReport(
            window: window, weeks: cells.weeks, lines: lines(of: cells, part: 0, in: window, for: scope, targets))
    }

    /// Metrics part by part over the newest weeks; see ``table(of:by:in:)``.
    public func table(
        of metrics: [Metric] = Metric.allCases, by split: MetricSplit, weeks count: Int = 12
    ) -> MetricTable {
        table(of: metrics, by: split, in: .newest(count, through: history.until))
    }

    /// Metrics part by part over a window, together and week by week; parts without a problem are left out, but for those
    /// that the parts of open exposure would not add up to the whole without.
    public func table(
        of metrics: [Metric] = Metric.allCases, by split: MetricSplit, in window: MetricWindow
    ) -> MetricTable {
        let scopes = split.scopes(of: history, in: window)
        var sizes = Array(repeating: 0, count: scopes.count)
        for problem in history.problems { sizes[split.place(of: problem, in: history)] += 1 }
        let cells = MetricCells(metrics, of: self, in: window, parts: scopes.count) {
            split.place(of: $0, in: history)
        }
        let tellsOpen = metrics.contains(.openExposure)
        let parts = scopes.indices.filter { sizes[$0] > 0 || tellsOpen && scopes[$0].isAbsent }.map { part in
            MetricTable.Part(
                scope: scopes[part], problems: sizes[part],
                lines: lines(of: cells, part: part, in: window, for: scopes[part]))
        }
        return MetricTable(window: window, split: split, parts: parts)
    }

    private func lines(
        of cells: MetricCells, part: Int, in window: MetricWindow, for scope: MetricScope,
        _ targets: [Metric: Double] = [:]
    ) -> [MetricReport.Line] {
        cells.metrics.enumerated().map { index, metric in
            let weekly = cells.weeks.indices.map { week in
                value(
                    of: metric, cells.tally(index, part: part, week: week), cells.spans(part), in: cells.weeks[week],
                    for: scope)
            }
            return MetricReport.Line(
                metric: metric, value: total(cells, index, part: part, in: window, for: scope), weekly: weekly,
                wanted: targets[metric])
        }
    }

    private func total(
        _ cells: MetricCells, _ metric: Int, part: Int, in window: MetricWindow, for scope: MetricScope
    ) -> MetricValue {
        let kind = cells.metrics[metric]
        let tally = cells.total(metric, part: part) { counts($0, for: kind) }
        return value(of: kind, tally, cells.spans(part), in: window, for: scope)
    }

    /// Whether what happened in a week counts: what is held against the people there only where somebody said how many.
    func counts(_ week: MetricWindow, for metric: Metric) -> Bool {
        metric.shape != .arrivalsPerOperator || !turns.turns(of: metric, in: week).isEmpty
    }

    /// The value that parts add up to. Where no turn looked, that nothing happened cannot be known.
    func value(
        of metric: Metric, _ tally: MetricTally, _ spans: OpenSpans, in window: MetricWindow, for scope: MetricScope
    ) -> MetricValue {
        let value = seen(metric, tally, spans, in: window, for: scope)
        let isUnseen = value.gap == .nothingHappened && !turns.hasLooked(in: window)
        return isUnseen ? MetricValue(.notMeasured, in: window) : value
    }

    private func seen(
        _ metric: Metric, _ tally: MetricTally, _ spans: OpenSpans, in window: MetricWindow, for scope: MetricScope
    ) -> MetricValue {
        guard metric.isOfTurns || !scope.isAbsent else { return MetricValue(.notMeasured, in: window) }
        return switch metric.shape {
        case .share: tally.share(in: window)
        case .duration: tally.medianHours(in: window)
        case .mean: tally.mean(in: window)
        case .amountPerDay: watched(window) { tally.amountPerDay($0, in: window) }
        case .netPerWeek: watched(window) { tally.netPerWeek($0 / 7, in: window) }
        case .backlog: atTurn(in: window) { spans.backlog(in: window) }
        case .backlogAge: atTurn(in: window) { spans.ninetiethAge(in: window) }
        case .turns: turns(of: scope)?.value(of: metric, in: window) ?? MetricValue(.wholeOnly, in: window)
        case .arrivalsPerOperator:
            turns(of: scope)?.perOperator(tally.counting, in: window) ?? MetricValue(.wholeOnly, in: window)
        }
    }

    /// What turns saw of a part; `nil` where they saw it of the whole only.
    func turns(of scope: MetricScope) -> TurnReading? {
        switch scope {
        case .all: turns
        case .account(let account?): accountTurns[account]
        case .workflow(let workflow): turns(of: .workflow(history.workflows[workflow].id, isInstalled: true))
        case .absentWorkflow(let id): turns(of: .workflow(id, isInstalled: false))
        case .absentKind(let id): turns(of: .kind(id, of: []))
        case .kind(let kind):
            turns(of: .kind(history.kinds[kind], of: history.workflows(finding: history.kinds[kind])))
        case .account(nil), .owner, .tier: nil
        }
    }

    private func turns(of rows: TurnReading.Rows) -> TurnReading {
        TurnReading(rules: rules, turns: turns.turns, rows: rows)
    }

    /// A value of what is open, which is known where a turn looked.
    private func atTurn(in window: MetricWindow, _ value: () -> MetricValue) -> MetricValue {
        turns.hasLooked(in: window) ? value() : MetricValue(.notMeasured, in: window)
    }

    /// A value for the days of a window since watching began; none where no turn looked in it, so that nobody could have seen
    /// anything.
    private func watched(_ window: MetricWindow, _ value: (Double) -> MetricValue) -> MetricValue {
        let days = window.through.days(since: max(window.after, history.from))
        return days > 0 && turns.hasLooked(in: window) ? value(days) : MetricValue(.notMeasured, in: window)
    }
}
