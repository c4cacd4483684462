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
        let back = kinds.map(\.monthsBack).max() ?? 1
        let change = Change(
            before: fell, by: back, figures: figures.months, order: lost, history: history, model: model)
        reasons = change.reasons.isEmpty ? [.unexplained] : change.reasons
        evidence = change.evidence
    }

    /// What was different around a month.
    private struct Change {
        private(set) var reasons: [Reason] = []
        private(set) var evidence: [WheelEvidence] = []

        /// - Parameter back: the months before the fall in which the change may lie; the newest in which one shows counts.
        init(
            before fell: Int, by back: Int, figures: [MonthlyFigures.Month], order lost: [CycleCondition],
            history: WorkHistory, model: WheelModel
        ) {
            let turns = (max(1, fell - back)...max(1, fell)).reversed()
            func note(_ noting: (ArraySlice<MonthlyFigures.Month>, ArraySlice<MonthlyFigures.Month>) -> Bool) {
                _ = turns.first { noting(figures[max(0, $0 - 3)..<$0], figures[$0...]) }
            }
            note { noteFlood($0, $1.prefix(fell + 3 - $1.startIndex), history, model) }
            note { notePerson($0, $1, history, model) }
            note { noteHours($0, $1.prefix(fell + 3 - $1.startIndex), model) }
            if let order = lost.first(where: { $0.kind == .rankedOrder }) {
                reasons.append(.rankingAbandoned)
                evidence.append(WheelEvidence(order.text))
            }
        }

        private mutating func noteFlood(
            _ before: ArraySlice<MonthlyFigures.Month>, _ after: ArraySlice<MonthlyFigures.Month>,
            _ history: WorkHistory, _ model: WheelModel
        ) -> Bool {
            guard let usual = Robust.median(of: before.map { Double($0.came) }), usual > 0,
                let worst = after.max(by: { $0.came < $1.came }), Double(worst.came) >= model.floodFactor * usual,
                // More than a month of chance brings.
                Double(worst.came) - usual >= 3 * usual.squareRoot()
            else { return false }
            reasons.append(.queueFlooded)
            let policies = history.decisions.filter {
                $0.kind == .policy && abs($0.at.days(since: worst.from)) <= 56
            }
            let policy = policies.last.map { "; a policy changed then: \($0.subject)" } ?? ""
            evidence.append(
                WheelEvidence(
                    "\(worst.came) problems came in a month, where \(whole(usual)) were usual" + policy,
                    records: policies.map { .decision($0.id) }))
            return true
        }

        /// Looks for a person with much of the closes before, and next to none later; or with the most of all, where a good part
        /// of the hours went with them.
        private mutating func notePerson(
            _ before: ArraySlice<MonthlyFigures.Month>, _ later: ArraySlice<MonthlyFigures.Month>,
            _ history: WorkHistory, _ model: WheelModel
        ) -> Bool {
            let earlier = Self.closes(before)
            let all = earlier.values.reduce(0, +)
            let newest = Self.closes(later.suffix(2))
            let since = newest.values.reduce(0, +)
            guard all >= model.leastMonthly, let most = earlier.values.max() else { return false }
            let key = hours(before, later, model) == nil ? model.keyPersonShare : Double(most) / Double(all)
            let gone = earlier.filter { person, closes in
                let share = Double(closes) / Double(all)
                let now = since > 0 ? Double(newest[person] ?? 0) / Double(since) : 0
                return share >= min(key, model.keyPersonShare) && now <= share / 10
            }.max { ($0.value, $1.key) < ($1.value, $0.key) }
            guard let gone else { return false }
            reasons.append(.keyPersonLeft)
            evidence.append(
                WheelEvidence(
                    "\(history.people[gone.key]) closed \(percent(Double(gone.value) / Double(all))) before, and "
                        + "\(newest[gone.key] ?? 0) of \(since) in the newest two months"))
            return true
        }

        private mutating func noteHours(
            _ before: ArraySlice<MonthlyFigures.Month>, _ after: ArraySlice<MonthlyFigures.Month>, _ model: WheelModel
        ) -> Bool {
            guard let (least, usual) = hours(before, after, model) else { return false }
            reasons.append(.fewerHours)
            evidence.append(WheelEvidence("\(whole(least)) staffed hours a week, where \(whole(usual)) were usual"))
            return true
        }

        /// The least hours after, and the usual ones before, where they are clearly fewer.
        private func hours(
            _ before: ArraySlice<MonthlyFigures.Month>, _ after: ArraySlice<MonthlyFigures.Month>, _ model: WheelModel
        ) -> (least: Double, usual: Double)? {
            guard let usual = Robust.median(of: before.compactMap(\.staffHours.value)), usual > 0,
                let least = after.compactMap(\.staffHours.value).min(), least <= model.fewerHours * usual
            else { return nil }
            return (least, usual)
        }

        private static func closes(_ months: ArraySlice<MonthlyFigures.Month>) -> [Int: Int] {
            months.reduce(into: [:]) { sum, month in sum.merge(month.closes, uniquingKeysWith: +) }
        }
    }
}
