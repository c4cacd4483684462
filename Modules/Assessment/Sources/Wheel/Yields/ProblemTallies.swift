import FlywheelKit

/// The yields that follow from one problem at a time, counted in one pass.
struct ProblemTallies {
    private let history: WorkHistory
    private let window: WheelWindow
    private let model: WheelModel
    private let rhythm: TurnRhythm
    private let causes: TellingCauses

    private(set) var foundInTime: WeeklyTally
    private(set) var foundByStages: WeeklyTally
    private(set) var owned: WeeklyTally
    private(set) var ownedWhenDue: WeeklyTally
    private(set) var caused: WeeklyTally
    private(set) var verified: WeeklyTally
    /// Problems that came, and that ended, by week.
    private(set) var came: [Int]
    private(set) var ended: [Int]
    /// Problems that came and take somebody's time, those taken on, and those that are another's return.
    private(set) var (needed, taken, returned) = (0, 0, 0)
    /// Hours from beginning to finding, where both are known.
    private(set) var lags: [Double] = []
    /// Work that ended without a close after a claim.
    private(set) var vanished = 0
    /// Closes that name no usable cause.
    private(set) var causeless = 0
    /// Closes the data refuted that were left.
    private(set) var refuted = 0
    /// Closes on which the data have not spoken in time.
    private(set) var unverified = 0

    init(of history: WorkHistory, in window: WheelWindow, rhythm: TurnRhythm, model: WheelModel) {
        (self.history, self.window, self.rhythm, self.model) = (history, window, rhythm, model)
        causes = TellingCauses(of: history)
        let tally = WeeklyTally(weeks: window.weeks, kept: model.rowsShown)
        (foundInTime, foundByStages, owned, ownedWhenDue, caused, verified) = (tally, tally, tally, tally, tally, tally)
        came = [Int](repeating: 0, count: window.weeks)
        ended = came
        for problem in history.problems {
            if let week = window.week(of: problem.detected) { countFound(problem, week) }
            if let moment = problem.claimed, window.week(of: moment) != nil { taken += 1 }
            if let moment = problem.ended, let week = window.week(of: moment) { countEnded(problem, at: moment, week) }
            countRefuted(problem)
        }
    }

    /// Whether the queue would not have grown without what comes back.
    var growsByReturns: Bool { needed - taken <= returned }

    private mutating func countFound(_ problem: Problem, _ week: Int) {
        came[week] += 1
        if problem.ended == nil || problem.claimed != nil || problem.closer != nil { needed += 1 }
        if problem.repeatOf != nil || problem.regressionOf != nil { returned += 1 }
        let record = HistoryRecord.problem(problem.id)
        foundByStages.add(week: week, problem.source == .stage, record, at: problem.detected)
        if let share = inTime(problem) { foundInTime.add(week: week, passing: share, record, at: problem.detected) }
        // What was there before anybody watched says nothing about how soon it is taken on.
        guard problem.detected > history.from else { return }
        if let isOwned = isOwned(problem) { owned.add(week: week, isOwned, record, at: problem.detected) }
        if let due = problem.due, problem.hadTime, due <= history.until, let isOwned = isOwned(problem, by: due) {
            ownedWhenDue.add(week: week, isOwned, record, at: problem.detected)
        }
    }

    /// The chance that it was found in time: 0 or 1 where its beginning is known, else what the rhythm of turns says; `nil`
    /// where neither tells.
    private mutating func inTime(_ problem: Problem) -> Double? {
        if let onset = problem.onset {
            guard onset >= history.from else { return nil }
            let hours = max(0, problem.detected.days(since: onset) * 24)
            lags.append(hours)
            return hours <= model.lagLimitHours ? 1 : 0
        }
        return problem.source == .person ? 0 : rhythm.expectedInTime(foundAt: problem.detected)
    }

    private func isOwned(_ problem: Problem) -> Bool? {
        let limit = problem.detected.advanced(byDays: model.ownershipDays)
        if limit > history.until, problem.claimed == nil, problem.closer == nil { return nil }
        return isOwned(problem, by: limit)
    }

    /// Whether somebody took it on by a moment; `nil` where it was over by itself before.
    private func isOwned(_ problem: Problem, by limit: Instant) -> Bool? {
        if let claimed = problem.claimed, claimed <= limit { return true }
        guard let ended = problem.ended, ended <= limit else { return false }
        return problem.closer == nil ? nil : true
    }

    private mutating func countEnded(_ problem: Problem, at moment: Instant, _ week: Int) {
        ended[week] += 1
        guard let isCaused = problem.isCaused(causes) else { return }
        let record = HistoryRecord.problem(problem.id)
        caused.add(week: week, isCaused, record, at: moment)
        guard problem.closer != nil else {
            vanished += 1
            return
        }
        causeless += isCaused ? 0 : 1
        guard problem.verdict != .selfCleared else { return }
        countChecked(problem, at: moment, week, record)
    }

    private mutating func countChecked(_ problem: Problem, at moment: Instant, _ week: Int, _ record: HistoryRecord) {
        guard let isVerified = problem.isVerified else {
            guard history.until.days(since: moment) > model.verificationDays else { return }
            unverified += 1
            return verified.add(week: week, false, record, at: moment)
        }
        refuted += isVerified ? 0 : 1
        verified.add(week: week, isVerified, record, at: moment)
    }

    /// A close that the data refuted opens its problem again; left to itself, it is a check that nobody acted on, whether the
    /// problem is still there or went away in time.
    private mutating func countRefuted(_ problem: Problem) {
        guard problem.closer == nil, problem.notFixed > 0, let moment = problem.refuted ?? problem.verified,
            let week = window.week(of: moment),
            (problem.ended ?? history.until).days(since: moment) > 2 * model.verificationDays
        else { return }
        refuted += 1
        verified.add(week: week, false, .problem(problem.id), at: moment)
    }
}
