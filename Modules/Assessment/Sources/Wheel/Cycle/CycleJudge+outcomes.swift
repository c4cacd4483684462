import FlywheelKit
import Statistics

/// What came of the work, against what it was before.
extension CycleJudge {
    /// What came of the work in a quarter, against what it was in the last quarter before people did so, or in the first months
    /// where there is none.
    func outcome(
        _ cases: [DurationSample], _ month: Int, until change: Int, _ limit: WheelModel.Limit,
        _ least: Int, isShown: Bool = false
    ) -> CycleReading {
        let now = DurationSample(merging: cases[max(0, month - 2)...month])
        let isChanged = change > 0 && month >= change
        let before = isChanged ? cases[max(0, change - 3)..<change] : cases.prefix(3)
        return .median(
            of: now, against: DurationSample(merging: before), times: isChanged ? limit.sooner : limit.noWorse,
            least: least,
            isShown: isShown, model)
    }

    /// What the queue had at risk in a quarter, likewise. Chance is that of the problems it is made of: a few dear ones that stay
    /// open say little of how people work.
    func exposure(_ month: Int) -> CycleReading {
        let isChanged = tunedFrom > 0 && month >= tunedFrom
        let factor = isChanged ? model.exposureLimit.sooner : model.exposureLimit.noWorse
        let earlier = figures.exposure[isChanged ? tunedFrom - 1 : min(2, months.count - 1)]
        guard let now = figures.exposure[month], let before = earlier else {
            return CycleReading(value: figures.exposure[month]?.value, limit: earlier.map { $0.value * factor })
        }
        let limit = before.value * factor
        let spread = now.cases > 0 && before.cases > 0 ? (1 / now.cases + 1 / before.cases).squareRoot() : .infinity
        let over = now.value > 0 && limit > 0 ? naturalLogarithm(now.value / limit) : 0
        return .atMost(limit, now.value, slack: limit * model.slack, deviations: over / spread, model)
    }

    /// The part of what came that the queue grew by; below zero where it shrank.
    func level(_ month: Int) -> CycleReading {
        guard let flow = figures.flow[month] else { return CycleReading(limit: model.levelQueue) }
        return .atMost(
            model.levelQueue, flow.grown / flow.came, slack: model.levelQueue,
            deviations: (flow.grown - model.levelQueue * flow.came) / flow.spread, model)
    }

    /// What came back after two quarters' work, which has had its time a month later, against two quarters before causes were
    /// written down; or against the first months where they were from the start. More than before counts against it where
    /// chance does not explain it: of few that come back none tells.
    func repeats(_ month: Int) -> CycleReading {
        let isChanged = caused > 0 && month > caused + 2
        let change = isChanged ? caused : 3
        guard month >= change + 3 else { return CycleReading() }
        let before = sum(max(0, change - model.repeatMonths)..<change)
        let now = sum(max(change, month - model.repeatMonths)..<month)
        let isKnown = min(before.confirmed, now.confirmed) >= model.leastMonthly
        guard isKnown, before.count + now.count >= model.leastRepeatable else { return CycleReading(value: now.rate) }
        let factor = isChanged ? model.repeatLimit.sooner : model.repeatLimit.noWorse
        let limit = before.rate.map { $0 * factor }
        // Of all that came back, as much as its part of the listings is expected to have done so now.
        let all = Double(now.count + before.count)
        let weight = now.exposure + factor * before.exposure
        let expected = weight > 0 ? now.exposure / weight : 0
        let spread = (all * expected * (1 - expected)).squareRoot()
        return .atMost(
            limit, now.rate, slack: (limit ?? 0) * model.slack,
            deviations: spread > 0 ? (Double(now.count) - all * expected) / spread : 0, isShown: true, model)
    }

    private func sum(_ span: Range<Int>) -> CycleFigures.Repeats {
        figures.repeats[span].reduce(into: CycleFigures.Repeats()) {
            $0.count += $1.count
            $0.confirmed += $1.confirmed
            $0.worked += $1.worked
            $0.listings += $1.listings
        }
    }
}
