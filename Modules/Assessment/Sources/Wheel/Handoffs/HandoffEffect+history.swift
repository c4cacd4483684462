import FlywheelKit
import Statistics

extension HandoffEffect {
    /// The effect of each handoff that a decision took out.
    ///
    /// The time from detection to the end of what was found in the ``WheelModel/handoffWeeks`` before and after, in the decision's
    /// workflow: product-limit medians, so that what is still open counts for as long as it was seen, and what was open when it
    /// changed counts until then. The bounds of their ratio are by drawing the problems anew.
    static func effects(in history: WorkHistory, model: WheelModel) -> [HandoffEffect] {
        history.decisions.filter { $0.kind == .handoff && $0.at <= history.until }.map { decision in
            HandoffEffect(of: decision, in: history, model: model)
        }
    }

    private init(of decision: Decision, in history: WorkHistory, model: WheelModel) {
        let span = 7 * model.handoffWeeks
        let start = max(history.from, decision.at.advanced(byDays: -span))
        let end = min(history.until, decision.rolledBack ?? history.until, decision.at.advanced(byDays: span))
        var (earlier, later) = ([DurationCurve.Observation](), [DurationCurve.Observation]())
        for problem in history.problems where decision.workflow.map({ $0 == problem.workflow }) ?? true {
            // What ended by itself tells nothing of the work.
            guard problem.ended == nil || problem.claimed != nil || problem.closer != nil else { continue }
            if problem.detected > start, problem.detected <= decision.at {
                earlier.append(problem.lasted(until: decision.at))
            } else if problem.detected > decision.at, problem.detected <= end {
                later.append(problem.lasted(until: min(history.until, end.advanced(byDays: span))))
            }
        }
        self.decision = decision.id
        subject = decision.subject
        at = decision.at
        month = Int(max(0, decision.at.days(since: history.from)) / 28) + 1
        (beforeCount, afterCount) = (earlier.count, later.count)
        before = DurationCurve(earlier)?.quantile(0.5)
        after = DurationCurve(later)?.quantile(0.5)
        ratio = nil
        outcome = .notMeasured
        guard min(earlier.count, later.count) >= model.leastHandoffProblems, before != nil, after != nil else { return }
        ratio = Self.ratio(earlier, later, seed: UInt64(bitPattern: decision.id), drawings: model.drawings)
        guard let ratio else { return }
        outcome = ratio.upperBound < 1 ? .faster : ratio.lowerBound > 1 ? .slower : .inconclusive
    }

    /// The 80 % bounds of the ratio of medians; `nil` where most drawings have no median.
    private static func ratio(
        _ earlier: [DurationCurve.Observation], _ later: [DurationCurve.Observation], seed: UInt64, drawings: Int
    ) -> ClosedRange<Double>? {
        var random = SplitMix64(seed: seed)
        func median(_ all: [DurationCurve.Observation]) -> Double? {
            // A thousand draws settle a median; more of a large sample would only take time.
            let drawn = (0..<min(all.count, 1_000)).map { _ in all[Int(random.next() % UInt64(all.count))] }
            return DurationCurve(drawn)?.quantile(0.5)
        }
        var ratios: [Double] = []
        for _ in 0..<drawings {
            guard let before = median(earlier), before > 0, let after = median(later) else { continue }
            ratios.append(after / before)
        }
        guard 2 * ratios.count > drawings, let low = Robust.quantile(of: ratios, 0.1),
            let high = Robust.quantile(of: ratios, 0.9)
        else { return nil }
        return low...high
    }
}

extension Problem {
    /// How many hours it was open, as far as was seen by a moment.
    fileprivate func lasted(until moment: Instant) -> DurationCurve.Observation {
        let seen = min(ended ?? moment, moment)
        return DurationCurve.Observation(
            max(0, seen.days(since: detected) * 24), ended: ended.map { $0 <= moment } ?? false)
    }
}
