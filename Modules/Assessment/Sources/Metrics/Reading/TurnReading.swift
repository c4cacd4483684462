import FlywheelKit

/// What turns add to each metric that is made of turns.
struct TurnReading: Sendable {
    /// Of what is open, what is read.
    enum Rows: Hashable {
        /// All of it.
        case all
        /// What is of one workflow, by its id; where it is not installed, what is left of it.
        case workflow(String, isInstalled: Bool)
        /// What is of one kind, by its id and by the installed workflows that find it.
        case kind(String, of: [String])
    }

    let rules: MetricRules
    let turns: [TurnMeasures]
    var rows: Rows = .all

    /// What one turn brings: a part and a whole, of which one amount is money.
    private struct Part {
        var number = 0.0
        var minorUnits: Int64 = 0
        let whole: Double
    }

    /// The turns in a window that a metric rests on, oldest first.
    func turns(of metric: Metric, in window: MetricWindow) -> [TurnMeasures] {
        switch metric {
        case .revenuePerOperator, .demandPerListing, .listingsPerOperator, .problemsPerOperator:
            window.weeks.compactMap { week in all(of: metric, in: week).last }
        // Every part is read off the same turn as the whole, or they would not add up to it.
        case .openExposure: turns.filter { window.contains($0.at) }.suffix(1).filter { knows(metric, $0) }
        default: all(of: metric, in: window)
        }
    }

    /// The value over a window.
    func value(of metric: Metric, in window: MetricWindow) -> MetricValue {
        let turns = turns(of: metric, in: window)
        guard !turns.isEmpty else { return MetricValue(gap(of: metric, in: window), in: window) }
        let parts = turns.compactMap { part(of: metric, $0) }
        guard !parts.isEmpty else { return MetricValue(.unpriced, apart: turns.count, in: window) }
        let whole = parts.reduce(0) { $0 + $1.whole }
        let value =
            metric.definition.unit.isMoney
            ? (Double(parts.reduce(0) { $0 + $1.minorUnits }) / whole).rounded(.toNearestOrEven)
            : parts.reduce(0) { $0 + $1.number } / whole
        return MetricValue(value, count: turns.count, in: window)
    }

    /// What one turn adds.
    func reading(of metric: Metric, _ turn: TurnMeasures) -> MetricPart {
        guard let part = part(of: metric, turn) else { return .unpriced }
        guard metric.definition.unit.isMoney else { return .number(part.number / part.whole) }
        return .amount(Int64((Double(part.minorUnits) / part.whole).rounded(.toNearestOrEven)))
    }

    /// So many problems for each operator and week, of the weeks of a window that know how many there are.
    func perOperator(_ problems: Int, in window: MetricWindow) -> MetricValue {
        let operators = turns(of: .problemsPerOperator, in: window).compactMap(operators)
        guard !operators.isEmpty else { return MetricValue(gap(of: .problemsPerOperator, in: window), in: window) }
        return MetricValue(Double(problems) / operators.reduce(0, +), count: problems, in: window)
    }

    /// Why no turn of a window says anything of a metric.
    private func gap(of metric: Metric, in window: MetricWindow) -> MetricGap {
        guard rows == .all else { return hasLooked(in: window) ? .wholeOnly : .notMeasured }
        let takesHours = [.revenuePerOperator, .listingsPerOperator, .problemsPerOperator].contains(metric)
        let looked = turns.filter { window.contains($0.at) }
        if looked.contains(where: { $0.wholeOnly.contains(takesHours ? .staff : .business) }) { return .wholeOnly }
        let isUnsaid = takesHours && !looked.isEmpty && looked.allSatisfy { $0.staffHours == nil }
        return isUnsaid ? .hoursUnknown : .notMeasured
    }

    /// Full-time operators at a turn; `nil` where nobody said.
    private func operators(_ turn: TurnMeasures) -> Double? {
        turn.staffHours.flatMap { $0 > 0 ? $0 / rules.operatorHours : nil }
    }

    /// Whether any turn looked within a window.
    func hasLooked(in window: MetricWindow) -> Bool { turns.contains { window.contains($0.at) } }

    private func all(of metric: Metric, in window: MetricWindow) -> [TurnMeasures] {
        turns.filter { window.contains($0.at) && knows(metric, $0) }
    }

    /// Whether a turn says anything of a metric, be it that nothing of it has an amount.
    private func knows(_ metric: Metric, _ turn: TurnMeasures) -> Bool {
        metric == .openExposure && rows != .all ? open(at: turn) != nil : part(of: metric, turn) != nil
    }

    /// What was open of a part of the rows, nothing where the turn names none of it; `nil` where the turn does not say it, or
    /// no workflow was there yet that looks for it.
    private func open(at turn: TurnMeasures) -> TurnMeasures.Open? {
        guard let kept = turn.openKinds else { return nil }
        let (found, finders): ([TurnMeasures.Open], [String])
        switch rows {
        case .all: return nil
        case .workflow(let id, let isInstalled):
            (found, finders) = (Array((kept[id] ?? [:]).values), isInstalled ? [id] : [])
        case .kind(let id, let workflows): (found, finders) = (kept.values.compactMap { $0[id] }, workflows)
        }
        let isUnseen = found.isEmpty && !finders.isEmpty && finders.allSatisfy { kept[$0] == nil }
        return isUnseen ? nil : found.reduce(TurnMeasures.Open(), +)
    }

    private func part(of metric: Metric, _ turn: TurnMeasures) -> Part? {
        guard rows == .all else {
            guard metric == .openExposure, let open = open(at: turn), open.count == 0 || open.unpriced < open.count
            else { return nil }
            return Part(minorUnits: open.atRisk, whole: 1)
        }
        return switch metric {
        case .openExposure: Part(minorUnits: turn.openAtRisk, whole: 1)
        case .revenuePerOperator:
            turn.weekRevenue.flatMap { revenue in operators(turn).map { Part(minorUnits: revenue, whole: $0) } }
        case .demandPerListing: turn.weekUnits.flatMap { share($0, of: turn.weekListings) }
        case .listingsPerOperator: operators(turn).map { Part(number: Double(turn.listings), whole: $0) }
        case .problemsPerOperator: operators(turn).map { Part(whole: $0) }
        case .stockoutRate: share(Double(turn.stockedOut), of: turn.stockKnown)
        case .heroFeaturedShare: turn.heroFeaturedShare.map { Part(number: $0, whole: 1) }
        case .coverage: turn.watched.flatMap { share(Double($0), of: turn.listings) }
        case .freshness: share(Double(turn.freshFeeds), of: turn.feeds)
        default: nil
        }
    }

    private func share(_ number: Double, of whole: Int) -> Part? {
        whole > 0 ? Part(number: number, whole: Double(whole)) : nil
    }
}
