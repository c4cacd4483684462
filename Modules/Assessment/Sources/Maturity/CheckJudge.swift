import FlywheelKit
import Statistics

/// Answers the checks of a model for one workflow.
struct CheckJudge {
    let model: MaturityModel
    let record: WorkflowRecord
    /// What people attached for this workflow, and what they exempted.
    let attachments: [AssessmentDocument.Attachment]
    let exemptions: [AssessmentDocument.Exemption]

    /// All checks, by level and number.
    var checks: [AssessmentDocument.Check] {
        model.checks.sorted { $0.order < $1.order }.map(answer)
    }

    private func answer(_ check: MaturityCheck) -> AssessmentDocument.Check {
        let measured = measured(check)
        if let exemption = exemptions.first(where: { $0.check == check.id && !$0.hasExpired }) {
            return measured.with(
                .exempt, "left out until \(exemption.until.utcDay): \(exemption.reason); otherwise \(measured.fact)")
        }
        let files = check.isDeclarable ? attachments.filter { $0.check == check.id } : []
        if let file = files.first(where: { !$0.hasExpired }), measured.outcome != .met, record.count > 0 {
            var answer = measured.with(.met, "\(file.file) says so, until \(file.until.utcDay); \(measured.fact)")
            answer.evidence.insert(.init("attached by \(file.by)", count: 1, ids: [file.id]), at: 0)
            return answer
        }
        if let file = files.last {
            return measured.with(measured.outcome, "\(measured.fact); \(file.file) counted until \(file.until.utcDay)")
        }
        return measured
    }

    /// What the events say.
    private func measured(_ check: MaturityCheck) -> AssessmentDocument.Check {
        var answer = AssessmentDocument.Check(
            id: check.id, title: check.title, level: check.level, question: check.question, outcome: .inconclusive,
            fact: "nothing was found so far", isShare: check.measure.isShare, limit: check.limit, count: 0,
            remedy: check.remedy,
            effortHours: check.effortHours)
        guard record.count > 0 else { return answer }
        if let gap = record.gap(check.measure) { return answer.with(.notApplicable, gap) }
        let tally = record.tally(check.measure)
        answer.count = tally.records
        answer.value = check.measure.isShare ? tally.share : Double(tally.yes)
        if check.measure.isShare, check.measure.countsRecords {
            answer.interval = WilsonInterval(successes: tally.yes, trials: tally.events).map {
                AssessmentDocument.Interval(low: $0.low, high: $0.high)
            }
        }
        answer.evidence = evidence(tally, check)
        let (outcome, fact) = verdict(tally, check)
        return answer.with(outcome, fact)
    }

    private func verdict(_ tally: Tally, _ check: MaturityCheck) -> (AssessmentDocument.Check.Outcome, String) {
        let measure = check.measure
        guard measure.isShare else {
            if check.comparison.holds(Double(tally.yes), check.limit) {
                return (.met, "\(tally.yes) \(measure.subject)")
            }
            let waiting = tally.unknown > 0 ? ", \(tally.unknown) not told yet" : ""
            return (tally.unknown > 0 ? .inconclusive : .notMet, "\(tally.yes) \(measure.subject)\(waiting)")
        }
        guard let share = tally.share, tally.records >= check.minimumEvents else {
            return (.inconclusive, "\(check.minimumEvents - tally.records) more \(measure.events) needed")
        }
        guard Double(tally.records) >= model.leastKnownShare * Double(tally.records + tally.unknown) else {
            return (
                .inconclusive, "\(tally.unknown) of \(tally.records + tally.unknown) \(measure.events) are not known"
            )
        }
        let outcome: AssessmentDocument.Check.Outcome = check.comparison.holds(share, check.limit) ? .met : .notMet
        let cause = measure == .causeNamed ? record.uniformCause : nil
        let habit = cause.map { "; nearly all name \($0), whatever was found" } ?? ""
        return (outcome, "\(tally.yes) of \(tally.events) \(measure.subject)\(habit)")
    }

    private func evidence(_ tally: Tally, _ check: MaturityCheck) -> [AssessmentDocument.Evidence] {
        let letter = check.measure.isShare ? "X" : "D"
        return [(tally.yesRecords, "say yes"), (tally.noRecords, "say no")].filter { $0.0.count > 0 }.map {
            $0.0.evidence($0.1, letter)
        }
    }
}

extension MaturityCheck {
    /// What checks are sorted by: level, number, id. `3.10` comes after `3.9`.
    var order: (Int, Int, String) {
        (level, id.split(separator: ".").last.flatMap { Int($0) } ?? 0, id)
    }
}

extension MaturityMeasure {
    /// Whether each event is a record of its own, so that an interval of the share means something.
    var countsRecords: Bool { self != .playbookFollowed && self != .stepsAutomatic }
}

extension AssessmentDocument.Check {
    /// The same with another outcome.
    func with(_ outcome: Outcome, _ fact: String) -> Self {
        var check = self
        check.outcome = outcome
        check.fact = fact
        return check
    }
}
