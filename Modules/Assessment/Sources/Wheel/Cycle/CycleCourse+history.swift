import FlywheelKit

extension CycleCourse {
    /// Follows a history month by month.
    init(_ figures: MonthlyFigures, history: WorkHistory, model: WheelModel) {
        let judged = CycleJudge(figures, history: history, model: model).conditions()
        months = zip(figures.months, judged).map { month, conditions in
            CycleMonth(
                from: month.from, until: month.until, stage: Self.stage(of: conditions), conditions: conditions)
        }
        let held = Self.held(months)
        stage = held.last ?? nil
        since = Self.since(held, months)
        reached = Self.reached(held, months)
        peak = Self.peak(held, months)
        regression = nil
        if let peak, let stage, stage < peak.stage {
            regression = CycleRegression(
                from: peak, to: stage, in: months, figures: figures, history: history, model: model)
        }
    }

    /// The highest cycle of which all conditions hold, with those of all before it; `nil` where the first is not known.
    private static func stage(of conditions: [CycleCondition]) -> Int? {
        guard conditions.contains(where: { $0.kind.cycle == 1 && $0.outcome != .unknown }) else { return nil }
        return (1...5).prefix { cycle in
            conditions.allSatisfy { $0.kind.cycle != cycle || $0.outcome == .met }
        }.count
    }

    /// What each month holds for two months: the lower of the two highest of it, the one before and the one after, so that
    /// neither a lucky nor an unlucky month counts; the newest month has none after it.
    private static func held(_ months: [CycleMonth]) -> [Int?] {
        months.indices.map { place in
            guard let stage = months[place].stage else { return nil }
            let around = [place - 1, place + 1].filter(months.indices.contains).compactMap { months[$0].stage }
            let best = around.max() ?? stage
            let worst = around.min() ?? stage
            // The median of three; of two, the lower.
            return around.count == 2 ? max(min(stage, best), min(max(stage, best), worst)) : min(stage, best)
        }
    }

    private static func since(_ held: [Int?], _ months: [CycleMonth]) -> Instant? {
        guard let stage = held.last ?? nil else { return nil }
        let first = held.lastIndex { $0 != stage }.map { $0 + 1 } ?? 0
        return months[first].from
    }

    private static func reached(_ held: [Int?], _ months: [CycleMonth]) -> [Reached] {
        (1...5).compactMap { stage in
            held.firstIndex { ($0 ?? 0) >= stage }.map { Reached(stage: stage, from: months[$0].from) }
        }
    }

    private static func peak(_ held: [Int?], _ months: [CycleMonth]) -> Peak? {
        guard let stage = held.compactMap(\.self).max(), stage > 0, let first = held.firstIndex(of: stage),
            let last = held.lastIndex(of: stage)
        else { return nil }
        return Peak(stage: stage, from: months[first].from, until: months[last].until)
    }
}
