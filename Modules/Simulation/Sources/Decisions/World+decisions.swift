import Assessment
import FlywheelKit
import FlywheelStore
import Learning
import Statistics

extension World {
    /// The Friday review: looks at what was decided four weeks ago, and perhaps decides something.
    mutating func decide(on day: Int) throws {
        guard calendar.weekday(day) == 4 else { return }
        let now = calendar.instant(day, hour: 18)
        try review(at: now)
        let (decides, tunes) = (chance.decisions.uniform(), chance.decisions.uniform())
        guard let weeks = dials.weeksToDecision, decides < 1 / weeks else { return }
        let most = decided.most(inDays: 56, until: now)
        if let most, tunes >= dials.tunes {
            try prevent(most.cause, because: most.closes, at: now)
        } else if dials.tunes > 0 {
            try tune(at: now)
        }
    }

    /// Keeps a cause away from now on, as far as that works.
    private mutating func prevent(_ cause: Decided.Cause, because closes: [ExceptionID], at now: Instant) throws {
        decided.prevent(cause, dials.prevention, since: now)
        try keep(
            .prevention, cause.id, workflow: cause.workflow, at: now, evidence: closes.suffix(5).map(\.description))
    }

    /// Lowers the threshold of the workflow whose detection is slowest.
    private mutating func tune(at now: Instant) throws {
        let places = organisation.workflows.indices
        guard let workflow = places.max(by: { (decided.lag($0), $1) < (decided.lag($1), $0) }) else { return }
        decided.shorten(workflow, by: dials.tuning)
        let least = (SimulatedKnobs().leastShare * decided.lag(workflow) * 1_000).rounded() / 1_000
        try keep(
            .threshold, "leastShare", workflow: workflow, at: now,
            knobs: "{\"leastShare\":\(max(SimulatedKnobs.tunable[0].range.lowerBound, least))}")
    }
}
