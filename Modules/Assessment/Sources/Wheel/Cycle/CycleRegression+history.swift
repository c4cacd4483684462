import FlywheelKit
import Statistics

extension CycleRegression {
    /// Explains a loss by what changed between the months before it and those of it.
    init(
        of kinds: [CycleCondition.Kind], in span: ClosedRange<Int>, of months: [CycleMonth], figures: MonthlyFigures,
        history: WorkHistory, model: WheelModel
    ) {
        let fell = span.lowerBound
        let again = months.indices.first { place in
            place > span.upperBound
                && months[place].conditions.allSatisfy { !kinds.contains($0.kind) || $0.outcome == .met }
        }
        let during = months[fell..<(again ?? months.count)]
        from = months[..<fell].last?.stage ?? 0
        to = min(from, during.compactMap(\.stage).min() ?? from)
        since = months[fell].from
        regained = again.map { months[$0].from }
        lost = kinds.compactMap { kind in
            during.reversed().lazy.compactMap { month in
                month.conditions.first { $0.kind == kind && $0.outcome == .notMet }
            }.first
        }
        // A month's figures look back on the one before, so what changed may lie a month before the fall shows.
        let change = Change(at: max(1, fell), figures: figures.months, order: lost, history: history, model: model)
        reasons = change.reasons.isEmpty ? [.unexplained] : change.reasons
        evidence = change.evidence
    }

    /// What was different around a month.
    private struct Change {
        private(set) var reasons: [Reason] = []
        private(set) var evidence: [WheelEvidence] = []

        init(
            at fell: Int, figures: [MonthlyFigures.Month], order lost: [CycleCondition], history: WorkHistory,
            model: WheelModel
        ) {
            let turn = max(1, fell - 1)
            let before = figures[max(0, turn - 3)..<turn]
            let after = figures[turn..<min(figures.count, fell + 3)]
            noteFlood(before, after, history, model)
            notePerson(before, figures[turn...], history, model)
            noteHours(before, after, model)
            if let order = lost.first(where: { $0.kind == .rankedOrder }) {
                reasons.append(.rankingAbandoned)
                evidence.append(WheelEvidence(order.text))
            }
        }

        private mutating func noteFlood(
            _ before: ArraySlice<MonthlyFigures.Month>, _ after: ArraySlice<MonthlyFigures.Month>,
            _ history: WorkHistory, _ model: WheelModel
        ) {
            guard let usual = Robust.median(of: before.map { Double($0.came) }), usual > 0,
                let worst = after.max(by: { $0.came < $1.came }), Double(worst.came) >= model.floodFactor * usual,
                // More than a month of chance brings.
                Double(worst.came) - usual >= 3 * usual.squareRoot()
            else { return }
            reasons.append(.queueFlooded)
            let policies = history.decisions.filter {
                $0.kind == .policy && abs($0.at.days(since: worst.from)) <= 56
            }
            let policy = policies.last.map { "; a policy changed then: \($0.subject)" } ?? ""
            evidence.append(
                WheelEvidence(
                    "\(worst.came) problems came in a month, where \(whole(usual)) were usual" + policy,
                    records: policies.map { .decision($0.id) }))
        }

        /// Looks for a person with much of the closes before, and next to none later.
        private mutating func notePerson(
            _ before: ArraySlice<MonthlyFigures.Month>, _ later: ArraySlice<MonthlyFigures.Month>,
            _ history: WorkHistory, _ model: WheelModel
        ) {
            let earlier = Self.closes(before)
            let all = earlier.values.reduce(0, +)
            let newest = Self.closes(later.suffix(2))
            let since = newest.values.reduce(0, +)
            guard all >= model.leastMonthly else { return }
            let gone = earlier.filter { person, closes in
                let share = Double(closes) / Double(all)
                let now = since > 0 ? Double(newest[person] ?? 0) / Double(since) : 0
                return share >= model.keyPersonShare && now <= share / 10
            }.max { ($0.value, $1.key) < ($1.value, $0.key) }
            guard let gone else { return }
            reasons.append(.keyPersonLeft)
            evidence.append(
                WheelEvidence(
                    "\(history.people[gone.key]) closed \(percent(Double(gone.value) / Double(all))) before, and "
                        + "\(newest[gone.key] ?? 0) of \(since) in the newest two months"))
        }

        private mutating func noteHours(
            _ before: ArraySlice<MonthlyFigures.Month>, _ after: ArraySlice<MonthlyFigures.Month>, _ model: WheelModel
        ) {
            guard let usual = Robust.median(of: before.compactMap(\.staffHours.value)), usual > 0,
                let least = after.compactMap(\.staffHours.value).min(), least <= model.fewerHours * usual
            else { return }
            reasons.append(.fewerHours)
            evidence.append(WheelEvidence("\(whole(least)) staffed hours a week, where \(whole(usual)) were usual"))
        }

        private static func closes(_ months: ArraySlice<MonthlyFigures.Month>) -> [Int: Int] {
            months.reduce(into: [:]) { sum, month in sum.merge(month.closes, uniquingKeysWith: +) }
        }
    }
}
