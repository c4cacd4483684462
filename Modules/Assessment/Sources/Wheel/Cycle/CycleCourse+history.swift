import FlywheelKit

extension CycleCourse {
    /// Follows a history month by month.
    init(
        _ figures: MonthlyFigures, taken: TakenWork, lanes: LaneOrder, history: WorkHistory, model: WheelModel
    ) {
        let judge = CycleJudge(
            figures, figures: CycleFigures(figures, taken: taken, lanes: lanes, model: model), history: history,
            model: model)
        let months = zip(figures.months, judge.conditions()).map { month, conditions in
            CycleMonth(
                from: month.from, until: month.until, stage: Self.stage(of: conditions), conditions: conditions)
        }
        self.months = months
        let stages = months.map(\.stage)
        stage = stages.last ?? nil
        since = stage.flatMap { newest in
            months[stages.lastIndex { $0 != newest }.map { $0 + 1 } ?? 0].from
        }
        reached = (1...5).compactMap { stage in
            months.first { ($0.stage ?? 0) >= stage }.map { Reached(stage: stage, from: $0.from) }
        }
        falls = Self.losses(in: months, slips: judge.slips, model).map { loss in
            CycleRegression(
                of: loss.lost, in: loss.months, of: months, figures: figures, history: history, model: model)
        }
    }

    /// The highest cycle of which all conditions hold, with those of all before it; `nil` where the first is not known.
    private static func stage(of conditions: [CycleCondition]) -> Int? {
        guard conditions.contains(where: { $0.kind.cycle == 1 && $0.outcome != .unknown }) else { return nil }
        return (1...5).prefix { cycle in
            conditions.allSatisfy { $0.kind.cycle != cycle || $0.outcome == .met }
        }.count
    }

    /// Months in a row in which conditions were lost that had held for long enough, or slipped on the way there, and which ones.
    private static func losses(
        in months: [CycleMonth], slips: (_ month: Int) -> [CycleCondition.Kind], _ model: WheelModel
    ) -> [(months: ClosedRange<Int>, lost: [CycleCondition.Kind])] {
        var held: [CycleCondition.Kind: Int] = [:]
        var found: [(months: ClosedRange<Int>, lost: [CycleCondition.Kind])] = []
        for place in months.indices {
            var lost: [CycleCondition.Kind] = []
            let slipped = slips(place)
            for condition in months[place].conditions where condition.outcome != .unknown {
                let hasHeld = held[condition.kind, default: 0] >= model.heldMonths
                if condition.outcome == .notMet, hasHeld || slipped.contains(condition.kind) {
                    lost.append(condition.kind)
                }
                held[condition.kind] = condition.outcome == .met ? held[condition.kind, default: 0] + 1 : 0
            }
            guard !lost.isEmpty else { continue }
            if let last = found.last, last.months.upperBound == place - 1 {
                found[found.count - 1] = (last.months.lowerBound...place, last.lost + lost)
            } else {
                found.append((place...place, lost))
            }
        }
        return found
    }
}
