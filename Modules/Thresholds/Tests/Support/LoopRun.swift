import FlywheelKit
import Statistics

@testable import Thresholds

/// The loop at work in a ``DriftWorld``, week by week, as a host runs it.
struct LoopRun {
    /// Whether the people on the desk say what they see.
    enum Desk { case honest, oneEmptiesTheQueue }

    let world: DriftWorld
    var rules = ThresholdRules()
    var desk = Desk.honest
    /// The share of tier one just below the value in force that people get to see.
    var heroShare = DriftWorld.sampledHeroes

    private(set) var value = DriftWorld.startValue
    private(set) var values: [Double] = []
    private(set) var proposals: [ThresholdProposal] = []
    private(set) var refusals: [ThresholdRefusal] = []
    private(set) var labels: [String: Label] = [:]
    private var accepted: [Instant] = []

    init(_ world: DriftWorld, desk: Desk = .honest, heroShare: Double = DriftWorld.sampledHeroes) {
        self.world = world
        self.desk = desk
        self.heroShare = heroShare
    }

    static func moment(_ week: Int) -> Instant { Instant(seconds: 1_800_000_000 + Int64(week) * 7 * 86_400) }

    /// Lives through some weeks.
    mutating func live(_ weeks: Range<Int> = 0..<DriftWorld.weeks) throws {
        for week in weeks {
            label(week)
            if let last = proposals.last, !last.state.isFinal { try advance(week) } else { try propose(week) }
            values.append(value)
        }
    }

    /// A person who pays no heed to numbers moves the knob.
    mutating func plant(_ bad: Double, in week: Int) throws {
        if let open = proposals.last, !open.state.isFinal {
            try proposals[proposals.count - 1].move(
                to: open.state == .watched ? .kept : .refused, at: Self.moment(week), by: "planted")
        }
        var proposal = ThresholdProposal(
            workflow: "drift", knob: "score", from: value, to: bad, choice: nil, at: Self.moment(week), by: "planted")
        for state in [ProposalState.backTested, .shadow, .awaitingApproval, .watched] {
            try proposal.move(to: state, at: Self.moment(week), by: "planted")
        }
        value = bad
        proposals.append(proposal)
    }

    /// People label what stands in the queue and what the review lane sampled just below it; a share is looked at again.
    private mutating func label(_ week: Int) {
        // While a change is watched, what only the value before it found is sampled as well: else nobody would see a miss.
        let watched = proposals.last.flatMap { $0.state == .watched ? $0.from : nil } ?? value
        let looser = min(value * (1 - rules.largestStep), watched)
        for thing in world.things[week] {
            let isQueued = thing.score >= value
            let share = thing.isHero ? heroShare : DriftWorld.sampled
            let isSampled = thing.score >= looser && SampleHash.isChosen(thing.name, share: share, salt: "lane")
            guard isQueued || isSampled else { continue }
            let truth: Verdict = thing.isReal ? .actionable : .noise
            let isEmptied = desk == .oneEmptiesTheQueue && SampleHash.place(of: thing.name, salt: "desk") < 0.5
            labels[thing.name] = Label(
                isEmptied ? .noise : truth, by: isEmptied ? "bo" : "ann", at: Self.moment(week),
                weight: isQueued ? 1 : 1 / share,
                isConfirmed: isQueued && thing.isReal && !isEmptied,
                audit: SampleHash.isChosen(thing.name, share: 0.3, salt: "audit") ? truth : nil)
        }
    }

    /// What some values find in the last weeks.
    func trial(_ values: [Double], current: Int, weeks: Range<Int>) -> ThresholdTrial {
        let candidates = weeks.flatMap { week in
            world.things[week].compactMap { thing -> Candidate? in
                let sights = values.map { thing.score >= $0 ? Candidate.Sight(detectionDays: 0) : nil }
                guard sights.contains(where: { $0 != nil }) else { return nil }
                return Candidate(
                    fingerprint: thing.name, week: week - weeks.lowerBound, tier: thing.isHero ? .a : .b,
                    avoidable: thing.avoidable, reviewCost: DriftWorld.reviewCost, sights: sights,
                    label: labels[thing.name])
            }
        }
        return ThresholdTrial(
            values: values, current: current, weeks: weeks.count, operatorDaysPerWeek: 10, candidates: candidates)
    }

    /// The least share of real problems of tier one that was found in any thirteen weeks, by what was in force in each.
    var leastQuarterlyHeroRecall: Double {
        (0...DriftWorld.weeks - 13).map { start in
            let heroes = (start..<start + 13).flatMap { week in
                world.things[week].filter { $0.isReal && $0.isHero }.map { $0.score >= inForce(in: week) }
            }
            return Double(heroes.count(where: \.self)) / Double(heroes.count)
        }.min() ?? 0
    }

    /// The least share of real problems of tier one that what was in force finds, over all weeks: not of the ten or so that came
    /// in a week, which would be chance, but of all that may come.
    var leastWeeklyHeroRecall: Double {
        (0..<DriftWorld.weeks).map { world.heroRecall(of: inForce(in: $0), in: $0) }.min() ?? 0
    }

    /// What the year was worth, when the truth is known.
    var worth: Int64 { (0..<DriftWorld.weeks).reduce(0) { $0 + world.worth(of: inForce(in: $1), in: $1) } }

    /// A week is lived under what was decided at the end of the one before.
    private func inForce(in week: Int) -> Double { week == 0 ? DriftWorld.startValue : values[week - 1] }

    private mutating func propose(_ week: Int) throws {
        guard
            let (values, current) = ThresholdTrial.grid(
                around: value, in: DriftWorld.range, step: rules.largestStep)
        else { return }
        let trial = trial(values, current: current, weeks: max(0, week - 11)..<week + 1)
        do {
            let choice = try ThresholdChoice(trial, rules: rules)
            var proposal = ThresholdProposal(
                workflow: "drift", knob: "score", from: value, to: choice.after.value, choice: choice,
                at: Self.moment(week), by: "flywheel")
            try proposal.move(to: .backTested, at: Self.moment(week), by: "flywheel")
            try proposal.move(to: .shadow, at: Self.moment(week), by: "flywheel")
            proposals.append(proposal)
        } catch let refusal as ThresholdRefusal {
            refusals.append(refusal)
        }
    }

    private mutating func advance(_ week: Int) throws {
        let place = proposals.count - 1
        let now = Self.moment(week)
        if proposals[place].state == .shadow {
            try proposals[place].move(to: .awaitingApproval, at: now, by: "flywheel")
            guard ChangePace(accepted: accepted, rules: rules).next(after: now) <= now else { return }
            try proposals[place].move(to: .watched, at: now, by: "ann")
            accepted.append(now)
            value = proposals[place].to
            return
        }
        guard proposals[place].state == .watched else { return }
        let proposal = proposals[place]
        let watched = Int(now.days(since: proposal.since) / 7)
        let pair = [proposal.from, proposal.to].sorted()
        let trial = trial(pair, current: pair.firstIndex(of: proposal.to) ?? 0, weeks: week - watched + 1..<week + 1)
        let tally = WatchTally(
            trial, new: trial.current, old: 1 - trial.current, audit: LabelAudit(labels.values), rules: rules)
        guard let verdict = tally.verdict(days: Double(watched) * 7, mends: proposal.choice?.mends, rules: rules) else {
            return
        }
        proposals[place].watch = tally
        try proposals[place].move(to: verdict.state, at: now, by: "flywheel", reason: verdict.reason)
        if verdict.state == .rolledBack { value = proposal.from }
    }
}
