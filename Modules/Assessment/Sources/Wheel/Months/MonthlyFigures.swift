import FlywheelKit
import Statistics

/// What each month of 28 days held, oldest first, the newest ending when the history does.
struct MonthlyFigures {
    /// One month.
    struct Month {
        var from: Instant
        var until: Instant
        /// Means over the month's turns, of what they know.
        var listings = RunningMean()
        var open = RunningMean()
        var openAtRisk = RunningMean()
        /// The same by week.
        var weeklyAtRisk = [RunningMean](repeating: RunningMean(), count: 4)
        var staffHours = RunningMean()
        var revenue = RunningMean()
        /// Problems that came, and that ended.
        var came = 0
        var ended = 0
        /// Workflows that problems came of.
        var workflows: Set<Int> = []
        /// Hours from beginning to finding.
        var lags: [Double] = []
        /// Confirmed ends that the same came back after in time, and all that had the time to.
        var repeated = 0
        var repeatable = 0
        /// Work that ended with a usable cause, and all work that ended.
        var caused = 0
        var worked = 0
        /// Problems of tier A that came: days to their end, or to the end of the history.
        var heroes: [DurationCurve.Observation] = []
        /// What stood open in the quarter that ends with it: each problem's amount for as long as it did.
        var atRisk = Concentration()
        /// Closes by person.
        var closes: [Int: Int] = [:]
        /// Who took a problem on or closed one.
        var workers: Set<Int> = []
    }

    /// The months.
    private(set) var months: [Month]

    init(of history: WorkHistory, model: WheelModel) {
        let count = Int(max(0, history.until.days(since: history.from)) / 28)
        months = (0..<count).map { place in
            let until = history.until.advanced(byDays: -28 * Double(count - 1 - place))
            return Month(from: until.advanced(byDays: -28), until: until)
        }
        for turn in history.turns { add(turn) }
        let returned = Self.returned(history)
        let causes = TellingCauses(of: history)
        for problem in history.problems { add(problem, history, returned, causes, model) }
    }

    /// The month that a moment lies in.
    func month(of moment: Instant) -> Int? {
        guard let first = months.first, let last = months.last, moment > first.from, moment <= last.until else {
            return nil
        }
        return Int((moment.seconds - first.from.seconds - 1) / (28 * 86_400))
    }

    private mutating func add(_ turn: TurnMeasures) {
        guard let place = month(of: turn.at) else { return }
        months[place].open.add(Double(turn.open))
        months[place].openAtRisk.add(Double(turn.openAtRisk))
        let week = Int((turn.at.seconds - months[place].from.seconds - 1) / (7 * 86_400))
        months[place].weeklyAtRisk[week].add(Double(turn.openAtRisk))
        if turn.listings > 0 { months[place].listings.add(Double(turn.listings)) }
        if let hours = turn.staffHours { months[place].staffHours.add(hours) }
        if let revenue = turn.weekRevenue { months[place].revenue.add(Double(revenue)) }
    }

    private mutating func add(
        _ problem: Problem, _ history: WorkHistory, _ returned: [Int64: Instant], _ causes: TellingCauses,
        _ model: WheelModel
    ) {
        if let place = month(of: problem.detected) {
            months[place].came += 1
            months[place].workflows.insert(problem.workflow)
            if let onset = problem.onset, onset >= history.from {
                months[place].lags.append(max(0, problem.detected.days(since: onset) * 24))
            }
            // What ended by itself says nothing of how soon people end it.
            if problem.tier == .a, problem.ended == nil || problem.claimed != nil || problem.closer != nil {
                let days = (problem.ended ?? history.until).days(since: problem.detected)
                months[place].heroes.append(.init(max(0, days), ended: problem.ended != nil))
            }
        }
        addExposure(of: problem, until: history.until)
        if let claimed = problem.claimed, let worker = problem.worker, let place = month(of: claimed) {
            months[place].workers.insert(worker)
        }
        guard let ended = problem.ended, let place = month(of: ended) else { return }
        months[place].ended += 1
        if let closer = problem.closer {
            months[place].closes[closer, default: 0] += 1
            months[place].workers.insert(closer)
        }
        if let isNamed = problem.isCaused(causes) {
            months[place].worked += 1
            months[place].caused += isNamed ? 1 : 0
        }
        guard problem.isVerified == true, history.until.days(since: ended) >= model.trendRepeatDays else { return }
        months[place].repeatable += 1
        if let again = returned[problem.id], again.days(since: ended) <= model.trendRepeatDays {
            months[place].repeated += 1
        }
    }

    /// Adds what a problem had at risk to each quarter in which it stood open.
    private mutating func addExposure(of problem: Problem, until now: Instant) {
        guard let amount = problem.atRiskAtOpen, amount > 0, let first = months.first else { return }
        let month = 28 * 86_400 as Int64
        let (from, to) = (problem.detected.seconds, (problem.ended ?? now).seconds)
        let start = Int(max(0, from - first.from.seconds) / month)
        let last = min(months.count - 1, Int(max(0, to - first.from.seconds) / month) + 2)
        guard start <= last, to > first.from.seconds else { return }
        for place in start...last {
            let begins = months[max(0, place - 2)].from.seconds
            let open = min(to, months[place].until.seconds) - max(from, begins)
            if open > 0 { months[place].atRisk.add(Double(amount) * Double(open)) }
        }
    }

    /// When each problem came back for the first time, by the problems that say whom they repeat.
    private static func returned(_ history: WorkHistory) -> [Int64: Instant] {
        var found: [Int64: Instant] = [:]
        for problem in history.problems {
            guard let earlier = problem.repeatOf ?? problem.regressionOf else { continue }
            found[earlier] = min(found[earlier] ?? problem.detected, problem.detected)
        }
        return found
    }
}

/// A sum of parts, and how many equal ones it is as uncertain as: a few large parts make it a matter of chance.
struct Concentration {
    private var sum = 0.0
    private var squares = 0.0

    mutating func add(_ part: Double) {
        sum += part
        squares += part * part
    }

    /// Kish's effective number, (Σx)²/Σx².
    var effective: Double { squares > 0 ? sum * sum / squares : 0 }
}

/// A mean that is added to.
struct RunningMean {
    private var sum = 0.0
    private var count = 0

    mutating func add(_ value: Double) {
        sum += value
        count += 1
    }

    /// The mean; `nil` of nothing.
    var value: Double? { count > 0 ? sum / Double(count) : nil }
}
