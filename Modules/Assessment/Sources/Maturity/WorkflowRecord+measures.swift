import FlywheelKit

extension WorkflowRecord {
    /// What a measure counts in this workflow.
    ///
    /// - Parameter limit: How many ids of each side are kept.
    func tally(_ measure: MaturityMeasure, keeping limit: Int = Tally.samples) -> Tally {
        var tally = Tally(keeping: limit)
        switch measure {
        case .thresholdsTuned, .decisionsImproved: for decision in decisions { count(decision, measure, &tally) }
        default: for problem in problems { count(problem, measure, &tally) }
        }
        return tally
    }

    /// What a measure counts of one problem.
    func tally(_ measure: MaturityMeasure, of problem: Problem) -> Tally {
        var tally = Tally(keeping: 0)
        count(problem, measure, &tally)
        return tally
    }

    /// Why a measure cannot be asked of this workflow; `nil` where it can.
    func gap(_ measure: MaturityMeasure) -> String? {
        switch measure {
        case .closesByOnePerson where staff == 1: "one person works here, so there is nobody to share it with"
        case .thresholdsTuned where workflow.knobs == 0: "no number steers its detection"
        case .thresholdsTuned, .decisionsImproved: decisionsGap
        default: nil
        }
    }

    private func count(_ problem: Problem, _ measure: MaturityMeasure, _ tally: inout Tally) {
        let isClose = isClose(problem)
        switch measure {
        case .closesByOnePerson:
            if isClose { tally.count(problem.closer == topCloser, problem.id) }
        case .withPlaybook:
            if isWorkedOn(problem) { tally.count(problem.steps > 0, problem.id) }
        case .playbookOpened:
            // Whoever did a step has read it.
            if isFix(problem), problem.steps > 0 {
                tally.count(problem.hasOpenedPlaybook || problem.stepsDone > 0, problem.id)
            }
        case .playbookFollowed:
            if isFix(problem) { tally.count(yes: done(problem), no: problem.steps - done(problem), problem.id) }
        case .stepsAutomatic:
            let automatic = min(problem.stepsAutomatic, done(problem))
            if isFix(problem) { tally.count(yes: automatic, no: problem.steps - automatic, problem.id) }
        case .ownedInTime: countOwned(problem, &tally)
        case .endedInTime: countEnded(problem, &tally)
        case .causeNamed:
            guard isFix(problem) else { return }
            tally.count(causes.cause(of: problem) != nil, problem.id)
        case .ownerByRule:
            if problem.claimed != nil { tally.count(problem.isRouted, problem.id) }
        case .foundByDetection:
            if isFound(problem) { tally.count(problem.source == .stage, problem.id) }
        case .closedInSystem:
            guard isWorkedOn(problem), problem.ended != nil else { return }
            tally.count(problem.source == .stage && problem.closer != nil, problem.id)
        case .judgedReal:
            guard isClose, let verdict = problem.verdict, verdict != .duplicate else { return }
            tally.count(verdict == .actionable || verdict == .known, problem.id)
        case .closesConfirmed: countConfirmed(problem, &tally)
        case .thresholdsTuned, .decisionsImproved: return
        }
    }

    /// Whether a person closed it as mended: what is noise, known or a duplicate needs no playbook and nothing confirms it.
    private func isFix(_ problem: Problem) -> Bool { isClose(problem) && problem.verdict == .actionable }

    /// Every close on which the data spoke, or had the time to, as the metric `verified-share` counts them. Of one on which they
    /// said nothing in time nothing is known.
    private func countConfirmed(_ problem: Problem, _ tally: inout Tally) {
        var (yes, no) = (0, 0)
        for closes in problem.judgedCloses(within: MetricRules.first.verifyDays, until: until)
        where closes.at > from && closes.at <= until {
            switch closes.judgement {
            case .confirmed: yes += closes.count
            case .refuted: no += closes.count
            case .unjudged: tally.count(nil, problem.id)
            case .pending: break
            }
        }
        tally.count(yes: yes, no: no, problem.id)
    }

    private func done(_ problem: Problem) -> Int { min(problem.stepsDone, problem.steps) }

    /// Claimed or closed when due; what was still to come, or went away by itself before, is no event.
    private func countOwned(_ problem: Problem, _ tally: inout Tally) {
        guard let due = problem.due else { return tally.count(nil, problem.id) }
        guard due > from, problem.hadTime else { return }
        let taken = [problem.claimed, problem.closer == nil ? nil : problem.ended].compactMap(\.self).min()
        if let taken {
            tally.count(taken <= due, problem.id)
        } else if due < min(problem.ended ?? until, until) {
            tally.count(false, problem.id)
        }
    }

    /// Over when due; what is open and still has time, or went away by itself, is no event.
    private func countEnded(_ problem: Problem, _ tally: inout Tally) {
        guard let due = problem.due else { return tally.count(nil, problem.id) }
        guard due > from, problem.hadTime else { return }
        if let ended = problem.ended {
            if isWorkedOn(problem) || ended > due { tally.count(ended <= due, problem.id) }
        } else if due < until {
            tally.count(false, problem.id)
        }
    }

    private func count(_ decision: Decision, _ measure: MaturityMeasure, _ tally: inout Tally) {
        if let end = decision.rolledBack, end <= until { return }
        switch measure {
        case .thresholdsTuned:
            if decision.kind == .threshold, !decision.evidence.isEmpty {
                tally.count(true, decision.id)
            }
        case .decisionsImproved:
            // What may be chance is not known, however long ago it was looked at.
            tally.count(decision.effect.flatMap { $0 == .inconclusive ? nil : $0 == .better }, decision.id)
        default: return
        }
    }
}
